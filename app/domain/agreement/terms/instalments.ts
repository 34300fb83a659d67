import { dayFromNumber, dayNumber } from "#app/domain/calendar/holidays.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { rowsOf, sameName } from "./rules.ts";
import type { Terms } from "./fields.ts";

/** One instalment of a version. `id`: its place in the agreement; `on`: the day before which it is not due. */
type Instalment = { id: string; title: string; amount: number; trigger: string; on: string | null };
/** What was last noted of an instalment, in whole cents. */
export type Bill = {
  amount?: number;
  invoiced_on?: string | null;
  paid_on?: string | null;
  note?: string | null;
};
const text = (answer: unknown) => (typeof answer === "string" ? answer.trim() : "");
const cents = (answer: unknown) => (typeof answer === "number" ? answer : 0);
const dueOn = (row: Answers, terms: Terms) =>
  text(row.date) ||
  (row.trigger === "start" ? text(terms.start_date) : row.trigger === "end" ? text(terms.end_date) : "");

/** The instalments of a version; a fee without any is paid at once, at the end. */
export function instalmentsOf(terms: Terms): Instalment[] {
  const rows = rowsOf(terms.instalments);
  const all: readonly Answers[] =
    rows.length === 0 && cents(terms.fee_amount) > 0 ? [{ amount: cents(terms.fee_amount), trigger: "end" }] : rows;
  return all.map((row, i) => ({
    id: String(i + 1),
    title: text(row.title),
    amount: cents(row.amount),
    trigger: text(row.trigger),
    on: dueOn(row, terms) || null,
  }));
}
/** All that may be asked under this version. */
export const agreedIn = (terms: Terms): number => instalmentsOf(terms).reduce((sum, { amount }) => sum + amount, 0);
/** To which instalment a note belongs: by its id, or by its title where it was typed before instalments were picked. */
export const instalmentOf = (said: string, terms: Terms): string =>
  instalmentsOf(terms).find(({ id, title }) => id === said || sameName(title, said))?.id ?? said;

/** One line of the statement; `instalment` is null for what was noted under a name the agreement does not know. */
export type Line = {
  key: string;
  instalment: Instalment | null;
  billed: number;
  paid: number;
  /** Agreed and not paid yet. */
  open: number;
  invoicedOn: string | null;
  /** The last day on which an invoice that is not paid yet may be paid. */
  payBy: string | null;
  paidOn: string | null;
  note: string;
};
const usualDays = 30;
const lineOf = (key: string, instalment: Instalment | null, bill: Bill, terms: Terms): Line => {
  const days = typeof terms.payment_days === "number" ? terms.payment_days : usualDays;
  const billed = bill.amount ?? 0;
  const paid = bill.paid_on ? billed : 0;
  return {
    key,
    instalment,
    billed,
    paid,
    open: Math.max(0, (instalment?.amount ?? billed) - paid),
    invoicedOn: bill.invoiced_on ?? null,
    payBy: bill.invoiced_on && !bill.paid_on ? dayFromNumber(dayNumber(bill.invoiced_on) + days) : null,
    paidOn: bill.paid_on ?? null,
    note: bill.note ?? "",
  };
};
/** What is agreed, asked, paid and open, instalment by instalment, with the sums. `bills` are kept by instalment. */
export function statementOf(terms: Terms, bills: ReadonlyMap<string, Bill>) {
  const instalments = instalmentsOf(terms);
  const lines = [
    ...instalments.map((one) => lineOf(one.id, one, bills.get(one.id) ?? {}, terms)),
    ...[...bills]
      .filter(([key]) => !instalments.some(({ id }) => id === key))
      .map(([key, bill]) => lineOf(key, null, bill, terms)),
  ];
  const sum = (of: (line: Line) => number) => lines.reduce((all, line) => all + of(line), 0);
  return {
    lines,
    agreed: agreedIn(terms),
    billed: sum((line) => line.billed),
    paid: sum((line) => line.paid),
    open: sum((line) => line.open),
  };
}
/**
 * How much may still be asked for one instalment: what is agreed for it, and never more than the agreement leaves
 * beside what was asked for the others. What is noted again for the same instalment takes the place of what was there.
 */
export function roomFor(id: string, terms: Terms, bills: ReadonlyMap<string, Bill>): number {
  const own = instalmentsOf(terms).find((one) => one.id === id)?.amount ?? 0;
  const others = [...bills].reduce((sum, [key, bill]) => sum + (key === id ? 0 : (bill.amount ?? 0)), 0);
  return Math.max(0, Math.min(own, agreedIn(terms) - others));
}
