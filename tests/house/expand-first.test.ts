import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import * as schema from "#db/schema.ts";
import { read } from "#tests/support/sources.ts";

// The release before runs on the tables of this one while it is replaced, and again when it is put back (docs/trust.md 4.10):
// what it reads may not go, and what it writes may not be refused. What may be known to be unused by now says so, in a comment
// within its statement: `-- contract: not read since 1.4`.
const mark = /^-- contract: .{10,}/m;
const breaks: readonly [what: string, pattern: RegExp][] = [
  ["takes something away", /\bdrop\s+(table|column|view|materialized view|schema|type|function)\b/i],
  ["renames", /\brename\s+(to|column|constraint|value)\b/i],
  ["changes a type", /\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i],
  ["asks what was not asked", /\balter\s+column\s+\S+\s+(set\s+not\s+null|drop\s+default)\b/i],
  ["adds a column that must be given", /\badd\s+column\s+(?!.*\bdefault\b).*\bnot\s+null\b/i],
  ["allows less at once", /\bcreate\s+unique\s+index\b/i],
  ["takes a right away", /\brevoke\b/i],
];
const made = (sql: string) =>
  new Set([...sql.matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?/gi)].map((match) => match[1] ?? ""));
const tableOf = (statement: string) =>
  /\b(?:alter\s+table(?:\s+only)?|on)\s+(?:"public"\.)?"?(\w+)"?/i.exec(statement)?.[1] ?? "";

/** Lists what of a migration the release before cannot live with. Tables that it makes itself nobody reads yet. */
function broken(sql: string): string[] {
  const own = made(sql);
  return sql.split("--> statement-breakpoint").flatMap((statement) => {
    if (mark.test(statement.trim()) || own.has(tableOf(statement))) return [];
    const bare = statement.replaceAll(/--.*$/gm, "").replaceAll(/\s+/g, " ").trim();
    return breaks.flatMap(([what, pattern]) => (pattern.test(bare) ? [`${what}: ${bare.slice(0, 100)}`] : []));
  });
}

/** Lists the tables of the first release: nothing was before them. */
const baseline = ["0000_search.sql", "0001_tables.sql", "0002_access.sql"];

test("no migration takes away, renames or demands what the release before still uses, unless it says that it does not", () => {
  const files = readdirSync("migrations").filter((name) => name.endsWith(".sql"));
  expect(files.slice(0, baseline.length)).toEqual(baseline);
  const later = files.slice(baseline.length);
  expect(later.flatMap((name) => broken(read(`migrations/${name}`)).map((fault) => `${name} ${fault}`))).toEqual([]);
});

// There may be no migration after the baseline to try the rule on, so it reads what drizzle-kit writes about our own tables.
test("the rule reads the migrations that drizzle-kit writes", async () => {
  const now = generateDrizzleJson(schema);
  const without = (table: string, column: string) => {
    const then = structuredClone(now);
    delete then.tables[`public.${table}`]?.columns[column];
    return then;
  };
  const written = async (from: typeof now, to: typeof now) =>
    (await generateMigration(from, to)).join("\n--> statement-breakpoint\n");
  const [birthday, name] = [without("people", "turns_18_on"), without("people", "name")];
  expect(broken(await written(now, birthday))).toEqual([
    expect.stringMatching(/^takes something away: .*"turns_18_on"/),
  ]);
  expect(broken(await written(birthday, now))).toEqual([]);
  expect(broken(await written(name, now))).toEqual([
    expect.stringMatching(/^adds a column that must be given: .*"name"/),
  ]);
});

test("the rule knows what breaks, and what does not", () => {
  for (const bad of [
    'ALTER TABLE "people" DROP COLUMN "turns_18_on";',
    'drop table if exists "people" cascade;',
    'ALTER TABLE "people" RENAME COLUMN "name" TO "full_name";',
    'ALTER TABLE "people" RENAME TO "persons";',
    'ALTER TABLE "people" ALTER COLUMN "age" SET DATA TYPE bigint;',
    'ALTER TABLE "people" ALTER COLUMN "age" TYPE bigint;',
    'ALTER TABLE "people" ALTER COLUMN "age" SET NOT NULL;',
    'ALTER TABLE "people" ADD COLUMN "age" integer NOT NULL;',
    'CREATE UNIQUE INDEX "one_name" ON "people" USING btree ("name");',
    "REVOKE UPDATE ON people FROM samenspel_app;",
    'CREATE TABLE "pets" ("id" uuid);--> statement-breakpoint\nALTER TABLE "people"\n  DROP COLUMN "pet";',
  ])
    expect(broken(bad), bad).toHaveLength(1);
  for (const good of [
    'ALTER TABLE "people" ADD COLUMN "age" integer;',
    'ALTER TABLE "people" ADD COLUMN "age" integer DEFAULT 0 NOT NULL;',
    'CREATE INDEX "by_name" ON "people" USING btree ("name");',
    'CREATE TABLE "pets" ("id" uuid);--> statement-breakpoint\nCREATE UNIQUE INDEX "one_pet" ON "pets" ("id");',
    '-- contract: not read since 1.4, when pets came\nALTER TABLE "people" DROP COLUMN "pet";',
    "drop policy within_reach on people;",
  ])
    expect(broken(good), good).toEqual([]);
});
