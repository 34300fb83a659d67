import { beforeAll, expect, test } from "vitest";
import { longestBucket, throttles, wrongOfAll, type CountedBy } from "#app/domain/account/throttles.ts";
import { forgiveTry, manyWrong, noteWrong, sweepThrottles, throttle } from "#app/services/account/throttle.server.ts";
import { noReach } from "#app/services/context.ts";
import { world, type World } from "#db/seed/world.ts";
import { throttles as rows } from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
});
const ctx = () => ({ transact: w.database.transact, now: w.now });
const wait = (seconds: number) => w.travel(new Date(+w.now() + seconds * 1000));
const passes = (...args: [act: keyof typeof throttles, tried: Partial<Record<CountedBy, string>>]) =>
  throttle(ctx(), ...args).then(
    () => true,
    (error: { why?: string }) => (error.why === "too_many" ? false : Promise.reject(error)),
  );
let names = 0;
const somebody = () => `iemand ${names++}`;

for (const [act, buckets] of Object.entries(throttles) as [
  keyof typeof throttles,
  Record<string, { size: number; seconds: number }>,
][])
  for (const [by, { size, seconds }] of Object.entries(buckets))
    test(`${act} counted by ${by}: ${size} tries, and one comes back each ${seconds / size} s`, async () => {
      const tried = { [by]: somebody() };
      for (let n = 0; n < size; n++) expect(await passes(act, tried), `try ${n + 1}`).toBe(true);
      expect(await passes(act, tried)).toBe(false);
      expect(await passes(act, { [by]: somebody() }), "somebody else").toBe(true);
      wait(seconds / size + 1);
      expect(await passes(act, tried)).toBe(true);
      expect(await passes(act, tried)).toBe(false);
    });

test("refused tries count for nothing: after five hundred of them one waits no longer than after one", async () => {
  const tried = { account: somebody() };
  while (await passes("login", tried));
  for (let n = 0; n < 500; n++) expect(await passes("login", tried)).toBe(false);
  wait(throttles.login.account.seconds / throttles.login.account.size + 1);
  expect(await passes("login", tried)).toBe(true);
});
test("who is refused over and over asks the database once a second", async () => {
  const tried = { account: somebody() };
  while (await passes("login", tried));
  let asked = 0;
  const transact: World["database"]["transact"] = (...args) => {
    asked++;
    return w.database.transact(...args);
  };
  const again = () => throttle({ transact, now: w.now }, "login", tried).catch(({ why }: { why: string }) => why);
  for (let n = 0; n < 50; n++) expect(await again()).toBe("too_many");
  expect(asked).toBe(1);
  wait(2);
  expect(await again()).toBe("too_many");
  expect(asked).toBe(2);
});
test("tries at the same moment are counted each", async () => {
  const tried = { account: somebody() };
  const ends = await Promise.all(Array.from({ length: 30 }, () => passes("login", tried)));
  expect(ends.filter(Boolean)).toHaveLength(throttles.login.account.size);
});
test("a right password gives its try back: a class logs in, and again, without filling a bucket", async () => {
  const school = { address: somebody(), network: somebody() };
  for (let n = 0; n < 3 * throttles.login.address.size; n++) {
    const tried = { ...school, account: somebody() };
    expect(await passes("login", tried)).toBe(true);
    await forgiveTry(ctx(), "login", tried);
  }
});
test("many wrong passwords of everybody slow unknown browsers, for as long as it lasts", async () => {
  expect(manyWrong(ctx())).toBe(false);
  for (let n = 0; n < 3 * wrongOfAll.size; n++) await noteWrong(ctx());
  expect(manyWrong(ctx())).toBe(true);
  wait(wrongOfAll.seconds);
  expect(manyWrong(ctx())).toBe(false);
});
test("rows hold no name or address, and go when their bucket is full again", async () => {
  const all = () => w.database.transact(noReach, (db) => db.select().from(rows));
  await passes("login", { account: "noor.visser@voorbeeld.nl", address: "203.0.113.9" });
  const kept = await all();
  expect(kept.length).toBeGreaterThan(20);
  expect(JSON.stringify(kept)).not.toMatch(/visser|203\.0|iemand/);
  wait(longestBucket - 60);
  await passes("login", { account: "noor.visser@voorbeeld.nl" });
  wait(120);
  expect(await sweepThrottles(ctx())).toBe(kept.length - 1);
  expect(await all()).toHaveLength(1);
});
