import { amsterdamDay, isWorkingDay, type Calendar } from "./working-days.ts";
import { dayFromNumber, dayNumber, isDay, type Day } from "./holidays.ts";

/** Describes a block start: a day, or "mm-dd" for every year, which means the first working day on or after it. */
export type BlockStart = string;
/**
 * An assignment may start this many calendar days into a block: kick-offs and timetables take the first three weeks.
 */
const startWindow = 21;

const firstWorkingDay = (day: Day, calendar: Calendar): Day => {
  let at = dayNumber(day);
  while (!isWorkingDay(dayFromNumber(at), calendar)) at += 1;
  return dayFromNumber(at);
};
/** Returns block starts of the years around a day, in order, each once. */
function startsAround(day: Day, starts: readonly BlockStart[], calendar: Calendar): Day[] {
  const year = Number(day.slice(0, 4));
  const all = starts.flatMap((start) =>
    isDay(start)
      ? [start]
      : [year - 1, year, year + 1, year + 2].map((y) => firstWorkingDay(`${y}-${start}`, calendar)),
  );
  return [...new Set(all)].sort();
}
/** Returns the next `n` block starts after the day of `now`. */
export const comingStarts = (now: Date, starts: readonly BlockStart[], calendar: Calendar, n: number): Day[] => {
  const today = amsterdamDay(now);
  return startsAround(today, starts, calendar)
    .filter((day) => day > today)
    .slice(0, n);
};
/**
 * Tells whether work may start on this day: within the first weeks of a block (guard `start_in_block`, docs/domain.md 6.6).
 */
export const startsInBlock = (day: Day, starts: readonly BlockStart[], calendar: Calendar): boolean =>
  startsAround(day, starts, calendar).some((start) => start <= day && dayNumber(day) - dayNumber(start) < startWindow);
