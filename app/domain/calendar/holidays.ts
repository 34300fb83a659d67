/** Describes a calendar day as "yyyy-mm-dd"; carries no time and no zone. */
export type Day = string;
/** These are the first and the last day off, both included. */
export type Span = { from: Day; to: Day; name?: string };

const millis = 86_400_000;
const pad = (n: number, size = 2) => String(n).padStart(size, "0");
/** Answers the day of a year, month (1–12) and day number; numbers out of range roll over into the next month. */
export const dayOf = (year: number, month: number, date: number): Day => {
  const d = new Date(Date.UTC(year, month - 1, date));
  return `${pad(d.getUTCFullYear(), 4)}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())}`;
};
/** Tells whether the text is a day that exists: "2028-02-29" does, "2027-02-29" does not. */
export const isDay = (text: unknown): text is Day => {
  const [, y, m, d] = (typeof text === "string" ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) : null) ?? [];
  return y !== undefined && Number(y) >= 1900 && dayOf(Number(y), Number(m), Number(d)) === text;
};
/** Returns days since 1 January 1970. Throws a RangeError on a day that does not exist: callers check typed dates first. */
export const dayNumber = (day: Day): number => {
  if (!isDay(day)) throw new RangeError(`no such day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / millis;
};
/** Answers the day that lies this many days after 1 January 1970, as the inverse of `dayNumber`. */
export const dayFromNumber = (n: number): Day => new Date(n * millis).toISOString().slice(0, 10);
/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** Answers Easter Sunday in the Gregorian calendar (the anonymous computus of 1876). */
function easter(year: number): Day {
  const a = year % 19,
    b = Math.floor(year / 100),
    c = year % 100;
  const f = Math.floor((b + 8) / 25),
    g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}
const after = (day: Day, n: number) => dayFromNumber(dayNumber(day) + n);

/**
 * Returns Dutch public holidays of a year: New Year, Easter Monday, King's Day (27 April, on the 26th when that is a
 * Sunday), Liberation Day in lustrum years only, Ascension, Whit Monday, two days of Christmas. Good Friday is an
 * ordinary working day unless the calendar says otherwise.
 */
export function publicHolidays(year: number, goodFriday = false): Day[] {
  const sunday = easter(year);
  const kingsDay = dayOf(year, 4, 27);
  return [
    dayOf(year, 1, 1),
    ...(goodFriday ? [after(sunday, -2)] : []),
    after(sunday, 1),
    weekday(kingsDay) === 7 ? dayOf(year, 4, 26) : kingsDay,
    ...(year % 5 === 0 ? [dayOf(year, 5, 5)] : []),
    after(sunday, 39),
    after(sunday, 50),
    dayOf(year, 12, 25),
    dayOf(year, 12, 26),
  ];
}
