// @module-tag postgres migrations
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sql } from "postgres";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import { openRaw } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { onServer, withDatabase } from "#tests/support/database/database.ts";

const earlier = mkdtempSync(join(tmpdir(), "samenspel-migrations-"));
let databases = 0;
let url: string;
let sql: Sql;

beforeEach(async () => {
  const { url: server } = inject("databases");
  const name = `migrated_${process.pid}_${databases++}`;
  await onServer(server, `create database ${name}`);
  url = withDatabase(server, name);
  sql = openRaw(url, { max: 1 });
  return () => sql.end({ timeout: 5 });
});
afterAll(() => rmSync(earlier, { recursive: true }));

test("migrating twice is migrating once", async () => {
  await migrate(url);
  const before = await migrations();
  await migrate(url);
  expect(before.length).toBeGreaterThan(0);
  expect(await migrations()).toEqual(before);
});

const refused = /made before the first release.*new, empty database.*remove .*DATA_DIR/;

test("a database of the migrations before the first release is refused, and stays as it is", async () => {
  writeEarlierMigration("create table people (id uuid primary key, asked jsonb)");
  await migrate(url, { folder: earlier });
  const before = [await migrations(), await tables()];
  expect(before[1]).toEqual(["people"]);
  await expect(migrate(url)).rejects.toThrow(refused);
  expect([await migrations(), await tables()]).toEqual(before);
});

test("so is one that began with the same migration and then went another way", async () => {
  await migrate(url, { steps: 1 });
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('older', 1795908977271)`;
  const before = [await migrations(), await tables()];
  await expect(migrate(url)).rejects.toThrow(refused);
  expect([await migrations(), await tables()]).toEqual(before);
});

test("a database that a newer release brought further is not refused", async () => {
  await migrate(url);
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`;
  const before = await migrations();
  await migrate(url);
  expect(await migrations()).toEqual(before);
});

test("what is in the database besides, is no reason to refuse", async () => {
  await sql`create table of_somebody_else (id int)`;
  await migrate(url);
  expect(await tables()).toContain("assignments");
});

const migrations = async () => [...(await sql`select id, hash from drizzle.__drizzle_migrations order by id`)];
const tables = async () =>
  (await sql`select tablename from pg_tables where schemaname = 'public' order by 1`).map((row) => row.tablename);

function writeEarlierMigration(statement: string) {
  mkdirSync(join(earlier, "meta"), { recursive: true });
  writeFileSync(join(earlier, "0000_house.sql"), statement);
  writeFileSync(
    join(earlier, "meta/_journal.json"),
    JSON.stringify({
      version: "7",
      dialect: "postgresql",
      entries: [{ idx: 0, version: "7", when: 1_795_486_124_091, tag: "0000_house", breakpoints: true }],
    }),
  );
}
