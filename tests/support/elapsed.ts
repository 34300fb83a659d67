import { expect } from "vitest";

const minute = 60_000;
/** Counts so many whole minutes: nothing shorter tells a slow machine from something that hangs. */
type Minutes = 1 | 2 | 3 | 5 | 10;

/**
 * Is the only way in which a test may speak of time that passed. A slow machine makes everything late and nothing
 * early, so something may last at least so long, and at most whole minutes. How fast something is, is counted in work
 * (`tests/support/cost.ts`).
 */
export function stopwatch() {
  const began = performance.now();
  const passed = () => performance.now() - began;
  return {
    expectAtLeast: (milliseconds: number, about: string) =>
      expect(passed(), about).toBeGreaterThanOrEqual(milliseconds),
    expectAtMost: (minutes: Minutes, about: string) => expect(passed(), about).toBeLessThan(minutes * minute),
    /** Adds what time itself brings, at so much a minute: who is late gets more of it. */
    soFarAt: (perMinute: number) => (perMinute * passed()) / minute,
  };
}

/** Tells whether this moment is of now, within ten minutes: a clock that is wrong is wrong by an hour. */
export const aboutNow = (at: Date): boolean => Math.abs(+at - Date.now()) < 10 * minute;
