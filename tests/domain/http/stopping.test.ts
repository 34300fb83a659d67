import { expect, onTestFinished, test, vi } from "vitest";
import { stopInOrder, usualMoments } from "#app/platform/http/server/stop.server.ts";
import { eventually } from "#tests/support/eventually.ts";
import { rawConnection } from "#tests/support/raw-connection.ts";
import { text, tinyServer } from "#tests/support/tiny-server.ts";

const moments = { drain: 400, cut: 1500, rest: 1800, total: 2200 };
const never = () => new Promise<never>(() => {});
const nothing = { stop: async () => {}, hurry: () => {} };
const rest = { solver: async () => {}, database: async () => {} };
const get = (host: string) => fetch(`http://${host}/`, { headers: { Connection: "close" } }).then((a) => a.status);

test("who asks while it drains is served; then nobody new, and what ran before is answered in full", async () => {
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const s = await tinyServer(async ({ url }) => {
    if (url.endsWith("/lang")) await slow;
    return text(url.endsWith("/lang") ? "toch nog" : "snel");
  });
  const kept = await rawConnection(s.port);
  kept.say(`GET / HTTP/1.1\r\nHost: ${s.host}\r\n\r\n`);
  await eventually(kept.heard, (heard) => heard.endsWith("snel"));
  const half = await rawConnection(s.port);
  half.say("GET / HT");
  const silent = await rawConnection(s.port);
  const long = fetch(`http://${s.host}/lang`).then((answer) => answer.text());
  const ended: string[] = [];
  // It drains until both were served, however long that takes here.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const stopping = stopInOrder(
    {
      http: s.http,
      jobs: { stop: async () => void ended.push("jobs"), hurry: () => {} },
      solver: async () => void ended.push("solver"),
      database: async () => void ended.push("database"),
    },
    { ...moments, cut: 60_000, rest: 60_000, total: 60_000 },
  );
  expect(await get(s.host), "while it drains").toBe(200);
  expect((await fetch(`http://${s.host}/`)).headers.get("connection"), "and asked to go elsewhere next time").toBe(
    "close",
  );
  await vi.advanceTimersByTimeAsync(moments.drain);
  vi.useRealTimers();
  for (const each of [kept, half, silent]) await each.over();
  await expect(get(s.host), "after it").rejects.toThrow();
  expect(ended).toEqual(["jobs", "solver"]);
  finish();
  expect(await long).toBe("toch nog");
  expect(await stopping).toEqual([]);
  expect(ended).toEqual(["jobs", "solver", "database"]);
});
test("a request, a job, a solver and a database that never end are left, each in its time and all within the whole", async () => {
  let arrived = () => {};
  const asked = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const s = await tinyServer(() => {
    arrived();
    return never();
  });
  const hung = fetch(`http://${s.host}/`).then(
    () => "answered",
    () => "cut",
  );
  await asked;
  // Its own clock is turned, so that a loaded machine gives no other answer.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  let hurried = false;
  let cutShort: readonly string[] | null = null;
  void stopInOrder({
    http: s.http,
    jobs: { stop: never, hurry: () => void (hurried = true) },
    solver: never,
    database: never,
  }).then((names) => (cutShort = names));
  expect(usualMoments.total).toBeLessThan(20_000);
  await vi.advanceTimersByTimeAsync(usualMoments.total - 1);
  expect(cutShort, "the database has its whole time").toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(cutShort).toEqual(["requests", "jobs in time", "jobs", "database"]);
  vi.useRealTimers();
  expect(await hung).toBe("cut");
  expect(hurried).toBe(true);
});
test("a job that was hurried ends in order, and one that fails has ended too", async () => {
  const s = await tinyServer(async () => text("x"));
  let over = () => {};
  const job = new Promise<void>((resolve) => {
    over = resolve;
  });
  expect(
    await stopInOrder(
      { ...rest, http: s.http, jobs: { stop: () => job, hurry: () => over() } },
      { ...moments, cut: 500, rest: 60_000, total: 60_000 },
    ),
  ).toEqual(["jobs in time"]);
  const other = await tinyServer(async () => text("x"));
  expect(
    await stopInOrder(
      { http: other.http, jobs: nothing, solver: async () => {}, database: () => Promise.reject(new Error("gone")) },
      moments,
    ),
  ).toEqual([]);
});
