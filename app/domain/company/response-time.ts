import { workingDaysBetween, type Calendar } from "#app/domain/calendar/working-days.ts";

/**
 * Lists what a company is asked by others: a claim is put before it, its question is sent back for more, a reader
 * asks something.
 */
export const requestKinds = ["claim", "change", "question"] as const;
export type RequestKind = (typeof requestKinds)[number];
export type Answered = { kind: RequestKind; askedAt: Date; answeredAt: Date };
/** Answers to what was asked in these months count. */
export const responseMonths = 12;
/** Below this many answers no time is shown: docs/domain.md 8 hides cells under five. */
export const fewestAnswers = 5;
/**
 * People at a company work on weekdays without public holidays (docs/domain.md 6.5); school holidays are not theirs.
 */
const companyCalendar: Calendar = { closed: [] };
type Response = {
  /** Answers the median, in working days after the day of asking; between two middle ones lies half a day. */
  days: number;
  of: Readonly<Record<RequestKind, number>>;
  n: number;
};
/**
 * Says how soon a company answers: the median over what it answered, or null for too few. What still waits counts for
 * nothing yet.
 */
export function responseTime(answered: readonly Answered[]): Response | null {
  if (answered.length < fewestAnswers) return null;
  const days = answered.map((a) => workingDaysBetween(a.askedAt, a.answeredAt, companyCalendar)).sort((a, b) => a - b);
  const middle = days.length >> 1;
  const median = days.length % 2 ? (days[middle] ?? 0) : ((days[middle - 1] ?? 0) + (days[middle] ?? 0)) / 2;
  const count = (kind: RequestKind) => answered.filter((a) => a.kind === kind).length;
  return {
    days: median,
    n: answered.length,
    of: { claim: count("claim"), change: count("change"), question: count("question") },
  };
}

/**
 * Counts in public are exact from here on; a smaller one than this is not told (docs/domain.md 3.1, 8). None at all is
 * told.
 */
export const smallestCount = 5;
/** Returns a count as everybody may read it: null is "some, fewer than `smallestCount`". */
export const publicCount = (n: number): number | null => (n === 0 || n >= smallestCount ? n : null);
