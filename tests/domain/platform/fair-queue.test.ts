import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf, clientOf } from "#app/platform/http/request/client.server.ts";
import { clients } from "#app/platform/http/request/clients.server.ts";
import { concurrencyLimit, Overloaded } from "#app/platform/runtime/concurrency-limit.server.ts";
import { mostlyFails, noteOutcome } from "#app/platform/session/slips.server.ts";
import { fairQueue, type Rank } from "#app/platform/runtime/fair-queue.ts";

test("clients take turns: who comes after a thousand of one other is second", () => {
  const queue = fairQueue<string>(2000);
  for (let n = 0; n < 1000; n++) queue.push("many", `many ${n}`);
  queue.push("one", "one");
  expect([queue.shift(), queue.shift(), queue.shift()]).toEqual(["many 0", "one", "many 1"]);
});
test("a full line is the trouble of who fills it", () => {
  const queue = fairQueue<string>(3);
  for (const item of ["a", "b", "c"]) expect(queue.push("many", item)).toBeUndefined();
  expect(queue.push("many", "d"), "its own last").toBe("d");
  expect(queue.push("one", "e"), "the last of the longest").toBe("c");
  expect(queue.push("known", "f", 0)).toBe("b");
  expect(queue.push("known", "g", 0), "also of who goes first").toBe("g");
  expect([queue.shift(), queue.shift(), queue.shift(), queue.shift()]).toEqual(["f", "a", "e", undefined]);
});
test("whatever comes and goes, nothing is lost or taken twice, the line is never too long, and each client keeps its order", () => {
  const act = fc.oneof(
    fc.record({ push: fc.constantFrom("a", "b", "c", "d"), rank: fc.constantFrom(0, 1, 2) }),
    fc.constant("shift" as const),
    fc.constant("remove" as const),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
      const queue = fairQueue<number>(7);
      const inside = new Map<number, string>();
      const taken = new Map<string, number>();
      let next = 0;
      for (const each of acts) {
        if (each === "shift") {
          const item = queue.shift();
          expect(item === undefined).toBe(inside.size === 0);
          if (item === undefined) continue;
          const client = inside.get(item) ?? "nobody";
          expect(inside.delete(item)).toBe(true);
          expect(item).toBeGreaterThan(taken.get(client) ?? -1);
          taken.set(client, item);
        } else if (each === "remove") {
          const [some] = inside;
          if (!some) continue;
          queue.remove(some[1].split(" ")[0] ?? "", some[0]);
          inside.delete(some[0]);
        } else {
          const item = next++;
          inside.set(item, `${each.push} ${each.rank}`);
          const left = queue.push(each.push, item, each.rank as Rank);
          if (left !== undefined) expect(inside.delete(left)).toBe(true);
        }
        expect(queue.size()).toBe(inside.size);
        expect(queue.size()).toBeLessThanOrEqual(7);
      }
    }),
  );
});
test("with a thousand waiting of one client, a place for another is at most one turn away, and nobody else is refused for it", async () => {
  const limit = concurrencyLimit(2, { queued: 100, maxWait: 60_000 });
  const done: string[] = [];
  const turn = (name: string, client: string, rank: Rank = 1) =>
    limit
      .run(() => new Promise<void>((resolve) => setImmediate(resolve)).then(() => void done.push(name)), {
        client,
        rank,
      })
      .catch((error) => void (error instanceof Overloaded && done.push(`refused ${client}`)));
  const spray = Array.from({ length: 1000 }, (_, n) => turn(`spray ${n}`, "one address"));
  const people = Array.from({ length: 5 }, (_, n) => turn(`person ${n}`, `home ${n}`));
  const known = turn("known", "one address", 0);
  await Promise.all([...spray, ...people, known]);
  expect(done.filter((name) => name.startsWith("refused home"))).toEqual([]);
  const finished = done.filter((name) => !name.startsWith("refused"));
  // Two were at work when the people came; then one of each client in turn, the known one before all of them.
  for (let n = 0; n < 5; n++) expect(finished.indexOf(`person ${n}`)).toBeLessThan(10);
  expect(finished.indexOf("known")).toBeLessThan(4);
});

