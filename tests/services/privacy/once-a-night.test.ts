import { expect, test } from "vitest";
import { onceANight } from "#app/platform/runtime/once-a-night.ts";

test("the night's work is done once a day from three o'clock in Amsterdam, and again when it failed", async () => {
  let now = new Date("2026-10-24T20:00:00Z");
  let [times, fails] = [0, false];
  const round = onceANight(
    async () => {
      times++;
      if (fails) throw new Error("no");
    },
    () => now,
  );
  const at = async (instant: string) => {
    now = new Date(instant);
    await round(() => true).catch(() => {});
    return times;
  };
  expect(await at("2026-10-24T20:30:00Z"), "up for less than an hour").toBe(0);
  expect(await at("2026-10-24T21:00:00Z"), "up for an hour, after three").toBe(1);
  expect(await at("2026-10-24T21:50:00Z")).toBe(1);
  // In the night of 25 October the clock goes back at three: three o'clock is 02:00 UTC.
  expect(await at("2026-10-25T01:59:00Z")).toBe(1);
  fails = true;
  expect(await at("2026-10-25T02:00:00Z")).toBe(2);
  fails = false;
  expect(await at("2026-10-25T02:10:00Z")).toBe(3);
  expect(await at("2026-10-25T21:00:00Z")).toBe(3);
  expect(await at("2026-10-26T02:00:00Z")).toBe(4);
});
