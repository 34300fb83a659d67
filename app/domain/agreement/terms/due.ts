import { isOpen, type Bill } from "./bills.ts";
import {
  asksSettlement,
  daysToPay,
  instalmentsOf,
  isSettlement,
  lastDay,
  versionOf,
  type AgreedRow,
  type Instalment,
  type Moments,
  type MoneyTerms,
} from "./instalments.ts";

/** Tells what is to be paid: from which day on (null: at once), and the last day on which that may be done. */
export type Waiting = { from: string | null; by: string };

const later = (day: string, other: string | null) => (other !== null && other > day ? other : day);
/** Lists moments that come by themselves, on the day that the version names for them; the others wait for acceptance. */
const ownDay: readonly string[] = ["start", "milestone"] satisfies AgreedRow["trigger"][];
/**
 * Tells from which day an instalment is to be paid; null as long as that is not known. At the start or by a
 * milestone's day it is due on that day, once the work began; all else once the work was accepted, and not before its
 * day.
 */
function dueFrom({ trigger, on }: Instalment, { began, accepted }: Moments): string | null {
  const own = ownDay.includes(trigger) && on !== null && began !== null ? later(began, on) : null;
  return own ?? (accepted === null ? null : later(accepted, on));
}
/** Tells when an instalment is to be paid by what was agreed, whatever was noted of it; null: not yet. */
function dueBy(one: Instalment, { moments }: MoneyTerms): Waiting | null {
  if (isSettlement(one) && one.on !== null) return { from: null, by: one.on };
  const from = moments && one.earlier === null ? dueFrom(one, moments) : null;
  return from === null ? null : { from, by: lastDay(from, one.days) };
}
/**
 * Says how much of each instalment `of` covers, by its id. What stands outside the instalments of its version, or above one of
 * them, counts for the first that are not covered: what was paid before the agreement was changed stays paid.
 */
export function coveredOf(money: MoneyTerms, bills: readonly Bill[], of: (bill: Bill) => number): Map<string, number> {
  const covered = new Map<string, number>();
  const spare = new Map<number | null, number>();
  for (const bill of bills) {
    const version = versionOf(bill.instalment);
    spare.set(version, (spare.get(version) ?? 0) + of(bill));
  }
  const take = ({ id, earlier }: Instalment, amount: number) => {
    const taken = Math.max(0, Math.min(amount, spare.get(earlier) ?? 0));
    covered.set(id, (covered.get(id) ?? 0) + taken);
    spare.set(earlier, (spare.get(earlier) ?? 0) - taken);
  };
  const all = instalmentsOf(money);
  for (const one of all) take(one, Math.min(one.amount, sumOf(of, bills, one.id)));
  for (const one of all) take(one, one.amount - (covered.get(one.id) ?? 0));
  return covered;
}
const sumOf = (of: (bill: Bill) => number, bills: readonly Bill[], id: string) =>
  bills.reduce((sum, bill) => sum + (bill.instalment === id ? of(bill) : 0), 0);
const asked = ({ amount = 0 }: Bill) => amount;

/** Tells when what no invoice asks of each instalment is to be paid, by its id; what waits for nothing is left out. */
export function restsOf(money: MoneyTerms, bills: readonly Bill[]): Map<string, Waiting & { amount: number }> {
  const covered = coveredOf(money, bills, asked);
  return new Map(
    instalmentsOf(money).flatMap((one) => {
      const amount = one.amount - (covered.get(one.id) ?? 0);
      // What was not invoiced when a version ended is asked no more; only its settlement is.
      const isOver = !isSettlement(one) && (money.left != null || one.earlier !== null);
      const due = amount > 0 && !isOver ? dueBy(one, money) : null;
      return due ? [[one.id, { ...due, amount }] as const] : [];
    }),
  );
}
/** Tells whether anything that is agreed with the team of this version is not paid yet. */
function isOwed(money: MoneyTerms, bills: readonly Bill[], version: number | null): boolean {
  const covered = coveredOf(money, bills, ({ amount = 0, paid_on }) => (paid_on ? amount : 0));
  return instalmentsOf(money).some(({ id, earlier, amount }) => earlier === version && amount > (covered.get(id) ?? 0));
}
/** Tells whether an invoice asks what is agreed, is not paid, and anything that is agreed is not paid either. */
const isAsked = (bill: Bill, money: MoneyTerms, bills: readonly Bill[]): boolean =>
  isOpen(bill) && Boolean(bill.invoiced_on) && isOwed(money, bills, versionOf(bill.instalment));
const instalmentAt = ({ instalment }: Bill, money: MoneyTerms) =>
  instalmentsOf(money).find(({ id }) => id === instalment);
