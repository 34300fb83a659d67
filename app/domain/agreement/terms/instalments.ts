import { dayFromNumber, dayNumber } from "#app/domain/calendar/holidays.ts";
import { sameName } from "./rules.ts";
import type { Terms } from "./fields.ts";

/** One instalment of a version. `id`: its place in the agreement; `on`: the day before which it is not due. */
export type Instalment = { id: string; title: string; amount: number; trigger: string; on: string | null };
/** The days on which the work began and on which it was accepted or ended well; null as long as that did not happen. */
export type Moments = { began: string | null; accepted: string | null };
/** What is to be paid: from which day on (null: at once), and the last day on which that may be done. */
export type Waiting = { from: string | null; by: string };
/** The settlement by which work was stopped: a line of its own, beside the instalments that are known by their place. */
export const settlementId = "settlement";
/** What is left to pay of a version that ended: what was asked by then for each instalment, and the settlement. */
export type Left = {
  asked: Readonly<Record<string, number>>;
  settlement: { amount: number; on: string } | null;
};
/** What the money of an assignment follows: the terms of a version, and what is left of them once it ended. */
export type MoneyTerms = { terms: Terms; left?: Left | null; moments?: Moments };
/**
 * What was last noted of one invoice, in whole cents. An instalment may be paid by several, each known by its number;
 * without a number there is one. `by`: who noted its amount and its date.
 */
export type Bill = {
  instalment: string;
  invoice?: string | null;
  amount?: number;
  invoiced_on?: string | null;
  paid_on?: string | null;
  note?: string | null;
  by?: string | null;
};
const trimmed = (text: string | null | undefined) => (text ?? "").trim();
type AgreedRow = NonNullable<Terms["instalments"]>[number];
const dueOn = ({ date, trigger }: AgreedRow, terms: Terms): string | null =>
  date || (trigger === "start" ? terms.start_date : trigger === "end" ? terms.end_date : null) || null;

/** The instalments as a version has them; a fee without any is paid at once, at the end. */
function agreedInstalments(terms: Terms): Instalment[] {
  const { instalments, fee_amount: fee } = terms;
  const rows = instalments ?? [];
  const all: readonly AgreedRow[] = rows.length === 0 && fee ? [{ amount: fee, trigger: "end" }] : rows;
  return all.map((row, i) => ({
    id: String(i + 1),
    title: trimmed(row.title),
    amount: row.amount ?? 0,
    trigger: row.trigger ?? "",
    on: dueOn(row, terms),
  }));
}
/**
 * The instalments that are to be paid: those of the version; once it ended, those that were invoiced by then, each for as
 * much, with the settlement after them.
 */
export function instalmentsOf({ terms, left }: MoneyTerms): Instalment[] {
  const agreed = agreedInstalments(terms);
  if (!left) return agreed;
  const asked = agreed.flatMap((one) => {
    const amount = left.asked[one.id];
    return amount === undefined ? [] : [{ ...one, amount }];
  });
  return left.settlement
    ? [...asked, { id: settlementId, title: "", trigger: settlementId, ...left.settlement }]
    : asked;
}
/** All that may be asked. */
export const agreedIn = (money: MoneyTerms): number =>
  instalmentsOf(money).reduce((sum, { amount }) => sum + amount, 0);
/** To which instalment a note belongs: by its id, or by its title where it was typed before instalments were picked. */
export const instalmentOf = (said: string, terms: Terms): string => {
  const agreed = agreedInstalments(terms);
  if (said === settlementId || agreed.some(({ id }) => id === said)) return said;
  return agreed.find(({ title }) => sameName(title, said))?.id ?? said;
};

const numberOf = ({ invoice }: Bill) => trimmed(invoice);
const sameInvoice = (one: Bill, other: Bill) =>
  one.instalment === other.instalment &&
  (numberOf(one) === numberOf(other) || sameName(numberOf(one), numberOf(other)));
/** What was noted of this invoice and not taken back. */
export const notedOf = (bills: readonly Bill[], said: Bill): Bill | null =>
  bills.find((bill) => sameInvoice(bill, said) && bill.amount !== 0) ?? null;
/** Whether this asks the same amount of the same day: then only its payment, or its note, is said. */
export const asksSame = (bill: Bill, said: Bill): boolean =>
  bill.amount === said.amount && (bill.invoiced_on ?? null) === (said.invoiced_on ?? null);
/**
 * What is known once this is said too: what is noted again of an invoice takes the place of what was there. Who only says
 * that it was paid does not become the one who asked for it.
 */
export function withBill(bills: readonly Bill[], said: Bill): Bill[] {
  const noted = notedOf(bills, said);
  const by = noted && asksSame(noted, said) ? noted.by : said.by;
  return [...bills.filter((bill) => !sameInvoice(bill, said)), { ...said, ...(by === undefined ? {} : { by }) }];
}
/** Asked for and not paid. A note ends nothing; an amount of 0 takes the invoice back. */
export const isOpen = ({ amount, paid_on }: Bill): boolean => amount !== 0 && !paid_on;

const later = (day: string, other: string | null) => (other !== null && other > day ? other : day);
/** Moments that come by themselves, on the day that the version names for them; the others wait for acceptance. */
const ownDay: readonly string[] = ["start", "milestone"] satisfies AgreedRow["trigger"][];
/**
 * From which day an instalment is to be paid; null as long as that is not known. At the start or by a milestone's day it is
 * due on that day, once the work began; all else once the work was accepted, and not before its day.
 */
