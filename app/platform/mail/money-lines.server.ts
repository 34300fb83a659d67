import { allWaiting } from "#app/domain/agreement/terms/due.ts";
import { statementOf } from "#app/domain/agreement/terms/statement.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { moveText } from "#app/domain/workflow/move-answers.ts";
import { rolesOn, type Actor } from "#app/domain/workflow/policy.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import type { Locale } from "#app/domain/words.ts";
import { formats } from "#app/i18n/format.ts";
import { words } from "#app/i18n/words.ts";
import type { OwedLetter } from "#db/queries/letters/letters.server.ts";
import type { Event } from "#db/queries/log/events.server.ts";
import { gatherRows } from "#db/queries/workflow/facts.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import { ofItsVersion } from "#app/services/assignment/entries.server.ts";
import type { Inside } from "#app/services/context.ts";
import { billingFor, billingIn } from "#app/services/payments/billing.ts";
import { accessScopeOf } from "#app/services/workflow/objects.server.ts";
import { instalmentOptions } from "#app/services/payments/checks.ts";

type Reader = { actor: Actor; locale: Locale };
/** Returns the money of an assignment as this reader reads it; null for who reads none of it (docs/domain.md 3.2). */
async function moneyFor(ctx: Inside, assignment: AssignmentContext, { actor }: Reader) {
  if (!may("payments", rolesOn(actor, accessScopeOf(assignment)))) return null;
  const gathered = await gatherRows(ctx.db, assignment.row.id, ctx.now());
  return { gathered, money: billingFor(actor, assignment.row, billingIn(gathered)) };
}
/** Tells for which instalment something was noted, its amount and by when it is to be paid; `shown`: what the reader reads. */
export async function notedLines(
  ctx: Inside,
  assignment: AssignmentContext,
  event: Event,
  shown: Answers,
  reader: Reader,
): Promise<string[]> {
  if (event.move !== "record_payment" || !moveText(shown, "instalment")) return [];
  const read = await moneyFor(ctx, assignment, reader);
  if (!read) return [];
  const { gathered, money } = read;
  const { instalment: id } = ofItsVersion({ gathered }, event, shown);
  const label = instalmentOptions(money, reader.locale).find((one) => one.id === id)?.label;
  if (label === undefined) return [];
  const statement = statementOf(money, money.bills);
  const line = [statement, ...statement.earlier].flatMap(({ lines }) => lines).find(({ key }) => key === id);
  const invoice = line?.invoices.find(({ number }) => number === moveText(shown, "invoice"));
  const by = invoice?.payBy ?? (invoice ? undefined : line?.waits?.by);
  const t = words(reader.locale).letters.instalment;
  return [t.noted(label), ...(by ? [t.by(formats(reader.locale).date(by))] : [])];
}
/** Lists what the clock of payments runs for now: each instalment by its name, with what is open of it and by when. */
export async function waitingLines(
  ctx: Inside,
  assignment: AssignmentContext,
  { data: { clock, due } }: OwedLetter,
  reader: Reader,
): Promise<string[]> {
  const read = clock === "payment" && due ? await moneyFor(ctx, assignment, reader) : null;
  if (!read) return [];
  const { money } = read;
  const options = instalmentOptions(money, reader.locale);
  const { date, money: written } = formats(reader.locale);
  const last = amsterdamDay(new Date(due ?? ""));
  return allWaiting(money, money.bills)
    .filter(({ by }) => by <= last)
    .map(({ instalment, amount, by }) => {
      const label = options.find(({ id }) => id === instalment)?.label ?? instalment;
      return words(reader.locale).letters.instalment.waits(label, written(amount), date(by));
    });
}
