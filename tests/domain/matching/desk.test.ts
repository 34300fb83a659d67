// @module-tag slow
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import type { Progress } from "#app/domain/matching/jobs.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { brokenRules } from "#tests/support/rounds/plan-checker.ts";
import { centre } from "../../../bench/matching/centre.ts";

// A busy machine may take longer to answer than a server's reader would wait.
const desk = openSolver({ grace: 10 * 60_000 });
const round = centre(1, { students: 120, assignments: 12, seats: 1.2 });
const heavy = centre(1, { students: 3000, assignments: 280, seats: 1.2 });
afterAll(() => desk.close());

test("a round is matched in another thread, which tells each level as it settles; the same thread answers again", async () => {
  const told: Progress[] = [];
  const one = await desk.run("match", { instance: round }, { onProgress: (progress) => told.push(progress) });
  expect(one.output && brokenRules(round, one.output)).toEqual([]);
  expect(told.map((progress) => (progress.kind === "level" ? progress.outcome : null))).toEqual(one.output?.levels);
  expect((await desk.run("match", { instance: round })).output).toEqual(one.output);
  expect(desk.state()).toEqual({ running: 0, waiting: 0, started: 1 });
});
test("who no longer waits stops the search, also in the queue, and the thread goes on with the next", async () => {
  const [now, later] = [new AbortController(), new AbortController()];
  const first = desk.run("match", { instance: heavy }, { signal: now.signal });
  const second = desk.run("match", { instance: heavy }, { signal: later.signal });
  const third = desk.run("match", { instance: round });
  later.abort();
  let ticks = 0;
  const clock = setInterval(() => {
    if (++ticks === 20) now.abort();
  }, 20);
  await expect(first).rejects.toThrow("nobody waits for this any more");
  clearInterval(clock);
  // The server's own thread went on meanwhile: it is what stopped the search.
  expect(ticks).toBeGreaterThanOrEqual(20);
  await expect(second).rejects.toThrow("nobody waits for this any more");
  expect((await third).output?.places.length).toBe(120);
  expect(desk.state().started).toBe(1);
});
test("the thread that solves stands behind the server's own where threads have a place in line: requests go first", async () => {
  await desk.run("match", { instance: round });
  const niceness = (file: string) => Number(readFileSync(file, "utf8").split(") ")[1]?.split(" ")[16]);
  const own = process.platform === "linux" ? niceness("/proc/thread-self/stat") : 19;
  const behind = Math.min(19, own + 10);
  const threads = own < 19 ? readdirSync("/proc/self/task") : [];
  // Who is the last already has nobody behind: that is how it was begun.
  expect(threads.filter((thread) => niceness(`/proc/self/task/${thread}/stat`) === behind).length).toBe(
    own < 19 ? 1 : 0,
  );
});
test("with no time left there is no plan that was not proven without saying so", async () => {
  const { output } = await desk.run("match", { instance: heavy }, { seconds: 0.2 });
  expect(output?.levels.every(({ proven }) => proven) ?? false).toBe(false);
});
test("a job that breaks the solver fails alone: the next one has a fresh thread", async () => {
  const before = desk.state().started;
  await expect(desk.run("match", { instance: { ...round, students: [null as never] } })).rejects.toThrow(/null/);
  expect((await desk.run("match", { instance: round })).output?.places.length).toBe(120);
  expect(desk.state().started).toBe(before + 1);
});
test("a thread that holds too much memory is replaced", async () => {
  const small = openSolver({ memory: 1 });
  try {
    const one = await small.run("match", { instance: round });
    expect((await small.run("match", { instance: round })).output).toEqual(one.output);
    expect(small.state().started).toBe(2);
  } finally {
    await small.close();
  }
});