function dueFrom({ trigger, on }: Instalment, { began, accepted }: Moments): string | null {
  const own = ownDay.includes(trigger) && on !== null && began !== null ? later(began, on) : null;
  return own ?? (accepted === null ? null : later(accepted, on));
}
/** When what no invoice asks of an instalment is to be paid, or null: not yet, or nothing is left of it. */
function waitingOf(one: Instalment, { terms, left, moments }: MoneyTerms, bills: readonly Bill[]): Waiting | null {
  const asked = total(
    bills.filter(({ instalment }) => instalment === one.id),
    ({ amount }) => amount ?? 0,
  );
  if (asked >= one.amount) return null;
  if (one.id === settlementId && one.on !== null) return { from: null, by: one.on };
  const from = left || !moments ? null : dueFrom(one, moments);
  return from === null ? null : { from, by: lastDay(from, terms) };
}
/**
 * What waits to be paid first, whichever is to be paid soonest: an open invoice, within the term of its own day, or what no
 * invoice asks yet of an instalment that is due. Null when nothing waits.
 */
export function firstWaiting(money: MoneyTerms, bills: readonly Bill[]): Waiting | null {
  const invoices = bills.flatMap((bill) => {
    const from = isOpen(bill) && bill.invoiced_on;
    return from ? [{ from, by: lastDay(from, money.terms) }] : [];
  });
  const rests = instalmentsOf(money).flatMap((one) => waitingOf(one, money, bills) ?? []);
  return [...invoices, ...rests].sort((a, b) => a.by.localeCompare(b.by))[0] ?? null;
}

/** One invoice as the statement shows it; `payBy`: the last day on which it may be paid, while it is not. */
export type Invoice = {
  number: string;
  amount: number;
  paid: number;
  invoicedOn: string | null;
  payBy: string | null;
  paidOn: string | null;
  note: string;
};
/** One line of the statement; `instalment` is null for what was noted under a name the agreement does not know. */
export type Line = {
  key: string;
  instalment: Instalment | null;
  invoices: readonly Invoice[];
  billed: number;
  paid: number;
  /** Agreed and not paid yet. */
  open: number;
  /** When what no invoice asks yet is to be paid. */
  waits: Waiting | null;
};
const usualDays = 30;
/** The last day on which what is asked on a day may be paid. */
export const lastDay = (from: string, { payment_days: days }: Terms): string =>
  dayFromNumber(dayNumber(from) + (days ?? usualDays));
const invoiceOf = (bill: Bill, terms: Terms): Invoice => {
  const amount = bill.amount ?? 0;
  return {
    number: bill.invoice ?? "",
    amount,
    paid: bill.paid_on ? amount : 0,
    invoicedOn: bill.invoiced_on ?? null,
    payBy: amount > 0 && bill.invoiced_on && !bill.paid_on ? lastDay(bill.invoiced_on, terms) : null,
    paidOn: bill.paid_on ?? null,
    note: bill.note ?? "",
  };
};
const total = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((all, row) => all + of(row), 0);
const lineOf = (key: string, instalment: Instalment | null, bills: readonly Bill[], money: MoneyTerms): Line => {
  const invoices = bills
    .filter((bill) => bill.instalment === key)
    .map((bill) => invoiceOf(bill, money.terms))
    .filter(({ amount, note }) => amount > 0 || note !== "")
    .sort((a, b) => (a.invoicedOn ?? "").localeCompare(b.invoicedOn ?? ""));
  const billed = total(invoices, (one) => one.amount);
  const paid = total(invoices, (one) => one.paid);
  const open = Math.max(0, (instalment?.amount ?? billed) - paid);
  const waits = instalment && waitingOf(instalment, money, bills);
  return { key, instalment, invoices, billed, paid, open, waits };
};
/** What is agreed, asked, paid and open, instalment by instalment, with the sums. */
export function statementOf(money: MoneyTerms, bills: readonly Bill[]) {
  const instalments = instalmentsOf(money);
  const unknown = new Set(
    bills.map((bill) => bill.instalment).filter((key) => !instalments.some(({ id }) => id === key)),
  );
  const lines = [
    ...instalments.map((one) => lineOf(one.id, one, bills, money)),
    ...[...unknown].map((key) => lineOf(key, null, bills, money)).filter((line) => line.invoices.length > 0),
  ];
  return {
    lines,
    agreed: agreedIn(money),
    billed: total(lines, (line) => line.billed),
    paid: total(lines, (line) => line.paid),
    open: total(lines, (line) => line.open),
  };
}
/**
 * How much one invoice may ask: what is agreed for its instalment and was not asked for it by others, and never more than
 * the agreement leaves beside all others.
 */
export function roomFor(said: Bill, money: MoneyTerms, bills: readonly Bill[]): number {
  const others = bills.filter((bill) => !sameInvoice(bill, said));
  const asked = (of: readonly Bill[]) => total(of, (bill) => bill.amount ?? 0);
  const own = instalmentsOf(money).find((one) => one.id === said.instalment)?.amount ?? 0;
  const left = own - asked(others.filter((bill) => bill.instalment === said.instalment));
  return Math.max(0, Math.min(left, agreedIn(money) - asked(others)));
}
