// @module-tag postgres prepared statements
import { and, eq, gt, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noReach } from "#app/services/context.ts";
import { openDatabase, type DatabasePool } from "#db/client.server.ts";
import { fixed, like, listed } from "#db/fixed.server.ts";
import { people } from "#db/schema.ts";
import { copyOf, freshDatabase } from "#tests/support/database/fresh.ts";

// A statement that is built once is asked over any connection, of any database, by many at a time: it keeps nothing of
// whoever asked before.
const ids = [
  "00000000-0000-7000-8000-000000000001",
  "00000000-0000-7000-8000-000000000002",
  "00000000-0000-7000-8000-000000000003",
] as const;
const [then, later] = [new Date("2026-01-01T00:00:00Z"), new Date("2026-06-01T00:00:00Z")];
let one: DatabasePool;
let other: DatabasePool;
beforeAll(async () => {
  const { url, house } = await freshDatabase();
  other = openDatabase(await copyOf(url), { poolSize: 3 });
  one = house;
  for (const [house, place] of [
    [one, "one"],
    [other, "other"],
  ] as const)
    await house.transact(noReach, (db) =>
      db.insert(people).values(
        ids.map((id, i) => ({
          id,
          name: `${place} ${i}`,
          email: `${place}.${i}@voorbeeld.nl`,
          locale: "nl" as const,
          createdAt: i === 0 ? then : later,
        })),
      ),
    );
});
afterAll(() => other.close());
const named = fixed((db) =>
  db
    .select({ name: people.name })
    .from(people)
    .where(sql`${people.id} = any(${sql.placeholder("ids")}::uuid[])`)
    .orderBy(people.name),
);
const namesIn = (house: DatabasePool, wanted: readonly string[]) =>
  house.transact(noReach, async (db) => (await named(db, { ids: listed(wanted) })).map((row) => row.name));

test("many ask at once, in two databases, each its own", async () => {
  const asked = Array.from({ length: 40 }, (_, i) => ({
    house: i % 2 ? one : other,
    place: i % 2 ? "one" : "other",
    which: i % 3,
  }));
  const answers = await Promise.all(asked.map(({ house, which }) => namesIn(house, [ids[which] as string])));
  expect(answers).toEqual(asked.map(({ place, which }) => [`${place} ${which}`]));
});
test("a list may be empty, long, or name one twice", async () => {
  expect(await namesIn(one, [])).toEqual([]);
  expect(await namesIn(one, [ids[0], ids[0], ids[2]])).toEqual(["one 0", "one 2"]);
});
test("a moment travels as the column's do", async () => {
  const since = fixed((db) =>
    db
      .select({ name: people.name, createdAt: people.createdAt })
      .from(people)
      .where(gt(people.createdAt, like(people.createdAt, "since")))
      .orderBy(people.name),
  );
  const after = (moment: Date) => one.transact(noReach, (db) => since(db, { since: moment }));
  expect((await after(then)).map((row) => row.name)).toEqual(["one 1", "one 2"]);
  expect((await after(new Date(0)))[0]?.createdAt).toEqual(then);
});
test("what is the same every time, whatever is in it, answers as a value does", async () => {
  const words = ["it's", "$1", "a 'quoted' $2", "\\", ""];
  const constant = fixed((db) =>
    db
      .select({
        words: sql<string[]>`to_json(array[${sql.join(
          words.map((word) => sql`${word}`),
          sql`, `,
        )}])`,
        n: sql<number>`1 + ${2}`,
      })
      .from(people)
      .where(and(eq(people.locale, "nl"), eq(people.id, sql.placeholder("id")), sql`${true}`))
      .limit(1),
  );
  for (const id of [ids[0], ids[1]])
    expect(await one.transact(noReach, (db) => constant(db, { id }))).toEqual([{ words, n: 3 }]);
});
test("each form of a statement is its own, however many there are", async () => {
  const shaped = fixed(
    (db, i: number) =>
      db
        .select({ n: sql<number>`${sql.raw(String(i))}` })
        .from(people)
        .where(eq(people.id, sql.placeholder("id"))),
    String,
  );
  const answers: number[] = [];
  await one.transact(noReach, async (db) => {
    for (let round = 0; round < 2; round++)
      for (let i = 0; i < 230; i++) answers.push((await shaped(db, { id: ids[0] }, i))[0]?.n ?? -1);
  });
  expect(answers).toEqual([...Array(460).keys()].map((i) => i % 230));
});
