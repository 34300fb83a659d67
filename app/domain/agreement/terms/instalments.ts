import { dayFromNumber, dayNumber } from "#app/domain/calendar/holidays.ts";
import { sameName } from "./rules.ts";
import type { Terms } from "./fields.ts";

/**
 * One instalment of a version. `id`: its place in the agreement; `on`: the day before which it is not due; `days`: within how
 * many days it is paid; `earlier`: the version of a team that left, or null for what is agreed now.
 */
export type Instalment = {
  id: string;
  title: string;
  amount: number;
  trigger: string;
  on: string | null;
  days: number;
  earlier: number | null;
};
/** The days on which the work began and on which it was accepted or ended well; null as long as that did not happen. */
export type Moments = { began: string | null; accepted: string | null };
/** What both sides settled beside the instalments, and the last day on which it is paid: a line of its own. */
export type Settlement = { amount: number; on: string };
const settlementId = "settlement";
/** What is left to pay of a version that ended: what was asked by then for each instalment, and the settlement. */
export type Left = { asked: Readonly<Record<string, number>>; settlement: Settlement | null };
/**
 * What is left of the version of a team that left, which stays to be paid beside all that is agreed with the next.
 * `institutionId`: the school of that team.
 */
export type Earlier = { version: number; terms: Terms; left: Left; institutionId?: string | null };
/**
 * What the money of an assignment follows: the terms of a version with what was settled beside it (`added`), or what is left
 * of it once it ended; and what is left of the versions of earlier teams.
 */
export type MoneyTerms = {
  terms: Terms;
  added?: Settlement | null;
  left?: Left | null;
  moments?: Moments;
  earlier?: readonly Earlier[];
};
const trimmed = (text: string | null | undefined) => (text ?? "").trim();
/** A row of instalments as the terms have it. */
export type AgreedRow = NonNullable<Terms["instalments"]>[number];
const dueOn = ({ date, trigger }: AgreedRow, terms: Terms): string | null =>
  date || (trigger === "start" ? terms.start_date : trigger === "end" ? terms.end_date : null) || null;

const usualDays = 30;
/** Within how many days what is asked is paid, by these terms. */
export const daysToPay = ({ payment_days: days }: Terms): number => days ?? usualDays;
/** The last day on which what is asked on a day may be paid. */
export const lastDay = (from: string, days: number): string => dayFromNumber(dayNumber(from) + days);

/** What a payment is called: by its own title, or by the milestone that was planned on its day. */
const titleOf = ({ title, trigger, date }: AgreedRow, { milestones }: Terms): string =>
  trimmed(title) || trimmed(trigger === "milestone" && date ? milestones?.find((one) => one.date === date)?.title : "");
/** The instalments as a version has them; a fee without any is paid at once, at the end. */
function agreedInstalments(terms: Terms): Instalment[] {
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
const remaining = (terms: Terms, { asked, settlement }: Left): Instalment[] => [
  ...agreedInstalments(terms).flatMap((one) => {
    const amount = asked[one.id];
    return amount === undefined ? [] : [{ ...one, amount }];
  }),
  ...settled(settlement, terms),
];
/** How an instalment of an earlier team's version is known among those that are agreed now. */
export const earlierId = (version: number, id: string): string => `v${version}.${id}`;
/** Of which earlier team's version an instalment is, by its id; null: of what is agreed now. */
export const versionOf = (id: string): number | null => {
  const version = /^v(\d+)\./.exec(id)?.[1];
  return version === undefined ? null : Number(version);
};
/**
 * The instalments that are to be paid: those of the version; once it ended, those that were invoiced by then, each for as
 * much; with the settlement after them. After them stands what is left of earlier teams.
 */
export function instalmentsOf({ terms, added = null, left, earlier = [] }: MoneyTerms): Instalment[] {
  return [
    ...(left ? remaining(terms, left) : [...agreedInstalments(terms), ...settled(added, terms)]),
    ...earlier.flatMap(({ version, terms: theirs, left: rest }) =>
      remaining(theirs, rest).map((one) => ({ ...one, id: earlierId(version, one.id), earlier: version })),
    ),
  ];
}
/** All that may be asked by what is agreed now, or by the version of an earlier team. */
export const agreedIn = (money: MoneyTerms, version: number | null = null): number =>
  instalmentsOf(money).reduce((sum, { amount, earlier }) => sum + (earlier === version ? amount : 0), 0);
/** To which instalment a note belongs: by its id, or by its title where it was typed before instalments were picked. */
export const instalmentOf = (said: string, terms: Terms): string => {
  const agreed = agreedInstalments(terms);
  if (said === settlementId || versionOf(said) !== null || agreed.some(({ id }) => id === said)) return said;
  return agreed.find(({ title }) => sameName(title, said))?.id ?? said;
};
/** Whether a line is a settlement, of now or of an earlier team. */
export const isSettlement = ({ trigger }: Pick<Instalment, "trigger">): boolean => trigger === settlementId;