test("one client has its share of the places and no more, however slow its work is", async () => {
  const limit = concurrencyLimit(4, { perClient: 2, maxWait: 60_000 });
  const done: string[] = [];
  const open: (() => void)[] = [];
  const slow = [1, 2, 3].map((n) =>
    limit
      .run(() => new Promise<void>((resolve) => open.push(resolve)), { client: "slow" })
      .then(() => done.push(`slow ${n}`)),
  );
  await Promise.all(["a", "b", "c"].map((client) => limit.run(async () => void done.push(client), { client })));
  expect(done).toEqual(["a", "b", "c"]);
  expect(limit.busy()).toEqual({ atWork: 2, waiting: 1 });
  for (const end of open) end();
  await new Promise((resolve) => setImmediate(resolve));
  open[2]?.();
  await Promise.all(slow);
  expect(limit.busy()).toEqual({ atWork: 0, waiting: 0 });
});
test("while the event loop lags a new one is let in at the cost of who has most in line", async () => {
  const lag = { now: false };
  const limit = concurrencyLimit(1, { queued: 100, maxWait: 60_000, lagging: () => lag.now });
  const ends: string[] = [];
  const turn = (name: string, client: string) =>
    limit
      .run(() => new Promise<void>((resolve) => setImmediate(resolve)), { client })
      .then(
        () => void ends.push(name),
        () => void ends.push(`refused ${name}`),
      );
  const all = [turn("at work", "a"), turn("a 1", "a"), turn("a 2", "a")];
  lag.now = true;
  all.push(turn("b", "b"), turn("a 3", "a"));
  await Promise.all(all);
  expect(ends).toEqual(["refused a 2", "refused a 3", "at work", "a 1", "b"]);
});

test("an address is of the socket, or of what our own proxies wrote; what a sender wrote counts for nothing", () => {
  expect(addressOf("203.0.113.9", "198.51.100.1, 198.51.100.2", 0)).toBe("203.0.113.9");
  expect(addressOf("10.0.0.1", "198.51.100.1, 198.51.100.2", 1)).toBe("198.51.100.2");
  expect(addressOf("10.0.0.1", "6.6.6.6, 198.51.100.2, 10.0.0.2", 2)).toBe("198.51.100.2");
  expect(addressOf("10.0.0.1", undefined, 1), "no proxy wrote anything").toBe("10.0.0.1");
  expect(addressOf("10.0.0.1", "<script>, , nonsense", 1)).toBe("10.0.0.1");
  expect(addressOf(undefined, undefined, 0)).toBe("");
});
test("one home is one client, its neighbours are of one network, and a fingerprint tells no address", () => {
  const secret = "s".repeat(32);
  const of = (address: string) => clientOf(address, secret);
  expect(of("::ffff:203.0.113.9")).toEqual(of("203.0.113.9"));
  expect(of("2001:db8:1:1::1").address).toBe(of("2001:db8:1:1:ffff::2").address);
  expect(of("2001:db8:1:1::1").address).not.toBe(of("2001:db8:1:2::1").address);
  expect(of("2001:db8:1:1::1").network).toBe(of("2001:db8:1:2::1").network);
  expect(of("203.0.113.9").address).not.toBe(of("203.0.113.10").address);
  expect(of("203.0.113.9").network).toBe(of("203.0.113.10").network);
  expect(of("203.0.113.9").network).not.toBe(of("203.0.114.9").network);
  expect(JSON.stringify(of("203.0.113.9"))).not.toContain("203.0");
  expect(of("203.0.113.9").address).not.toBe(clientOf("203.0.113.9", "t".repeat(32)).address);
});

test("a connection of our own proxy brings many clients, and each stays who it is", () => {
  const at = clients("s".repeat(32), 1);
  const proxy = { remoteAddress: "10.0.0.1" };
  const [one, other] = [at(proxy, "203.0.113.9").address, at(proxy, "198.51.100.2").address];
  expect(one).not.toBe(other);
  expect(at(proxy, "203.0.113.9").address).toBe(one);
  expect(at({ remoteAddress: "10.0.0.2" }, "203.0.113.9").address, "over another connection").toBe(one);
});

test("a connection is behind others while more went wrong than right from it, for ten minutes", () => {
  const minutes = 60_000;
  const at = (m: number) => m * minutes;
  expect(mostlyFails("nobody yet", at(0))).toBe(false);
  noteOutcome("attacker", false, at(0));
  expect(mostlyFails("attacker", at(1))).toBe(true);
  expect(mostlyFails("attacker", at(11))).toBe(false);
  for (const right of [true, false, true, true, false]) noteOutcome("school", right, at(0));
  expect(mostlyFails("school", at(1))).toBe(false);
});
