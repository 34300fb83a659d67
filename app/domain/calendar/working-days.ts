import { amsterdamDay, endOfDay, instantAt } from "./amsterdam.ts";
import { dayFromNumber, dayNumber, dayOf, publicHolidays, weekday, type Day, type Span } from "./holidays.ts";

export { amsterdamDay, endOfDay } from "./amsterdam.ts";
export { isDay, type Day } from "./holidays.ts";

/**
 * Tells what counts as a working day: weekdays without public holidays and without these spans (school holidays of
 * the lead institution, docs/domain.md 6.5).
 */
export type Calendar = { closed: readonly Span[]; goodFriday?: boolean };

const holidays = new Map<string, ReadonlySet<Day>>();
function holidaysOf(year: number, goodFriday: boolean): ReadonlySet<Day> {
  const key = `${year}${goodFriday ? "+" : ""}`;
  const known = holidays.get(key) ?? new Set(publicHolidays(year, goodFriday));
  holidays.set(key, known);
  return known;
}
/** Tells whether people are expected to work on this day. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  return (
    weekday(day) <= 5 &&
    !holidaysOf(Number(day.slice(0, 4)), calendar.goodFriday ?? false).has(day) &&
    !calendar.closed.some((span) => span.from <= day && day <= span.to)
  );
}
/** Returns the nth working day after (or, below zero, before) a day; the day itself never counts. Zero gives the day itself. */
export function workingDayFrom(day: Day, n: number, calendar: Calendar): Day {
  const step = n < 0 ? -1 : 1;
  let at = dayNumber(day);
  for (let left = Math.abs(Math.trunc(n)); left > 0; ) {
    at += step;
    if (isWorkingDay(dayFromNumber(at), calendar)) left -= 1;
  }
  return dayFromNumber(at);
}
/** Ends at 23:59 in Amsterdam on the nth working day after the day of `from`. */
export const addWorkingDays = (from: Date, n: number, calendar: Calendar): Date =>
  endOfDay(workingDayFrom(amsterdamDay(from), n, calendar));
/** Ends at 23:59 in Amsterdam, n calendar days after the day of `from`. */
export const addCalendarDays = (from: Date, n: number): Date =>
  endOfDay(dayFromNumber(dayNumber(amsterdamDay(from)) + Math.trunc(n)));
/** Returns the same day n months on, or the last day of that month when it is shorter. */
export function monthsFrom(day: Day, n: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = Number(dayOf(year, month + n + 1, 0).slice(8));
  return dayOf(year, month + n, Math.min(date, last));
}
/** Ends at 23:59 in Amsterdam, n months after the day of `from`. */
export const addMonths = (from: Date, n: number): Date => endOfDay(monthsFrom(amsterdamDay(from), Math.trunc(n)));

/** Returns working days after the day of `from` up to and with the day of `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Date, to: Date, calendar: Calendar): number {
  const last = dayNumber(amsterdamDay(to));
  let count = 0;
  for (let at = dayNumber(amsterdamDay(from)) + 1; at <= last; at += 1)
    if (isWorkingDay(dayFromNumber(at), calendar)) count += 1;
  return count;
}
/** Reminders go out at nine in the morning. */
const morning = (day: Day) => instantAt(day, 9);
/** The first reminder goes out at nine o'clock on the working day half-way through the term. */
const halfway = (from: Date, to: Date, calendar: Calendar): Date =>
  morning(workingDayFrom(amsterdamDay(from), Math.floor(workingDaysBetween(from, to, calendar) / 2), calendar));
/** Returns the second reminder: nine o'clock, two working days before the term ends. */
const twoDaysBefore = (to: Date, calendar: Calendar): Date => morning(workingDayFrom(amsterdamDay(to), -2, calendar));
/** Returns one notice, nine o'clock, some calendar days before the term ends. */
export const daysBefore = (to: Date, n: number): Date => morning(dayFromNumber(dayNumber(amsterdamDay(to)) - n));
/** Returns the reminders of a term in order, each once and strictly inside it: a short term may have one or none. */
export const remindersWithin = (from: Date, to: Date, calendar: Calendar): Date[] =>
  [...new Set([halfway(from, to, calendar), twoDaysBefore(to, calendar)].map(Number))]
    .filter((at) => at > +from && at < +to)
    .sort((a, b) => a - b)
    .map((at) => new Date(at));
