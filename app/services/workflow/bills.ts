import {
  agreedIn,
  asksSame,
  instalmentOf,
  lastDay,
  notedOf,
  roomFor,
  settlementId,
  statementOf,
  withBill,
  type Bill,
  type Instalment,
  type Left,
  type Moments,
  type MoneyTerms,
} from "#app/domain/agreement/terms/instalments.ts";
import { recordedAnswers, type RecordedAnswers } from "#app/domain/assignment/recorded.ts";
import { working } from "#app/domain/assignment/working.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import type { Answers, Option } from "#app/domain/fields/fields.ts";
import { storedAnswers } from "#app/domain/fields/typed.ts";
import { refuseFields, type FieldError } from "#app/domain/refusal.ts";
import type { Locale } from "#app/domain/words.ts";
import type { Gathered } from "#db/queries/workflow/facts.server.ts";
import { paymentWording } from "#app/i18n/wording.ts";

type Noted = readonly { kind: string; data: Answers; at: Date; byId?: string | null }[];
/** The last that was said of each invoice, each with its instalment of the version. */
const billsOf = (records: Noted, terms: Terms): Bill[] =>
  records
    .filter((r) => r.kind === "payment")
    .map((r) => ({ ...recordedAnswers("payment", r.data), by: r.byId ?? null }))
    .reduce<Bill[]>(
      (bills, bill) => withBill(bills, { ...bill, instalment: instalmentOf(bill.instalment ?? "", terms) }),
      [],
    );

type Version = { number: number; terms: Terms };
/** The version that was in force when the work was ended (`at`), and what was said about the settlement. */
type Ended = Version & { at: Date; stopped: Answers | null };
type Versions = {
  signed?: Version | null | undefined;
  ended?: Ended | null | undefined;
  moments?: Moments | null | undefined;
};
export type Billing = MoneyTerms & { version: number | null; moments: Moments; bills: readonly Bill[] };

function leftOf({ terms, at, stopped }: Ended, records: Noted): Left {
  const asked: Record<string, number> = {};
  for (const { instalment, amount = 0 } of billsOf(
    records.filter((record) => record.at <= at),
    terms,
  ))
    asked[instalment] = (asked[instalment] ?? 0) + amount;
  const { settlement_amount: amount, settlement_due: on } = storedAnswers(working.stop.fields, stopped ?? {});
  return { asked, settlement: amount ? { amount, on: on ?? lastDay(amsterdamDay(at), terms) } : null };
}
/**
 * What the money of an assignment follows now, with what was noted: the terms of its signed version; once its work was ended,
 * what was asked by then under the version in force, and the settlement (docs/domain.md 5.4).
 */
export function billingOf({ signed, ended, moments }: Versions, records: Noted): Billing {
  const { number, terms } = signed ?? ended ?? { number: null, terms: {} };
  const left = !signed && ended ? leftOf(ended, records) : null;
  const { began, accepted } = moments ?? { began: null, accepted: null };
  return { version: number, terms, left, moments: { began, accepted }, bills: billsOf(records, terms) };
}
/** The same of what was gathered of an assignment. */
export const billingIn = ({
  agreements,
  ended,
  moments,
  records,
}: Pick<Gathered, "agreements" | "ended" | "moments" | "records">): Billing =>
  billingOf({ signed: agreements.find((a) => a.status === "signed"), ended, moments }, records);

/**
 * The instalments to choose from, each with its amount and its moment, and the settlement; after them what is asked under a
 * name that this version does not know, so that it can be taken back.
 */
export function instalmentOptions(money: Billing, locale: Locale): Option[] {
  const { moments, settlement, money: written } = paymentWording(locale);
  const named = ({ id, title, trigger }: Instalment) =>
    id === settlementId ? settlement : `${id}. ${title || (moments[trigger] ?? trigger)}`;
  return statementOf(money, money.bills).lines.map(({ key, instalment }) => ({
    id: key,
    label: instalment ? `${named(instalment)} · ${written(instalment.amount)}` : key,
  }));
}

type Payment = Required<RecordedAnswers<"payment">>;
/** Who notes a payment. `asks`: they may change what anybody noted: the coordinator, and the administration that is paid. */
type Noter = { id: string; asks: boolean };
/** Only who noted an invoice, or who is paid, changes its amount or its day or takes it back: the other side says that it was paid. */
function refusedTo(noter: Noter, said: Payment, noted: Bill | null): Record<string, FieldError> {
  if (said.amount === 0 && !noted) return { amount: { code: "nothing_to_take_back" } };
  if (!noted || noter.asks || noted.by === noter.id || asksSame(noted, said)) return {};
  return { [noted.amount === said.amount ? "invoiced_on" : "amount"]: { code: "noted_by_other" } };
}
/**
 * Refuses a payment that cannot be: invoiced before the question was there, more than is left for it, nothing at all, or
 * another's invoice changed by who pays it (docs/domain.md 5.4). The order of its dates is in the row.
 */
export function checkPayment(said: Payment, money: Billing, began: Date, noter: Noter): void {
  const errors = refusedTo(noter, said, notedOf(money.bills, said));
  const first = amsterdamDay(began);
  if (said.invoiced_on < first) errors.invoiced_on = { code: "date_too_early", day: first };
  const room = roomFor(said, money, money.bills);
  if (said.amount > room) {
    errors.amount = { code: money.left ? "above_left" : "above_agreed", sums: [said.amount, agreedIn(money), room] };
  }
  if (Object.keys(errors).length > 0) refuseFields(errors);
}
