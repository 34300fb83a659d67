import {
  agreedIn,
  instalmentOf,
  lastDay,
  roomFor,
  settlementId,
  statementOf,
  withBill,
  type Bill,
  type Instalment,
  type Left,
  type MoneyTerms,
} from "#app/domain/agreement/terms/instalments.ts";
import { recordedAnswers, type RecordedAnswers } from "#app/domain/assignment/recorded.ts";
import { working } from "#app/domain/assignment/working.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import type { Answers, Option } from "#app/domain/fields/fields.ts";
import { storedAnswers } from "#app/domain/fields/typed.ts";
import { refuseFields, type FieldError } from "#app/domain/refusal.ts";
import type { Locale } from "#app/domain/words.ts";
import type { Gathered } from "#db/queries/workflow/facts.server.ts";
import { paymentWording } from "#app/i18n/wording.ts";

type Noted = readonly { kind: string; data: Answers; at: Date }[];
/** The last that was said of each invoice, each with its instalment of the version. */
const billsOf = (records: Noted, terms: Answers): Bill[] =>
  records
    .filter((r) => r.kind === "payment")
    .map((r) => recordedAnswers("payment", r.data))
    .reduce<Bill[]>(
      (bills, bill) => withBill(bills, { ...bill, instalment: instalmentOf(bill.instalment ?? "", terms) }),
      [],
    );

type Version = { number: number; terms: Answers };
/** The version that was in force when the work was ended (`at`), and what was said about the settlement. */
type Ended = Version & { at: Date; stopped: Answers | null };
type Versions = { signed?: Version | null | undefined; ended?: Ended | null | undefined };
export type Billing = MoneyTerms & { version: number | null; bills: readonly Bill[] };

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
export function billingOf({ signed, ended }: Versions, records: Noted): Billing {
  const { number, terms } = signed ?? ended ?? { number: null, terms: {} };
  const left = !signed && ended ? leftOf(ended, records) : null;
  return { version: number, terms, left, bills: billsOf(records, terms) };
}
/** The same of what was gathered of an assignment. */
export const billingIn = ({
  agreements,
  ended,
  records,
}: Pick<Gathered, "agreements" | "ended" | "records">): Billing =>
  billingOf({ signed: agreements.find((a) => a.status === "signed"), ended }, records);

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
/**
 * Refuses a payment that cannot be: invoiced before the question was there, or more than is left for it
 * (docs/domain.md 5.4). The order of its dates is in the row.
 */
export function checkPayment(said: Payment, money: Billing, began: Date): void {
  const errors: Record<string, FieldError> = {};
  const first = amsterdamDay(began);
  if (said.invoiced_on < first) errors.invoiced_on = { code: "date_too_early", day: first };
  const room = roomFor(said, money, money.bills);
  if (said.amount > room) {
    errors.amount = { code: money.left ? "above_left" : "above_agreed", sums: [said.amount, agreedIn(money), room] };
  }
  if (Object.keys(errors).length > 0) refuseFields(errors);
}
