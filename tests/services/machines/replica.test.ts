// @module-tag machines
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { openDatabase, openRaw, notifyTopics, type DatabasePool } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { noReach } from "#app/services/context.ts";
import { throwAway } from "#tests/support/database/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { major, replicaOf } from "#tests/support/machines/replica.ts";

let house: DatabasePool;
let replica: Awaited<ReturnType<typeof replicaOf>>;
let primary: ReturnType<typeof openRaw>;
beforeAll(async () => {
  const { cluster, remove } = await throwAway({ durable: false, major });
  atFileEnd(remove);
  await migrate(cluster.url);
  replica = await replicaOf(cluster.url);
  atFileEnd(replica.remove);
  primary = openRaw(cluster.url, { max: 2 });
  atFileEnd(() => primary.end({ timeout: 1 }));
  house = openDatabase(cluster.url, { poolSize: 4, replica: replica.url });
  atFileEnd(house.close);
  await house.onChange(() => {});
});

/** Tells whether work that looks is done in the copy. */
const inCopy = () =>
  house.look(noReach, async (db) => {
    const [row] = await db.execute(sql`select pg_is_in_recovery() as yes`);
    return row?.yes === true;
  });
const counted = (pool: DatabasePool["look"]) =>
  pool(noReach, async (db) => Number((await db.execute(sql`select count(*)::int as n from throttles`))[0]?.n));
const write = (key: string, telling = false) =>
  house.transact(noReach, async (db) => {
    await db.execute(sql`insert into throttles (key, level, at) values (${key}, 0.1, now())`);
    if (telling) await notifyTopics(db, ["x"]);
  });
const atReplica = async (text: string) => {
  const raw = openRaw(replica.url, { max: 1 });
  await raw.unsafe(text).finally(() => raw.end({ timeout: 1 }));
};

test("who only looks is in the copy while it follows, and never where something is written", async () => {
  expect(await eventually(inCopy, (yes) => yes)).toBe(true);
  await house.transact(noReach, async (db) => {
    expect((await db.execute(sql`select pg_is_in_recovery() as yes`))[0]?.yes).toBe(false);
  });
});

test("a change that was told is seen at once, wherever one looks", async () => {
  const before = await counted(house.transact);
  for (let n = 1; n <= 30; n++) {
    await write(`verteld ${n}`, true);
    expect(await counted(house.look)).toBe(before + n);
  }
  expect(await eventually(inCopy, (yes) => yes), "and the copy is used again").toBe(true);
});

test("work that writes, fails or hangs in the copy is done in the database itself", async () => {
  await eventually(inCopy, (yes) => yes);
  const before = await counted(house.transact);
  await house.look(noReach, (db) =>
    db.execute(sql`insert into throttles (key, level, at) values ('kijkt', 0.1, now())`),
  );
  expect(await counted(house.transact)).toBe(before + 1);
  await eventually(inCopy, (yes) => yes);
  const places = await house.look(noReach, (db) =>
    db.execute(sql`select pg_is_in_recovery() as copy, case when pg_is_in_recovery() then pg_sleep(4) end`),
  );
  expect(places[0]?.copy).toBe(false);
});

test("a copy that lags by more than a second is not asked, and is again when it has caught up", async () => {
  await eventually(inCopy, (yes) => yes);
  await atReplica("select pg_wal_replay_pause()");
  await write("achterstand");
  expect(await eventually(inCopy, (yes) => !yes)).toBe(false);
  const there = await counted(house.transact);
  for (let again = 0; again < 20; again++) expect(await counted(house.look)).toBe(there);
  await atReplica("select pg_wal_replay_resume()");
  expect(await eventually(inCopy, (yes) => yes)).toBe(true);
});

test("a change that was told and is not yet in the log on the disk is not looked for in a copy that stands still", async () => {
  expect(await eventually(inCopy, (yes) => yes)).toBe(true);
  await atReplica("select pg_wal_replay_pause()");
  const before = await counted(house.transact);
  // The database of this test commits without waiting for its log, as an operator's may.
  await write("nog niet op schijf", true);
  for (let again = 0; again < 150; again++) {
    expect(await counted(house.look)).toBe(before + 1);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await atReplica("select pg_wal_replay_resume()");
});

test("a copy that is killed is missed by nobody, and is found again", async () => {
  await eventually(inCopy, (yes) => yes);
  const looking = Array.from({ length: 40 }, async (_, n) => {
    await new Promise((resolve) => setTimeout(resolve, n * 15));
    return counted(house.look);
  });
  await replica.end("SIGQUIT");
  const there = await counted(house.transact);
  expect([...new Set(await Promise.all(looking))]).toEqual([there]);
  expect(await inCopy()).toBe(false);
  await replica.start();
  expect(await eventually(inCopy, (yes) => yes)).toBe(true);
});

test("a copy that became a database of its own is not asked any more", async () => {
  await eventually(inCopy, (yes) => yes);
  await atReplica("select pg_promote()");
  await eventually(inCopy, (yes) => !yes);
  const before = await counted(house.transact);
  for (let n = 1; n <= 10; n++) {
    await write(`eigen weg ${n}`);
    await new Promise((resolve) => setTimeout(resolve, 130)); // a second and more in all, of which it knows nothing
    expect(await counted(house.look)).toBeGreaterThanOrEqual(n > 8 ? before + 1 : before);
  }
  expect(await counted(house.look)).toBe(before + 10);
});
