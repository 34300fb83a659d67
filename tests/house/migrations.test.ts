import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import * as schema from "#db/schema.ts";
import { read } from "#tests/support/sources.ts";

const journal: { entries: { tag: string; when: number }[] } = JSON.parse(read("migrations/meta/_journal.json"));
const snapshots = readdirSync("migrations/meta").filter((name) => name.endsWith("_snapshot.json"));

test("the migrations and the schema are the same: nothing is left to generate", async () => {
  const newest = JSON.parse(read(`migrations/meta/${snapshots.sort().at(-1)}`));
  expect(await generateMigration(newest, generateDrizzleJson(schema))).toEqual([]);
});

// `db:generate` reads the newest alone, and each is some 16,000 lines that nobody reads.
test("one snapshot of the tables is kept, that of the last migration", () => {
  const last = journal.entries.at(-1)?.tag.split("_")[0];
  expect(snapshots).toEqual([`${last}_snapshot.json`]);
});

test("every file of SQL is a migration, in the order of its number", () => {
  const files = readdirSync("migrations").filter((name) => name.endsWith(".sql"));
  expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.sort());
});

// The migrator runs what is newer than the newest that ran: one with an earlier moment would be passed over for ever.
test("every migration is younger than the one before it", () => {
  const moments = journal.entries.map(({ when }) => when);
  expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b));
});
