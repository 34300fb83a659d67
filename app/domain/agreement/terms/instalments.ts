import { dayFromNumber, dayNumber } from "#app/domain/calendar/holidays.ts";
import { sameName } from "./rules.ts";
import type { Terms } from "./fields.ts";

/**
 * Describes one instalment of a version. `id`: its place in the agreement; `on`: the day before which it is not due;
 * `days`: within how many days it is paid; `earlier`: the version of a team that left, or null for what is agreed
 * now.
 */
export type Instalment = {
  id: string;
  title: string;
  amount: number;
  trigger: string;
  on: string | null;
  days: number;
  earlier: number | null;
  /** Tells how much was asked by then of what ended. So much may be asked again for what was taken back. */
  most?: number;
};
/** Describes the days on which the work began and on which it was accepted or ended well; null as long as that did not happen. */
export type Moments = { began: string | null; accepted: string | null };
/** Holds what both sides settled beside the instalments, and the last day on which it is paid: a line of its own. */
export type Settlement = { amount: number; on: string };
const settlementId = "settlement";
type Amounts = Readonly<Record<string, number>>;
/**
 * Holds what is left to pay of a version that ended: what is asked for each instalment, of what was asked by then
 * (`most`), and the settlement. What was taken back since is asked no more. `on`: the day on which the work was
 * ended; null of a team that left.
 */
export type Left = { asked: Amounts; most: Amounts; settlement: Settlement | null; on: string | null };
/**
 * Holds what is left of the version of a team that left, which stays to be paid beside all that is agreed with the
 * next. `institutionId`: the school of that team.
 */
export type Earlier = { version: number; terms: Terms; left: Left; institutionId?: string | null };
/**
 * Tells what the money of an assignment follows: the terms of a version with what was settled beside it (`added`), or
 * what is left of it once it ended; and what is left of the versions of earlier teams.
 */
export type MoneyTerms = {
  terms: Terms;
  added?: Settlement | null;
  left?: Left | null;
  moments?: Moments;
  earlier?: readonly Earlier[];
};
const trimmed = (text: string | null | undefined) => (text ?? "").trim();
/** Describes a row of instalments as the terms have it. */
export type AgreedRow = NonNullable<Terms["instalments"]>[number];
const dueOn = (row: AgreedRow, terms: Terms): string | null =>
  row.date || momentOf(row, terms)[row.trigger as keyof ReturnType<typeof momentOf>] || null;
/** Returns the day of the moment that a payment waits for, as far as the version names it. */
const momentOf = (row: AgreedRow, terms: Terms) => ({
  start: terms.start_date,
  end: terms.end_date,
  milestone: milestoneOf(row, terms)?.date,
});
/** Returns the milestone that a payment waits for: planned on its day, or of the same name. */
const milestoneOf = ({ title, date }: AgreedRow, { milestones }: Terms) =>
  milestones?.find((one) => (date ? one.date === date : sameName(one.title ?? "", title ?? "")));

const usualDays = 30;
/** Tells within how many days what is asked is paid, by these terms. */
export const daysToPay = ({ payment_days: days }: Terms): number => days ?? usualDays;
/** Returns the last day on which what is asked on a day may be paid. */
export const lastDay = (from: string, days: number): string => dayFromNumber(dayNumber(from) + days);

/** Tells what a payment is called: by its own title, or by the milestone that was planned on its day. */
const titleOf = (row: AgreedRow, terms: Terms): string =>
  trimmed(row.title) || trimmed(row.trigger === "milestone" ? milestoneOf(row, terms)?.title : "");
/** Returns the instalments as a version has them; a fee without any is paid at once, at the end. */
export function agreedInstalments(terms: Terms): Instalment[] {
  const { instalments, fee_amount: fee } = terms;
  const rows = instalments ?? [];
  const all: readonly AgreedRow[] = rows.length === 0 && fee ? [{ amount: fee, trigger: "end" }] : rows;
  return all.map((row, i) => ({
    id: String(i + 1),
    title: titleOf(row, terms),
    amount: row.amount ?? 0,
    trigger: row.trigger ?? "",
    on: dueOn(row, terms),
    days: daysToPay(terms),
    earlier: null,
  }));
}
const settled = (settlement: Settlement | null, terms: Terms): Instalment[] =>
  settlement
    ? [{ id: settlementId, title: "", trigger: settlementId, days: daysToPay(terms), earlier: null, ...settlement }]
    : [];
