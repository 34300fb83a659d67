import type { FieldError } from "#app/domain/refusal.ts";

/** No day of one person holds more, whatever they work on. */
export const mostInADay = 24 * 60;
/** What this person wrote down for one day: on this assignment, and on all of them together; in minutes. */
type LoggedDay = { here: number; everywhere: number };

/**
 * Why these minutes cannot be added to that day; null when they can. What is taken back was written down here before,
 * and a day has 24 hours (docs/domain.md 6.6).
 */
export function hoursProblem(spent: number, { here, everywhere }: LoggedDay): FieldError | null {
  if (spent < 0 && here + spent < 0) return { code: "hours_not_there", limit: Math.max(0, here) };
  if (spent > 0 && everywhere + spent > mostInADay)
    return { code: "day_too_full", limit: Math.max(0, mostInADay - everywhere) };
  return null;
}
