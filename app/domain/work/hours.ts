import type { FieldError } from "#app/domain/refusal.ts";

/** No day of one person holds more. */
const mostInADay = 24 * 60;
/**
 * Says why these minutes cannot be added to what this person wrote down for that day here; null when they can. No time is
 * no work. What is taken back was written down before, and a day has 24 hours (docs/domain.md 6.6).
 */
export function hoursProblem(spent: number, logged: number): FieldError | null {
  if (spent === 0) return { code: "duration_too_short", limit: 1 };
  if (spent < 0 && logged + spent < 0) return { code: "hours_not_there", limit: Math.max(0, logged) };
  if (spent > 0 && logged + spent > mostInADay)
    return { code: "day_too_full", limit: Math.max(0, mostInADay - logged) };
  return null;
}
