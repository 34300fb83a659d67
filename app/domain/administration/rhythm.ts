import { dayOf, isDay, type Day, type Span } from "#app/domain/calendar/holidays.ts";
import type { BlockStart } from "#app/domain/calendar/blocks.ts";

/** Tells when a school begins its blocks and when it is closed; no blocks are those of the defaults (docs/domain.md 6.8). */
export type Rhythm = { blocks: readonly BlockStart[]; holidays: readonly Span[] };
const mostBlocks = 40;
const mostHolidays = 80;
const pad = (text: string) => text.padStart(2, "0");

/** Starts of blocks as "1-9, 15-11": day and month of every year. Null when one is no day. */
export function readBlocks(text: string): BlockStart[] | null {
  const starts = text
    .split(/[,;\s]/)
    .filter((word) => word !== "")
    .map((word) => {
      const [, date = "", month = ""] = /^(\d\d?)-(\d\d?)$/.exec(word) ?? [];
      return `${pad(month)}-${pad(date)}`;
    });
  // It is counted in a year without 29 February: a block begins every year.
  return starts.length <= mostBlocks && starts.every((start) => isDay(`2027-${start}`)) ? starts : null;
}

const dayIn = (word: string): Day | null => {
  const [, date, month, year] = /^(\d\d?)-(\d\d?)-(\d{4})$/.exec(word) ?? [];
  const day = `${year}-${pad(month ?? "")}-${pad(date ?? "")}`;
  return isDay(day) ? dayOf(Number(year), Number(month), Number(date)) : null;
};
/** Returns holidays, one a line: first and last day as d-m-jjjj, then what it is called. Null when a line is no such thing. */
export function readHolidays(text: string): Span[] | null {
  const spans = text
    .split("\n")
    .map((line) => line.split(/\s/).filter((word) => word !== ""))
    .filter((words) => words.length > 0)
    .map((words): Span | null => {
      const days = words.map(dayIn);
      const first = days.findIndex((day) => day !== null);
      const last = days.findIndex((day, at) => at > first && day !== null);
      const [from, to] = [days[first], days[last]];
      if (first !== 0 || !from || !to || from > to) return null;
      const name = words.slice(last + 1).join(" ");
      return { from, to, ...(name ? { name: name.slice(0, 80) } : {}) };
    });
  const whole = spans.filter((span) => span !== null);
  return whole.length === spans.length && spans.length <= mostHolidays ? whole : null;
}
