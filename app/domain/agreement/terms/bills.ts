import { isSeen, sameName } from "./rules.ts";

/** An invoice that was taken back: for how much it was, by whom, on which day and why. It counts as nothing. */
export type TakenBack = { amount: number; by: string | null; on: string | null; why: string };
/**
 * What was last noted of one invoice, in whole cents. An instalment may be paid by several, each known by its number;
 * without a number there is one. `by`: who noted its amount and its date; `asks`: that was who is paid, or the coordinator;
 * `on`: the day on which that was noted.
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
  taken?: TakenBack;
};

const numberOf = ({ invoice }: Bill) => invoice ?? "";
const isNumberless = (bill: Bill) => !isSeen(numberOf(bill));
/** Whether both are about the same invoice; without a number that is the only one of its instalment. */
export const sameInvoice = (one: Bill, other: Bill) =>
  one.instalment === other.instalment &&
  ((isNumberless(one) && isNumberless(other)) || sameName(numberOf(one), numberOf(other)));
/** What was noted of this invoice and not taken back. */
export const notedOf = (bills: readonly Bill[], said: Bill): Bill | null =>
  bills.find((bill) => sameInvoice(bill, said) && bill.amount !== 0) ?? null;
/**
 * What was noted of the same invoice for another instalment, with another day; null where there is none, where nothing is
 * asked, or where this only says again what was noted before.
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
/** Whether this asks the same amount of the same day: then only its payment, or its note, is said. */
export const asksSame = (bill: Bill, said: Bill): boolean =>
  bill.amount === said.amount && (bill.invoiced_on ?? null) === (said.invoiced_on ?? null);
const isNothing = ({ amount }: Bill) => amount === 0;
/**
 * What is known once this is said too: what is noted again of an invoice takes the place of what was there, and what is taken
 * back stays to be seen. Whoever only says that it was paid does not become the one who asked for it; who is paid and says the
 * same as who pays does. What was paid stays so where the day of it is not said again: only what is taken back is unpaid.
 */
export function withBill(bills: readonly Bill[], said: Bill): Bill[] {
  const noted = notedOf(bills, said);
  const others = bills.filter((bill) => !sameInvoice(bill, said) || bill.taken);
  if (noted && isNothing(said)) return [...others, takenBack(noted, said)];
  const keeps = noted !== null && asksSame(noted, said) && (noted.asks === true || said.asks !== true);
  const known = keepsPaid(noted, said) ? { ...said, paid_on: noted?.paid_on ?? null } : said;
  return [...others, keeps ? { ...known, ...askedBy(noted) } : known];
}
const isUnsaid = (noted: Bill | null, { paid_on }: Bill) => Boolean(noted?.paid_on) && !paid_on;
/** Whether the day on which it was paid, which is not said again, holds for what is said: the same amount, invoiced by then. */
const keepsPaid = (noted: Bill | null, said: Bill): boolean =>
  isUnsaid(noted, said) && noted?.amount === said.amount && (said.invoiced_on ?? "") <= (noted?.paid_on ?? "");
/** Whether this would make unpaid what was noted as paid, other than by taking it back. */
export const unpays = (noted: Bill | null, said: Bill): boolean =>
  isUnsaid(noted, said) && !isNothing(said) && !keepsPaid(noted, said);
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
/** Asked for and not paid. A note ends nothing; an amount of 0 takes the invoice back. */
export const isOpen = ({ amount, paid_on }: Bill): boolean => amount !== 0 && !paid_on;
