import { dayFromNumber, dayNumber, dayOf, weekday, type Day } from "./holidays.ts";

/**
 * Wall-clock time in Europe/Amsterdam follows the European rule (directive 2000/84/EC): summer time runs from the last
 * Sunday of March to that of October, both at 01:00 UTC.
 */
const hour = 3_600_000;
const lastSunday = (year: number, month: number) => {
  const last = dayOf(year, month + 1, 0);
  return dayNumber(last) - (weekday(last) % 7);
};
const summer = new Map<number, readonly [number, number]>();
function summerOf(year: number): readonly [number, number] {
  const known = summer.get(year);
  if (known) return known;
  const span = [lastSunday(year, 3) * 24 * hour + hour, lastSunday(year, 10) * 24 * hour + hour] as const;
  summer.set(year, span);
  return span;
}
/** Answers how many hours Amsterdam is ahead of UTC at this instant: 2 in summer, 1 in winter. */
export function offsetAt(instant: Date): 1 | 2 {
  const [from, to] = summerOf(instant.getUTCFullYear());
  return +instant >= from && +instant < to ? 2 : 1;
}
/** The calendar day it is in Amsterdam at this instant. */
export const amsterdamDay = (instant: Date): Day =>
  dayFromNumber(Math.floor((+instant + offsetAt(instant) * hour) / (24 * hour)));

/**
 * Returns the instant of a wall-clock time on a day. An hour that exists twice means the first of the two; one that
 * is skipped means the moment the clock jumps past it.
 */
export function instantAt(day: Day, hours: number, minutes = 0): Date {
  const local = dayNumber(day) * 24 * hour + hours * hour + minutes * 60_000;
  const asSummer = new Date(local - 2 * hour);
  return offsetAt(asSummer) === 2 ? asSummer : new Date(local - hour);
}
/** Returns the last minute of a day, 23:59 in Amsterdam: when a term ends (docs/domain.md 6.5). */
export const endOfDay = (day: Day): Date => instantAt(day, 23, 59);
