import { expect, test } from "vitest";
import { invalidateTopics, pageCache } from "#app/platform/http/pages/page-cache.server.ts";

const page = (body: string, status = 200) => ({ status, headers: [], body: Buffer.from(body) });
/** Makes a cache with a clock of its own, and pages that count how often they were made. */
function cache(options: { limit?: number; isListening?: () => boolean; seconds?: number } = {}) {
  let [time, made] = [0, 0];
  const { seconds = 1, ...rest } = options;
  const kept = pageCache(seconds, { now: () => time, stale: 10, ...rest });
  const ask = (key: string, more: Partial<Parameters<ReturnType<typeof pageCache>["getOrRender"]>[0]> = {}) =>
    kept
      .getOrRender({ key, topics: ["questions"], render: async () => page(`${key} ${++made}`), ...more })
      .then((reply) => reply.body.toString());
  return { ask, pass: (seconds: number) => (time += seconds * 1000), made: () => made, size: kept.size };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("a page past its time is served once more and renewed behind its reader; long past it, its reader waits", async () => {
  const { ask, pass, made } = cache();
  expect(await ask("/")).toBe("/ 1");
  pass(0.5);
  expect(await ask("/")).toBe("/ 1");
  pass(5);
  expect(await Promise.all([ask("/"), ask("/"), ask("/")]), "nobody waits").toEqual(["/ 1", "/ 1", "/ 1"]);
  await settled();
  expect(made(), "made once for all of them").toBe(2);
  expect(await ask("/")).toBe("/ 2");
  pass(12);
  expect(await ask("/")).toBe("/ 3");
});
test("what changed is never served again, not even while it is renewed; what did not change stays", async () => {
  const { ask, pass } = cache();
  const own = { topics: ["question 1"] };
  const other = { topics: ["question 2"] };
  for (const [key, more] of [
    ["/1", own],
    ["/2", other],
    ["/hoe", { topics: [] }],
  ] as const)
    await ask(key, more);
  invalidateTopics(["question 1"]);
  expect(await ask("/1", own)).toBe("/1 4");
  expect(await ask("/2", other)).toBe("/2 2");
  pass(3);
  invalidateTopics(["question 2", "results"]);
  expect(await ask("/2", other), "past its time and changed").toBe("/2 5");
  invalidateTopics(["*"]);
  expect(await ask("/1", own)).toBe("/1 6");
  expect(await ask("/hoe", { topics: [] }), "the words of the release").toBe("/hoe 3");
});
test("a page that was being made while it changed is not kept, and whoever asks after the change gets a newer one", async () => {
  const { ask } = cache();
  let finish = (_: string) => {};
  const slow = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const first = ask("/", { render: async () => page(await slow) });
  invalidateTopics(["questions"]);
  const second = ask("/");
  finish("from before");
  expect(await first).toBe("from before");
  expect(await second).toBe("/ 1");
  expect(await ask("/")).toBe("/ 1");
});
test("who would not hear of a change serves nothing past its time", async () => {
  let isListening = true;
  const { ask, pass } = cache({ isListening: () => isListening });
  await ask("/");
  pass(2);
  isListening = false;
  expect(await ask("/")).toBe("/ 2");
});
test("a renewal that fails costs nobody a page", async () => {
  const { ask, pass } = cache();
  await ask("/");
  pass(2);
  expect(await ask("/", { render: () => Promise.reject(new Error("busy")) })).toBe("/ 1");
  await settled();
  expect(await ask("/")).toBe("/ 1");
});
// Real pages push out real ones, and no others.
test("nobody empties it by asking: made-up addresses push out each other, and the pages of which there is one stay", async () => {
  const { ask, made, size } = cache({ limit: 400_000, seconds: 3600 });
  const fixed = ["/", "/vraagstukken", "/hoe-het-werkt"];
  for (const key of fixed) await ask(key, { pinned: true });
  for (let n = 0; n < 20; n++) await ask(`/vraagstukken/${n}`);
  for (let n = 0; n < 5000; n++) {
    await ask(`/?x=${n}`, { pinned: true });
    await ask(`/vraagstukken/raad-${n}`, { render: async () => page("niet gevonden", 404) });
  }
  const before = made();
  for (const key of fixed) await ask(key, { pinned: true });
  for (let n = 0; n < 20; n++) await ask(`/vraagstukken/${n}`);
  expect(made(), "all of them were still there").toBe(before);
  for (let n = 20; n < 2000; n++) await ask(`/vraagstukken/${n}`);
  const then = made();
  for (const key of fixed) await ask(key, { pinned: true });
  expect(made()).toBe(then);
  expect(size().bytes).toBeLessThan(410_000);
});
