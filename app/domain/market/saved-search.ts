import { amsterdamDay, instantAt } from "#app/domain/calendar/amsterdam.ts";
import type { Fields } from "#app/domain/fields/fields.ts";
import { dayFromNumber, dayNumber, weekday } from "#app/domain/calendar/holidays.ts";

/** Says how often a saved search writes; `off` is a pause. */
export const rhythms = ["daily", "weekly", "off"] as const;
export type Rhythm = (typeof rhythms)[number];
/** Is enough for anybody, and a bound on what one person makes the clock do. */
export const mostSaved = 20;
/** So many new questions stand in one letter; the rest is one link away. */
export const mostInLetter = 20;
/** Letters with what is new leave at seven in the morning; the weekly ones on Monday. */
const at = 7;
/**
 * A question counts as published this long after the moment it says: whoever publishes has committed by then, on
 * whichever server.
 */
export const settling = 60_000;

export const savedSearchFields = {
  name: { kind: "line", required: true, max: 80 },
  rhythm: { kind: "choice", required: true, options: rhythms },
} as const satisfies Fields;

/** The next moment a letter of this rhythm may leave, strictly after `now`; null when it is off. */
export function nextAlert(now: Date, rhythm: Rhythm): Date | null {
  if (rhythm === "off") return null;
  const today = dayNumber(amsterdamDay(now));
  for (let day = today; ; day++) {
    const moment = instantAt(dayFromNumber(day), at);
    if (moment > now && (rhythm === "daily" || weekday(dayFromNumber(day)) === 1)) return moment;
  }
}
