import { isSeen, sameName } from "./rules.ts";

/** Describes an invoice that was taken back: for how much it was, by whom, on which day and why. It counts as nothing. */
export type TakenBack = { amount: number; by: string | null; on: string | null; why: string };
/**
 * Holds what was last noted of one invoice, in whole cents. An instalment may be paid by several, each known by its
 * number; without a number there is one. `by`: who noted its amount and its date; `asks`: that was who is paid, or
 * the coordinator; `on`: the day on which the last was noted, by the person `noter`.
 */
export type Bill = {
  instalment: string;
  invoice?: string | null;
  amount?: number;
  invoiced_on?: string | null;
  paid_on?: string | null;
  note?: string | null;
  by?: string | null;
  asks?: boolean;
  on?: string;
  noter?: string | null;
  taken?: TakenBack;
};

const numberOf = ({ invoice }: Bill) => invoice ?? "";
const isNumberless = (bill: Bill) => !isSeen(numberOf(bill));
/** Tells whether both are about the same invoice; without a number that is the only one of its instalment. */
const sameInvoice = (one: Bill, other: Bill) =>
  one.instalment === other.instalment &&
  ((isNumberless(one) && isNumberless(other)) || sameName(numberOf(one), numberOf(other)));
/** Says what was noted of this invoice and not taken back. */
const notedOf = (bills: readonly Bill[], said: Bill): Bill | null =>
  bills.find((bill) => sameInvoice(bill, said) && bill.amount !== 0) ?? null;
/** Tells by which an open invoice is known among all of an assignment. */
export const billKey = ({ instalment, invoice }: Bill): string => `${instalment}:${invoice ?? ""}`;
/** Returns the invoice without a number that gets this one: that of the same amount and day, for the same instalment. */
const unnumberedOf = (bills: readonly Bill[], said: Bill): Bill | null =>
  isNumberless(said) || isNothing(said)
    ? null
    : (bills.find((bill) => bill.instalment === said.instalment && isNumberless(bill) && asksSame(bill, said)) ?? null);
/** Finds what was noted of the invoice that this is about, which may get its number by this, and was not taken back. */
export const saidOf = (bills: readonly Bill[], said: Bill): Bill | null =>
  notedOf(bills, said) ?? unnumberedOf(bills, said);
/** Tells whether this gives a number to an invoice that was noted without one. */
export const numbers = (noted: Bill | null, said: Bill): boolean =>
  noted !== null && isNumberless(noted) && !isNumberless(said);
/**
 * Tells whether this person may change an invoice: once who is paid, or the coordinator, stands behind it, it is no
 * longer the payer's.
 */
export const mayChangeBill = (noted: Bill, { by, asks }: Pick<Bill, "by" | "asks">): boolean =>
  asks === true || (noted.by === by && noted.asks !== true);
/**
 * Finds what was noted of the same invoice for another instalment, with another day; null where there is none, where
 * nothing is asked, or where this only says again what was noted before.
 */
export function otherDayOf(bills: readonly Bill[], said: Bill): Bill | null {
  if (isNumberless(said) || isNothing(said) || notedOf(bills, said)?.invoiced_on === said.invoiced_on) return null;
  const isOther = (bill: Bill) =>
    bill.instalment !== said.instalment &&
    !isNumberless(bill) &&
    !isNothing(bill) &&
    sameName(numberOf(bill), numberOf(said)) &&
    bill.invoiced_on !== said.invoiced_on;
  return bills.find(isOther) ?? null;
}
/** Tells whether this asks the same amount of the same day: then only its payment, or its note, is said. */
export const asksSame = (bill: Bill, said: Bill): boolean =>
  bill.amount === said.amount && (bill.invoiced_on ?? null) === (said.invoiced_on ?? null);
const isNothing = ({ amount }: Bill) => amount === 0;
/**
 * Returns what is known once this is said too: what is noted again of an invoice takes the place of what was there,
 * and what is taken back stays to be seen. A number that is said of one without is added to it. Whoever only says
 * that it was paid does not become the one who asked for it; who is paid and says the same as who pays does. What was
 * paid stays so where the day of it is not said again: only what is taken back is unpaid.
 */
export function withBill(bills: readonly Bill[], said: Bill): Bill[] {
  const known = saidOf(bills, said);
  // An invoice of the same amount that is not theirs to change stays beside it.
  const noted = known && numbers(known, said) && !mayChangeBill(known, said) ? null : known;
  const others = bills.filter((bill) => bill.taken || (bill !== noted && !sameInvoice(bill, said)));
  if (noted && isNothing(said)) return [...others, takenBack(noted, said)];
  const keeps = noted !== null && asksSame(noted, said) && (noted.asks === true || said.asks !== true);
  const now = keepsPaidDay(noted, said) ? { ...said, paid_on: noted?.paid_on ?? null } : said;
  return [...others, keeps ? { ...now, ...askedBy(noted) } : now];
}
const clearsPaidDay = (noted: Bill | null, { paid_on }: Bill) => Boolean(noted?.paid_on) && !paid_on;
/**
 * Tells whether the day on which it was paid, which is not said again, holds for what is said: the same amount, invoiced
 * by then.
 */
const keepsPaidDay = (noted: Bill | null, said: Bill): boolean =>
  clearsPaidDay(noted, said) && noted?.amount === said.amount && (said.invoiced_on ?? "") <= (noted?.paid_on ?? "");
/** Tells whether this would make unpaid what was noted as paid, other than by taking it back. */
export const withdrawsPayment = (noted: Bill | null, said: Bill): boolean =>
  clearsPaidDay(noted, said) && !isNothing(said) && !keepsPaidDay(noted, said);
const askedBy = ({ by, asks }: Bill): Pick<Bill, "by" | "asks"> => ({
  ...(by === undefined ? {} : { by }),
  ...(asks === undefined ? {} : { asks }),
});
const takenBack = (noted: Bill, { by = null, on, note }: Bill): Bill => ({
  ...noted,
  amount: 0,
  paid_on: null,
  note: null,
  taken: { amount: noted.amount ?? 0, by, on: on ?? null, why: note ?? "" },
});
/** Tells whether it is asked for and not paid. A note ends nothing; an amount of 0 takes the invoice back. */
export const isOpen = ({ amount, paid_on }: Bill): boolean => amount !== 0 && !paid_on;
