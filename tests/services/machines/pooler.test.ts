// @module-tag machines
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { connectionLost, openDatabase, openRaw, notifyTopics, type DatabasePool } from "#db/client.server.ts";
import { noReach } from "#app/services/context.ts";
import { eventually } from "#tests/support/eventually.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { poolerBefore } from "#tests/support/machines/pooler.ts";

let pooler: Awaited<ReturnType<typeof poolerBefore>>;
let house: DatabasePool;
let direct: string;
beforeAll(async () => {
  direct = (await freshDatabase()).url;
  // There are fewer connections than people, so that each transaction has another one.
  pooler = await poolerBefore(direct, { default_pool_size: "3" });
  atFileEnd(pooler.remove);
  house = openDatabase(pooler.url, { poolSize: 8, direct });
  atFileEnd(house.close);
});

/** Asks one of four texts with a parameter, so that each is asked again and again over every connection. */
const ask = (pool: DatabasePool, person: string, n: number) =>
  pool.transact({ ...noReach, person }, async (db) => {
    const texts = [
      sql`select ${n}::int + 0 as n, current_setting('app.person') as who`,
      sql`select ${n}::int + 1 - 1 as n, current_setting('app.person') as who`,
      sql`select ${n}::int * 1 as n, current_setting('app.person') as who`,
      sql`select 0 + ${n}::int as n, current_setting('app.person') as who`,
    ];
    const [row] = await db.execute(texts[n % 4] ?? sql``);
    return row;
  });
const many = (pool: DatabasePool) =>
  Promise.allSettled(
    Array.from({ length: 120 }, async (_, n) => {
      const who = randomUUID();
      expect(await ask(pool, who, n)).toEqual({ n, who });
    }),
  );
const failures = (ends: PromiseSettledResult<void>[]) =>
  ends.flatMap((end) => (end.status === "rejected" ? [String((end.reason as Error).cause ?? end.reason)] : []));

test("people share few connections, and each is asked as who they are; nothing stays behind on one", async () => {
  for (let again = 0; again < 3; again++) expect(failures(await many(house))).toEqual([]);
  const raw = openRaw(pooler.url, { max: 3 });
  const left = await Promise.all(
    Array.from({ length: 9 }, () =>
      raw.unsafe(
        `select current_setting('role') as role, coalesce(current_setting('app.person', true), '') as person,
          current_setting('statement_timeout') as patience, (select count(*)::int from pg_prepared_statements) as prepared`,
      ),
    ),
  );
  await raw.end({ timeout: 1 });
  for (const [row] of left) expect(row).toEqual({ role: "none", person: "", patience: "0", prepared: 0 });
});

test("what is told over the pooler is heard past it", async () => {
  const heard: string[] = [];
  const other = openDatabase(pooler.url, { poolSize: 2, direct });
  await other.onChange((topics) => heard.push(...topics));
  await house.transact(noReach, async (db) => void (await notifyTopics(db, ["een", "twee"])));
  await eventually(
    () => heard,
    (all) => all.includes("twee"),
  );
  expect(heard).toEqual(expect.arrayContaining(["een", "twee"]));
  expect(await eventually(other.isListening, (yes) => yes)).toBe(true);
  await other.close();
});

test("a pooler that restarts: who had not begun does not notice, who had is told that the connection is lost", async () => {
  await many(house);
  const begun = house.transact(noReach, async (db) => {
    await db.execute(sql`select 1`);
    await pooler.end();
    return db.execute(sql`select 2`);
  });
  await expect(begun).rejects.toSatisfy(connectionLost);
  const waiting = many(house);
  await pooler.start();
  expect(failures(await waiting)).toEqual([]);
});
