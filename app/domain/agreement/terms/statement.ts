import { billKey, isOpen, saidOf, type Bill, type TakenBack } from "./bills.ts";
import { coveredOf, invoiceDue, isAhead, restsOf, type Waiting } from "./due.ts";
import {
  agreedIn,
  asksSettlement,
  instalmentsOf,
  mostIn,
  mostOf,
  versionOf,
  waitsUndated,
  type Instalment,
  type MoneyTerms,
} from "./instalments.ts";

/**
 * Describes one invoice as the statement shows it; `payBy`: the last day on which it may be paid, while it is not;
 * `taken`: it was taken back, and counts as nothing.
 */
export type Invoice = {
  key: string;
  number: string;
  amount: number;
  paid: number;
  invoicedOn: string | null;
  payBy: string | null;
  /** Whoever pays noted it: the day of the agreement stays. */
  keepsDay: boolean;
  /** It came before the moment that its instalment waits for: nobody is asked to pay it yet. */
  ahead: boolean;
  paidOn: string | null;
  /** It asks something and is not paid. */
  open: boolean;
  note: string;
  /** Tells who noted it as it stands here, and on which day. */
  noted: { by: string | null; on: string | null };
  taken: TakenBack | null;
};
/** Describes one line of the statement; `instalment` is null for what was noted under a name the agreement does not know. */
export type Line = {
  key: string;
  instalment: Instalment | null;
  invoices: readonly Invoice[];
  billed: number;
  paid: number;
  /** Counts what is agreed and not paid yet; nothing where the version does not know it: that only says how what is agreed was asked. */
  open: number;
  /** Tells when what no invoice asks yet is to be paid. */
  waits: Waiting | null;
  /** It waits for a milestone without a day, and no other day is known of all that is open of it. */
  undated: boolean;
};
/** Describes the lines of one version with their sums; `over`: what was paid above all that is agreed. */
export type Part = {
  lines: readonly Line[];
  agreed: number;
  billed: number;
  paid: number;
  open: number;
  over: number;
};
const total = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((all, row) => all + of(row), 0);
const paidOf = ({ amount = 0, paid_on }: Bill) => (paid_on ? amount : 0);

function invoiceOf(bill: Bill, money: MoneyTerms, bills: readonly Bill[]): Invoice {
  const due = invoiceDue(bill, money, bills);
  return {
    key: billKey(bill),
    number: bill.invoice ?? "",
    amount: bill.amount ?? 0,
    paid: paidOf(bill),
    invoicedOn: bill.invoiced_on ?? null,
    payBy: due?.by ?? null,
    keepsDay: due?.keepsDay ?? false,
    ahead: isAhead(bill, money, bills),
    paidOn: bill.paid_on ?? null,
    open: isOpen(bill),
    note: bill.note ?? "",
    noted: { by: bill.noter ?? null, on: bill.on ?? null },
    taken: bill.taken ?? null,
  };
}
type Counted = { covered: ReadonlyMap<string, number>; rests: ReadonlyMap<string, Waiting> };
const lineOf = (
  key: string,
  instalment: Instalment | null,
  bills: readonly Bill[],
  money: MoneyTerms,
  { covered, rests }: Counted,
): Line => {
  const invoices = bills
    .filter((bill) => bill.instalment === key)
    .map((bill) => invoiceOf(bill, money, bills))
    .filter(({ amount, note, taken }) => amount > 0 || note !== "" || taken)
    .sort((a, b) => (a.invoicedOn ?? "").localeCompare(b.invoicedOn ?? ""));
  const [billed, paid] = [total(invoices, (one) => one.amount), total(invoices, (one) => one.paid)];
  const rest = rests.get(key);
  const open = instalment ? instalment.amount - (covered.get(key) ?? 0) : 0;
  const dated = total(invoices, ({ amount, payBy }) => (payBy === null ? 0 : amount));
  const isDated = rest !== undefined || dated >= open;
  return {
    key,
    instalment,
    invoices,
    billed,
    paid,
    open,
    waits: rest ? { from: rest.from, by: rest.by } : null,
    undated: instalment !== null && waitsUndated(instalment) && !isDated,
  };
};
function partOf(version: number | null, money: MoneyTerms, bills: readonly Bill[], counted: Counted): Part {
  const own = bills.filter((bill) => versionOf(bill.instalment) === version);
  const instalments = instalmentsOf(money).filter(({ earlier }) => earlier === version);
  const unknown = new Set(
    own.map((bill) => bill.instalment).filter((key) => !instalments.some(({ id }) => id === key)),
  );
  const lines = [
    ...instalments.map((one) => lineOf(one.id, one, own, money, counted)),
    ...[...unknown].map((key) => lineOf(key, null, own, money, counted)).filter((line) => line.invoices.length > 0),
  ];
  const [agreed, paid] = [agreedIn(money, version), total(lines, (line) => line.paid)];
  return {
    lines,
    agreed,
    billed: total(lines, (line) => line.billed),
    paid,
    open: total(lines, (line) => line.open),
    over: Math.max(0, paid - agreed),
  };
}
/**
 * Lists what is agreed, asked, paid and open, instalment by instalment, with the sums; and apart from it the same of
 * the version of each team that left.
 */