/** Counts what is left of a version that ended: never more than it agreed, for each instalment and in all. */
function remaining(terms: Terms, { asked, most: byThen, settlement }: Left): Instalment[] {
  const leaves = (one: Instalment, most: number) => ({ ...one, amount: Math.min(most, asked[one.id] ?? 0), most });
  const agreed = agreedInstalments(terms);
  const asAgreed = agreed.flatMap((one) => {
    const most = byThen[one.id];
    return most === undefined ? [] : [leaves(one, Math.min(most, one.amount))];
  });
  let room = agreed.reduce((sum, { amount }) => sum + amount, 0) - asAgreed.reduce((sum, { most }) => sum + most, 0);
  // What was asked for an instalment that a later version dropped is part of what that version agreed.
  const dropped = Object.entries(byThen).flatMap(([id, amount]) => {
    if (id === settlementId || agreed.some((one) => one.id === id)) return [];
    const most = Math.min(amount, room);
    room -= most;
    const one = { id, title: id, amount, trigger: "", on: null, days: daysToPay(terms), earlier: null };
    return most > 0 ? [leaves(one, most)] : [];
  });
  return [...asAgreed, ...dropped, ...settled(settlement, terms)];
}
/** Says how an instalment of an earlier team's version is known among those that are agreed now. */
export const earlierId = (version: number, id: string): string => `v${version}.${id}`;
/** Tells of which earlier team's version an instalment is, by its id; null: of what is agreed now. */
export const versionOf = (id: string): number | null => {
  const version = /^v(\d+)\./.exec(id)?.[1];
  return version === undefined ? null : Number(version);
};
/**
 * Returns the instalments that are to be paid: those of the version; once it ended, those that were invoiced by then,
 * each for as much; with the settlement after them. After them stands what is left of earlier teams.
 */
export function instalmentsOf({ terms, added = null, left, earlier = [] }: MoneyTerms): Instalment[] {
  return [
    ...(left ? remaining(terms, left) : [...agreedInstalments(terms), ...settled(added, terms)]),
    ...earlier.flatMap(({ version, terms: theirs, left: rest }) =>
      remaining(theirs, rest).map((one) => ({ ...one, id: earlierId(version, one.id), earlier: version })),
    ),
  ];
}
/** Returns all that may be asked by what is agreed now, or by the version of an earlier team. */
export const agreedIn = (money: MoneyTerms, version: number | null = null): number =>
  instalmentsOf(money).reduce((sum, { amount, earlier }) => sum + (earlier === version ? amount : 0), 0);
/** Returns all that may be asked in an assignment: by what is agreed now, and of what teams that left were to be paid. */
export const agreedWithAll = (money: MoneyTerms): number =>
  instalmentsOf(money).reduce((sum, { amount }) => sum + amount, 0);
/** Returns all that may be asked of it at most, what was taken back and may be asked again among it. */
export const mostIn = (money: MoneyTerms, version: number | null = null): number =>
  instalmentsOf(money).reduce((sum, one) => sum + (one.earlier === version ? mostOf(one) : 0), 0);
/** Says how much may be asked of an instalment at most. */
export const mostOf = ({ amount, most }: Instalment): number => most ?? amount;
/** Tells to which instalment a note belongs: by its id, or by its title where it was typed before instalments were picked. */
export const instalmentOf = (said: string, terms: Terms): string => {
  const agreed = agreedInstalments(terms);
  if (said === settlementId || versionOf(said) !== null || agreed.some(({ id }) => id === said)) return said;
  return agreed.find(({ title }) => sameName(title, said))?.id ?? said;
};
/** Tells whether it waits for a milestone that has no day yet: then that is said in place of a day. */
export const waitsUndated = ({ trigger, on }: Pick<Instalment, "trigger" | "on">): boolean =>
  trigger === "milestone" && on === null;
/**
 * Tells whether what was noted under this id was for a settlement, of now or of an earlier team, also where none is
 * agreed any more.
 */
export const asksSettlement = (id: string): boolean => id.replace(/^v\d+\./, "") === settlementId;
/** Tells whether a line is a settlement, of now or of an earlier team. */
export const isSettlement = ({ trigger }: Pick<Instalment, "trigger">): boolean => trigger === settlementId;
