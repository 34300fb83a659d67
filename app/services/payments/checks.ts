import {
  asksSame,
  mayChangeBill,
  numbers,
  otherDayOf,
  saidOf,
  withdrawsPayment,
  withBill,
  type Bill,
} from "#app/domain/agreement/terms/bills.ts";
import { lateOf } from "#app/domain/agreement/terms/due.ts";
import { asksSettlement, mostIn, mostOf, versionOf, type Instalment } from "#app/domain/agreement/terms/instalments.ts";
import { removedInstalmentOf } from "#app/domain/agreement/terms/same-instalment.ts";
import { leftToSettle, roomFor, statementOf, type Line } from "#app/domain/agreement/terms/statement.ts";
import type { RecordedAnswers } from "#app/domain/assignment/recorded.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import type { Option } from "#app/domain/fields/fields.ts";
import { isBlank } from "#app/domain/marks.ts";
import { refuseFields, type FieldError } from "#app/domain/refusal.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import type { Locale, Role } from "#app/domain/words.ts";
import { paymentWording } from "#app/i18n/wording.ts";
import type { Billing } from "./billing.ts";

/**
 * Returns the instalments to choose from, each with its amount and its moment, and the settlement; after them what is
 * asked under a name that this version does not know, so that it can be taken back, and what earlier teams are still
 * to be paid.
 */
export function instalmentOptions(money: Billing, locale: Locale): Option[] {
  const { moments, settlement, earlier: ofVersion, gone: lapsed, undated, money: written } = paymentWording(locale);
  const named = (key: string, one: Instalment | null) => {
    const gone = removedInstalmentOf(key);
    const place = key.replace(/^v\d+\./, "");
    if (asksSettlement(key)) return settlement;
    if (gone) return lapsed(gone.place, gone.version);
    return one ? `${place}. ${one.title || (moments[one.trigger] ?? one.trigger)}` : place;
  };
  const option = ({ key, instalment: one, undated: isUndated }: Line) => {
    const waits = one && isUndated ? ` · ${undated(one.title)}` : "";
    const name = one ? `${named(key, one)} · ${written(mostOf(one))}${waits}` : named(key, one);
    const version = versionOf(key);
    return { id: key, label: version === null ? name : `${ofVersion(version)}: ${name}` };
  };
  const { lines, earlier } = statementOf(money, money.bills);
  return [...lines, ...earlier.flatMap((part) => part.lines)].map(option);
}

/**
 * Refuses a settlement above what the signed version leaves beside its invoices, whoever names it: more is agreed by a signed
 * change, which the rules about fees read. An earlier settlement gives way to this one, and takes no part of what is left.
 */
export function checkSettlement<Id extends string>(field: Id, amount: number | null | undefined, money: Billing): void {
  const { agreed, left } = leftToSettle(money);
  if ((amount ?? 0) > left) refuseFields({ [field]: { code: "above_version", sums: [amount ?? 0, agreed, left] } });
}
/** Tells the same for whoever reads what is paid here: it stands beside the form that asks for an amount. */
export const settlesFor = (roles: ReadonlySet<Role>, money: Billing) => ({
  settles: may("payments", roles) ? leftToSettle(money) : null,
});

type Payment = Required<RecordedAnswers<"payment">>;
/** Tells who notes a payment. `asks`: they may change what anybody noted: the coordinator, and the administration that is paid. */
type Noter = { id: string; asks: boolean };
/** Only who noted an invoice, or who is paid, changes its amount or its day or takes it back: the other side says that it was paid. */
function refusedTo(noter: Noter, said: Payment, noted: Bill | null): Record<string, FieldError> {
  if (said.amount === 0 && !noted) return { amount: { code: "nothing_to_take_back" } };
  const changes = noted !== null && (numbers(noted, said) || !asksSame(noted, said));
  if (changes && !mayChangeBill(noted, { by: noter.id, asks: noter.asks }))
    return { [changedIn(noted, said)]: { code: "noted_by_other" } };
  if (withdrawsPayment(noted, said)) return { paid_on: { code: "was_paid" } };
  return said.amount === 0 && isBlank(said.note ?? "") ? { note: { code: "why_taken_back" } } : {};
}
/** Tells beside which field stands why an invoice is not changed. */
function changedIn(noted: Bill | null, said: Payment) {
  if (noted?.amount !== said.amount) return "amount" as const;
  return noted.invoiced_on === said.invoiced_on ? ("invoice" as const) : ("invoiced_on" as const);
}
/** Tells whether this note, by whoever pays, would make something less late than it was, other than by paying it. */
function lessLate(said: Payment, money: Billing, noter: Noter, today: string): boolean {
  if (noter.asks) return false;
  const before = lateOf(money, money.bills, said.instalment, today);
  const after = lateOf(money, withBill(money.bills, { ...said, by: noter.id }), said.instalment, today);
  return after.late + Math.max(0, after.paid - before.paid) < before.late;
}
/**
 * Refuses another day for an invoice that has one: it may be about several instalments, and is one invoice all the same.
 * `payeeOf`: the school that is paid for an instalment, whose own numbers these are; a day that only the payer noted binds nobody
 * who is paid.
 */
export function checkInvoiceDay(
  said: Payment,
  money: Billing,
  payeeOf: (instalment: string) => string | null,
  noter: Noter,
  locale: Locale,
): void {
  const own = money.bills.filter(
    ({ instalment, asks }) => payeeOf(instalment) === payeeOf(said.instalment) && (asks === true || !noter.asks),
  );
  const other = otherDayOf(own, said);
  if (!other?.invoiced_on) return;
  const about = instalmentOptions(money, locale).find(({ id }) => id === other.instalment)?.label ?? other.instalment;
  refuseFields({ invoiced_on: { code: "invoice_has_day", day: other.invoiced_on, about } });
}
/**
 * Returns the first day that an invoice may have: an instalment is asked once it is agreed. A settlement and what is
 * left of a team that left have no agreement to wait for, and what was noted with an earlier day is still paid or
 * taken back.
 */
function firstDay(said: Payment, noted: Bill | null, began: string, signed: string | null): string {
  const follows = !asksSettlement(said.instalment) && versionOf(said.instalment) === null;
  const stands = noted?.invoiced_on === said.invoiced_on;
  return follows && !stands && signed !== null && signed > began ? signed : began;
}
/**
 * Refuses a payment that cannot be: invoiced before the question was there, or before its instalment was agreed, more than is
 * left for it, nothing at all, another's invoice changed by whoever pays it, or a late one made less late by them
 * (docs/domain.md 5.4). The order of its dates is in the row. `began`: when the question came; `signed`: the day on which the
 * agreement with this team was; `now`: when this is noted.
 */
export function checkPayment(
  said: Payment,
  money: Billing,
  { began, signed, now }: { began: Date; signed: string | null; now: Date },
  noter: Noter,
): void {
  const noted = saidOf(money.bills, said);
  const errors = refusedTo(noter, said, noted);
  const first = firstDay(said, noted, amsterdamDay(began), signed);
  if (said.invoiced_on < first) errors.invoiced_on = { code: "date_too_early", day: first };
  const room = roomFor(said, money, money.bills);
  if (said.amount > room) {
    const version = versionOf(said.instalment);
    const isOver = money.left != null || version !== null;
    errors.amount = {
      code: isOver ? "above_left" : "above_agreed",
      sums: [said.amount, mostIn(money, version), room],
    };
  }
  if (Object.keys(errors).length === 0 && lessLate(said, money, noter, amsterdamDay(now)))
    errors[changedIn(noted, said)] = { code: "late_stays" };
  if (Object.keys(errors).length > 0) refuseFields(errors);
}