/**
 * Tells whether an invoice waits for the moment of its instalment: not where that is a settlement, and no longer once
 * its version ended.
 */
const waitsForMoment = (one: Instalment, { left }: MoneyTerms): boolean =>
  !isSettlement(one) && left == null && one.earlier === null;
/**
 * Returns the day before which an invoice of an instalment is not due, as far as one says so: that of what was
 * agreed. The end of the work makes nothing due before its day: what was not due by then waits for the end, and for
 * the day that the version names.
 */
function notBefore(one: Instalment, money: MoneyTerms): string | null {
  if (isSettlement(one)) return null;
  if (one.earlier !== null) return one.on;
  const agreed = money.moments ? dueFrom(one, money.moments) : null;
  return agreed ?? (money.left?.on ? later(money.left.on, one.on) : null);
}
/**
 * Tells whether an invoice came before the moment that its instalment waits for: it is to be paid once that comes, and
 * by no day yet.
 */
export function isAhead(bill: Bill, money: MoneyTerms, bills: readonly Bill[]): boolean {
  const one = instalmentAt(bill, money);
  return isAsked(bill, money, bills) && one !== undefined && waitsForMoment(one, money) && dueBy(one, money) === null;
}
/**
 * Until when an open invoice may be paid, as long as anything that is agreed is not paid: within the term of its own day, or of
 * the day on which its instalment is due where that is later; null while that waits for its moment. What who pays noted by
 * themselves moves nothing of what was due already: then the day of the agreement stays.
 */
export function invoiceDue(
  bill: Bill,
  money: MoneyTerms,
  bills: readonly Bill[],
): (Waiting & { keepsDay: boolean }) | null {
  if (!isAsked(bill, money, bills) || !bill.invoiced_on || isAhead(bill, money, bills)) return null;
  const instalment = instalmentAt(bill, money);
  const due = instalment ? dueBy(instalment, money) : null;
  const from = later(bill.invoiced_on, instalment ? notBefore(instalment, money) : null);
  const term = { from, by: lastDay(from, instalment?.days ?? daysToPay(money.terms)) };
  return !bill.asks && due && due.by < term.by ? { ...due, keepsDay: true } : { ...term, keepsDay: false };
}
/** All that waits to be paid, whichever is to be paid soonest first: open invoices, and what no invoice asks yet of what is due. */
export function allWaiting(money: MoneyTerms, bills: readonly Bill[]): Asked[] {
  const waiting = [
    ...bills.flatMap((bill) => {
      const due = invoiceDue(bill, money, bills);
      return due ? [{ instalment: bill.instalment, amount: asked(bill), from: due.from, by: due.by }] : [];
    }),
    ...[...restsOf(money, bills)].map(([instalment, rest]) => ({ instalment, ...rest })),
  ];
  return waiting.sort((a, b) => a.by.localeCompare(b.by));
}
type Asked = Waiting & { instalment: string; amount: number };
/** Finds what of that waits to be paid first; null when nothing does. */
export function firstWaiting(money: MoneyTerms, bills: readonly Bill[]): Waiting | null {
  const [first] = allWaiting(money, bills);
  return first ? { from: first.from, by: first.by } : null;
}
/**
 * Lists what waits on each side on this day: instalments that are due and not all invoiced, on who invoices; open
 * invoices and settlements, which nobody needs to invoice, on who pays. An invoice that came before its instalment is
 * due asks nobody yet.
 */
export function waitingOn(money: MoneyTerms, bills: readonly Bill[], today: string) {
  const due = [...restsOf(money, bills)].filter(([, { from }]) => (from ?? today) <= today);
  const toInvoice = due.filter(([id]) => !asksSettlement(id)).length;
  const open = bills.filter((bill) => {
    const waiting = invoiceDue(bill, money, bills);
    return waiting !== null && (waiting.from ?? today) <= today;
  }).length;
  return { toInvoice, toPay: open + due.length - toInvoice };
}
/** Says how much of an instalment should have been paid before this day and was not, and how much was paid. */
export function lateOf(money: MoneyTerms, bills: readonly Bill[], id: string, today: string) {
  const own = bills.filter(({ instalment }) => instalment === id);
  const sum = (which: (bill: Bill) => boolean) => own.filter(which).reduce((all, bill) => all + asked(bill), 0);
  const rest = restsOf(money, bills).get(id);
  const isLate = (waiting: Waiting | null | undefined) => waiting != null && waiting.by < today;
  return {
    late: sum((bill) => isLate(invoiceDue(bill, money, bills))) + (rest && isLate(rest) ? rest.amount : 0),
    paid: sum(({ paid_on }) => Boolean(paid_on)),
  };
}
