import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { idempotentOutsideTransaction } from "#app/services/idempotent.server.ts";
import type { Context } from "#app/services/context.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** After so long who took a key is taken to have died; nobody waits so long for an answer. */
const diedAfter = 65_000;
const impatient = { maxWait: 300, diedAfter };
const taken = "een formulier met een wachtwoord";

/** Makes forms with one key, and how often their work began. */
async function desk() {
  const { house, raw } = await freshDatabase();
  const key = randomUUID();
  const state = { now: +new Date("2026-03-02T09:00:00Z"), times: 0 };
  const ctx = { transact: house.transact, now: () => new Date(state.now) } as Context;
  const send = (work: () => Promise<string>, waits?: typeof impatient) =>
    idempotentOutsideTransaction(
      ctx,
      key,
      taken,
      () => {
        state.times++;
        return work();
      },
      waits,
    );
  const kept = async () => (await raw`select answer from submissions`).map(({ answer }) => answer as string | null);
  const begun = async () => {
    while ((await kept()).length === 0) await later(5);
  };
  return { state, send, kept, begun };
}

test("a twin waits for work of more than five seconds and gets its answer; the work is done once", async () => {
  const { state, send } = await desk();
  const slow = () => later(5600).then(() => "/klaar");
  expect(await Promise.all([send(slow), send(slow), send(slow)])).toEqual(["/klaar", "/klaar", "/klaar"]);
  expect(state.times).toBe(1);
});

test("a twin whose patience ends while the first is at work is asked to send again, and does nothing", async () => {
  const { state, send, begun, kept } = await desk();
  let finish = (_: string) => {};
  const first = send(() => new Promise<string>((resolve) => (finish = resolve)));
  await begun();
  const twins = [0, 1, 2].map(() => send(async () => "/nog eens", impatient).catch((error: Error) => error.message));
  expect(await Promise.all(twins)).toEqual(["busy", "busy", "busy"]);
  finish("/eerste");
  expect([await first, await send(async () => "/nog eens"), state.times]).toEqual(["/eerste", "/eerste", 1]);
  expect(await kept()).toEqual(["/eerste"]);
});

test("of a first that died one twin takes over, however many come; the dead one takes nothing away when it was not", async () => {
  const { state, send, begun, kept } = await desk();
  let fail = (_: Error) => {};
  const died = send(() => new Promise<string>((_, reject) => (fail = reject)));
  await begun();
  state.now += diedAfter + 1;
  let finish = (_: string) => {};
  const work = () => new Promise<string>((resolve) => (finish = resolve));
  const twins = [0, 1, 2, 3].map(() => send(work));
  while (state.times < 2) await later(5);
  fail(new Error("late"));
  await expect(died).rejects.toThrow("late");
  await later(300);
  expect(await kept()).toEqual([null]);
  finish("/tweede");
  expect(await Promise.all(twins)).toEqual(["/tweede", "/tweede", "/tweede", "/tweede"]);
  expect(state.times).toBe(2);
});

test("a refusal gives the key back: the same form, mended, is done", async () => {
  const { state, send } = await desk();
  await expect(send(() => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
  expect([await send(async () => "/gelukt"), state.times]).toEqual(["/gelukt", 2]);
});
