import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { oncePerNight } from "#app/services/night.server.ts";
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

test("of several servers one does the night's work; who failed, stopped or died leaves it to another", async () => {
  const { house, raw } = await freshDatabase();
  let now = new Date("2026-10-24T02:00:00Z");
  let times = 0;
  const server = { transact: house.transact, now: () => now };
  const ask = (day: string, work: () => Promise<unknown> = async () => times++, going = () => true) =>
    oncePerNight(server, { name: "proef", day }, work, going);
  let finish = () => {};
  const slow = ask("maandag", () => new Promise<void>((resolve) => (finish = resolve)).then(() => times++));
  while ((await raw`select 1 from submissions`).length === 0);
  expect(await Promise.all([ask("maandag"), ask("maandag")]), "somebody is at it").toEqual([false, false]);
  finish();
  expect([await slow, await ask("maandag"), times]).toEqual([true, true, 1]);

  await expect(ask("dinsdag", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(
    await ask(
      "dinsdag",
      async () => {},
      () => false,
    ),
    "it was told to stop",
  ).toBe(false);
  expect([await ask("dinsdag"), times]).toEqual([true, 2]);

  void ask("woensdag", () => new Promise(() => {})); // its server is killed
  while ((await raw`select 1 from submissions where answer is null`).length === 0);
  expect(await ask("woensdag")).toBe(false);
  now = new Date(+now + 3_600_001);
  expect([await ask("woensdag"), await ask("woensdag"), times], "given up, then done").toEqual([false, true, 3]);
});

test("a form that was sent with the key of a night takes nothing away", async () => {
  const { house, raw } = await freshDatabase();
  let times = 0;
  const server = { transact: house.transact, now: () => new Date() };
  const ask = () => oncePerNight(server, { name: "proef", day: "vrijdag" }, async () => times++);
  await ask();
  await raw`update submissions set fingerprint = 'van een formulier', answer = '/'`;
  expect([await ask(), times]).toEqual([true, 2]);
});