export function statementOf(money: MoneyTerms, bills: readonly Bill[]) {
  const counted = { covered: coveredOf(money, bills, paidOf), rests: restsOf(money, bills) };
  const earlier = (money.earlier ?? []).map(({ version }) => ({
    version,
    ...partOf(version, money, bills, counted),
  }));
  return { ...partOf(null, money, bills, counted), earlier: earlier.filter(({ lines }) => lines.length > 0) };
}
/**
 * Returns the order in which the money of several assignments is looked after: what is to be paid soonest first, so
 * that what is late leads; then what is open and waits for a day; and at last what is paid. `deadline`: by when
 * something of it is to be paid.
 */
export function byPayDay(one: Owing, other: Owing): number {
  const rank = ({ deadline, open, earlier }: Owing) =>
    deadline !== null ? 0 : open + total(earlier, (part) => part.open) > 0 ? 1 : 2;
  return rank(one) - rank(other) || (one.deadline ?? "").localeCompare(other.deadline ?? "");
}
type Owing = { deadline: string | null; open: number; earlier: readonly { open: number }[] };
/** Returns all that is still open, of earlier teams too. */
export const openIn = (money: MoneyTerms, bills: readonly Bill[]): number => {
  const { open, earlier } = statementOf(money, bills);
  return open + total(earlier, (part) => part.open);
};
/**
 * Says how much one invoice may ask: what is agreed for its instalment and was not asked for it by others, and never more than
 * its version leaves beside all others. What was noted of it already may be noted again, as paid, also where a later version
 * leaves no room for it any more.
 */
export function roomFor(said: Bill, money: MoneyTerms, bills: readonly Bill[]): number {
  const version = versionOf(said.instalment);
  const noted = saidOf(bills, said);
  const others = bills.filter((bill) => versionOf(bill.instalment) === version && bill !== noted);
  const asked = (of: readonly Bill[]) => total(of, (bill) => bill.amount ?? 0);
  const own = instalmentsOf(money).find((one) => one.id === said.instalment);
  const left = (own ? mostOf(own) : 0) - asked(others.filter((bill) => bill.instalment === said.instalment));
  return Math.max(noted?.amount ?? 0, Math.min(left, mostIn(money, version) - asked(others)));
}
/** Says how much these invoices ask together. */
const billedIn = (bills: readonly Bill[]): number => total(bills, ({ amount = 0 }) => amount);
/** Says how much all invoices of one instalment ask. */
export const askedFor = (bills: readonly Bill[], id: string): number =>
  total(bills, ({ instalment, amount = 0 }) => (instalment === id ? amount : 0));
/** The same of each instalment that was invoiced, however it is called now. */
export const askedBy = (bills: readonly Bill[]): { [instalment: string]: number } =>
  Object.fromEntries(bills.map(({ instalment }) => [instalment, askedFor(bills, instalment)]));
/** Lists who noted an invoice, or took it back, in any of these statements. */
export const notersIn = (statement: ReturnType<typeof statementOf>): string[] => [
  ...new Set(
    [statement, ...statement.earlier].flatMap(({ lines }) =>
      lines.flatMap(({ invoices }) => invoices.flatMap(({ noted, taken }) => taken?.by ?? noted.by ?? [])),
    ),
  ),
];
/** Returns all that was paid, to earlier teams too. */
export const paidIn = (bills: readonly Bill[]): number => total(bills, paidOf);
/** Tells what the version in force agreed, what was invoiced and paid of it, and what that leaves to settle. */
export function leftToSettle({ terms, bills }: Pick<MoneyTerms, "terms"> & { bills: readonly Bill[] }) {
  const agreed = agreedIn({ terms });
  const own = bills.filter(({ instalment }) => versionOf(instalment) === null && !asksSettlement(instalment));
  const billed = billedIn(own);
  return { agreed, billed, paid: paidIn(own), left: Math.max(0, agreed - billed) };
}
