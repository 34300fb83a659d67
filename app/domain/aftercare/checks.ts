import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { dayFromNumber, dayNumber, type Day } from "#app/domain/calendar/holidays.ts";

/** After how many months the company is asked whether the solution is in use (docs/domain.md 6.4). */
export const checkChoices = ["3", "6", "12"] as const;
const checkMonths = checkChoices.map(Number);
/** A check can be answered from two weeks before its month is full until 45 days after it. */
const opensBefore = 14;
export const staysOpen = 45;

/** Describes the last moment of each check, by month, and the months that were answered. */
type CheckFacts = {
  now: Date;
  clocks: Readonly<Partial<Record<string, { dueAt: Date }>>>;
  answeredChecks: readonly number[];
};
/** Says `late` where the time for it is over and nobody answered; what is said then is kept as a late answer. */
type CheckState = "early" | "open" | "late" | "answered" | "none";

const closesOn = (f: CheckFacts, month: number): Date | null => f.clocks[`impl_check_${month}`]?.dueAt ?? null;
/** Returns the first day on which this check can be answered. */
export const opensOn = (f: CheckFacts, month: number): Day | null => {
  const closes = closesOn(f, month);
  return closes && dayFromNumber(dayNumber(amsterdamDay(closes)) - staysOpen - opensBefore);
};
/** Says how the check of this month stands now; `none` before it has a day. */
export function checkState(f: CheckFacts, month: number): CheckState {
  const closes = closesOn(f, month);
  if (f.answeredChecks.includes(month)) return "answered";
  if (!closes) return "none";
  if (amsterdamDay(f.now) < String(opensOn(f, month))) return "early";
  return f.now <= closes ? "open" : "late";
}
/** Returns the check to answer now: the one that is open, else the newest that was missed. */
export const checkNow = (f: CheckFacts): number | null =>
  checkMonths.find((month) => checkState(f, month) === "open") ??
  checkMonths.findLast((month) => checkState(f, month) === "late") ??
  null;

/** A figure says something with its unit only. */
export const isMeasured = (text: string): boolean => /\d/.test(text) && /[\p{L}%€°]/u.test(text);
