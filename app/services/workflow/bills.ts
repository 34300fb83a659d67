import {
  agreedIn,
  instalmentOf,
  roomFor,
  statementOf,
  withBill,
  type Bill,
} from "#app/domain/agreement/terms/instalments.ts";
import { recordedAnswers, type RecordedAnswers } from "#app/domain/assignment/recorded.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import type { Answers, Option } from "#app/domain/fields/fields.ts";
import { refuseFields, type FieldError } from "#app/domain/refusal.ts";
import type { Locale } from "#app/domain/words.ts";
import { wordingOf } from "#app/i18n/wording.ts";

type Noted = readonly { kind: string; data: Answers }[];
/** The last that was said of each invoice, each with its instalment of the signed version. */
export const billsOf = (records: Noted, terms: Answers): Bill[] =>
  records
    .filter((r) => r.kind === "payment")
    .map((r) => recordedAnswers("payment", r.data))
    .reduce<Bill[]>(
      (bills, bill) => withBill(bills, { ...bill, instalment: instalmentOf(bill.instalment ?? "", terms) }),
      [],
    );

/**
 * The instalments of the signed version to choose from, each with its amount and its moment; after them what is asked
 * under a name that this version does not know, so that it can be taken back.
 */
export function instalmentOptions(terms: Answers, bills: readonly Bill[], locale: Locale): Option[] {
  const { agreement, write } = wordingOf(locale);
  const moments = agreement.fields.instalments.of?.trigger?.options ?? {};
  return statementOf(terms, bills).lines.map(({ key, instalment }) => ({
    id: key,
    label: instalment
      ? `${key}. ${instalment.title || (moments[instalment.trigger] ?? instalment.trigger)} · ${write.money(instalment.amount)}`
      : key,
  }));
}

type Payment = Required<RecordedAnswers<"payment">>;
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
  const room = roomFor(said, terms, bills);
  if (said.amount > room) {
    errors.amount = { code: "above_agreed", sums: [said.amount, agreedIn(terms), room] };
  }
  if (Object.keys(errors).length > 0) refuseFields(errors);
}
