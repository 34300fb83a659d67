import { amsterdamDay, instantAt } from "#app/domain/calendar/amsterdam.ts";
import type { Day } from "#app/domain/calendar/holidays.ts";

/** How often the server does by itself what it does by itself, in milliseconds. */
export const rhythm = { post: 2000, clocks: 60_000, matching: 1000, leftovers: 3_600_000 } as const;

/** What is done once a night is done in the hour from here on, in Amsterdam: an hour that no change of the clock skips. */
const nightHour = 4;
/**
 * The day whose night work is due at this instant; null outside its hour, and when `done` is that day. A server that
 * starts in that hour does it too, one that was down all of it waits for the next night.
 */
export function nightDue(now: Date, done: Day | null): Day | null {
  const day = amsterdamDay(now);
  const begins = +instantAt(day, nightHour);
  return day !== done && +now >= begins && +now < begins + 3_600_000 ? day : null;
}
