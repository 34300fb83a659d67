import { instalmentOf, instalmentsOf, roomFor } from "#app/domain/agreement/terms/instalments.ts";
import { recordedAnswers, type RecordedAnswers } from "#app/domain/assignment/recorded.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import type { Answers, Option } from "#app/domain/fields/fields.ts";
import { refuseFields, type FieldError } from "#app/domain/refusal.ts";
import type { Locale } from "#app/domain/words.ts";
import { wordingOf } from "#app/i18n/wording.ts";

type Bill = RecordedAnswers<"payment">;
type Noted = readonly { kind: string; data: Answers }[];
/** The last that was said of each instalment of the signed version. */
export const billsOf = (records: Noted, terms: Answers): ReadonlyMap<string, Bill> =>
  new Map(
    records
      .filter((r) => r.kind === "payment")
      .map((r) => recordedAnswers("payment", r.data))
      .map((bill) => [instalmentOf(bill.instalment ?? "", terms), bill]),
  );
/** Asked for and not paid; a note says why that needs no answer, and an amount of 0 takes the bill back. */
export const isOpen = ({ amount, paid_on, note }: Bill): boolean => amount !== 0 && !paid_on && !note;

/** The instalments of the signed version to choose from, each with its amount and its moment. */
export function instalmentOptions(terms: Answers, locale: Locale): Option[] {
  const { agreement, write } = wordingOf(locale);
  const moments = agreement.fields.instalments.of?.trigger?.options ?? {};
  return instalmentsOf(terms).map(({ id, title, trigger, amount }) => ({
    id,
    label: `${id}. ${title || (moments[trigger] ?? trigger)} · ${write.money(amount)}`,
  }));
}

type Payment = Required<Bill>;
type Place = { records: Noted; terms: Answers; began: Date };
/**
 * Refuses a payment that cannot be: invoiced before the question was there, or more than the signed version leaves for it
 * (docs/domain.md 5.4). The order of its dates is in the row.
 */
export function checkPayment(said: Payment, { records, terms, began }: Place): void {
  const errors: Record<string, FieldError> = {};
  const first = amsterdamDay(began);
  if (said.invoiced_on < first) errors.invoiced_on = { code: "date_too_early", day: first };
  const bills = billsOf(records, terms);
  const room = roomFor(said.instalment, terms, bills);
  if (said.amount > room) {
    const agreed = instalmentsOf(terms).reduce((sum, one) => sum + one.amount, 0);
    errors.amount = { code: "above_agreed", sums: [said.amount, agreed, room] };
  }
  if (Object.keys(errors).length > 0) refuseFields(errors);
}
