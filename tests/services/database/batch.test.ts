// @module-tag postgres prepared statements
import { eq, getTableColumns, is, sql, type Column } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { beforeAll, expect, test } from "vitest";
import { noReach } from "#app/services/context.ts";
import type { Database, DatabasePool } from "#db/client.server.ts";
import { fixed, listed } from "#db/fixed.server.ts";
import { batch } from "#db/batch.server.ts";
import * as schema from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

// Questions that are asked together answer what each answers alone, whatever is in their columns.
const { people } = schema;
const ids = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"] as const;
let house: DatabasePool;
beforeAll(async () => {
  ({ house } = await freshDatabase());
  await house.transact(noReach, (db) =>
    db.insert(people).values(
      ids.map((id, at) => ({
        id,
        name: `Zoë "${at}"`,
        email: `z${at}@voorbeeld.nl`,
        locale: "nl" as const,
        createdAt: new Date(Date.UTC(2026, at)),
      })),
    ),
  );
});
const whole = fixed((db) =>
  db
    .select()
    .from(people)
    .where(sql`${people.id} = any(${sql.placeholder("ids")}::uuid[])`)
    .orderBy(sql`${people.name} desc`),
);
const nested = fixed((db) =>
  db
    .select({ person: people, n: sql<number>`7` })
    .from(people)
    .where(eq(people.id, sql.placeholder("id"))),
);
const joined = fixed((db) =>
  db
    .select({ name: people.name, role: schema.memberships })
    .from(people)
    .leftJoin(schema.memberships, eq(schema.memberships.personId, people.id))
    .where(eq(people.id, sql.placeholder("id"))),
);
const values = { ids: listed(ids), id: ids[0] };

test("rows, their order, joined tables and tables that have no row come back as they do alone", async () => {
  const all = batch({ whole, nested, joined });
  await house.transact(noReach, async (db) => {
    const alone = {
      whole: await whole(db, values),
      nested: await nested(db, values),
      joined: await joined(db, values),
    };
    expect(alone.whole.map(({ name }) => name)).toEqual(['Zoë "1"', 'Zoë "0"']);
    expect(alone.joined).toEqual([{ name: 'Zoë "0"', role: null }]);
    expect(await all(db, values)).toEqual(alone);
    expect(await all(db, values)).toEqual(alone);
  });
});
test("the values of one asking are not those of the next, in two transactions at once", async () => {
  const both = batch({ nested, same: nested });
  const asked = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      house
        .transact(noReach, (db) => both(db, { id: ids[at % 2] }))
        .then(({ nested: [one], same: [two] }) => [one, two]),
    ),
  );
  expect(asked.map((pair) => pair.map((one) => one?.person.id))).toEqual(
    asked.map((_, at) => [ids[at % 2], ids[at % 2]]),
  );
});
test("one that asks nothing, or twice, fails at once instead of keeping the others waiting", async () => {
  const none = () => Promise.resolve([]);
  const twice = async (db: Database, values: Record<string, unknown>) => [
    await whole(db, values),
    await whole(db, values),
  ];
  const values = { ids: listed(ids) };
  await expect(house.transact(noReach, (db) => batch({ whole, none })(db, values))).rejects.toThrow(
    /none asks nothing/,
  );
  await expect(house.transact(noReach, (db) => batch({ whole, twice })(db, values))).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/twice asks twice/) },
  });
});
test("one that the database refuses fails all, with its reason", async () => {
  const refused = fixed((db) => db.select({ n: sql<number>`1 / 0` }).from(people));
  const asked = house.transact(noReach, (db) => batch({ nested, refused })(db, values));
  await expect(asked).rejects.toMatchObject({ cause: { code: "22012" } });
});

/** Holds something of every type that a column has. A type that is not here has yet to be tried. */
const samples: Record<string, string> = {
  boolean: "true",
  integer: "-7",
  smallint: "3",
  bigint: "9007199254740991",
  real: "0.25",
  "double precision": "1234567.125",
  text: `E'a\\n"b" \\\\ é $1'`,
  uuid: `'${ids[0]}'`,
  date: "'2026-02-28'",
  "timestamp with time zone": "'2026-07-01 12:34:56.789+02'",
  jsonb: `'{"a": [1, null, "é"], "b": {"c": false}}'`,
  json: `'"text"'`,
  "text[]": `array['a', 'b "c", {d}']`,
  "uuid[]": `array['${ids[0]}']::uuid[]`,
  "date[]": "array['2026-02-28']",
  "integer[]": "array[1, 2]",
  tsvector: "'a:1'",
};
/** A column that counts is, as a type, the number it holds. */
const typeOf = (column: Column) => column.getSQLType().replace("serial", "int");
const columns = Object.values(schema as Record<string, unknown>).flatMap((table) =>
  is(table, PgTable) ? Object.values<Column>(getTableColumns(table)) : [],
);
test("every type of column is read as it is alone, and so is nothing", async () => {
  const types = new Map(columns.map((column) => [`${typeOf(column)} ${column.dataType}`, column]));
  expect(types.size).toBeGreaterThan(8);
  for (const [type, column] of types) {
    const sqlType = sql.raw(typeOf(column));
    const sample = samples[typeOf(column)];
    expect(sample, type).toBeDefined();
    const asked = fixed((db) =>
      db
        .select({
          some: sql`${sql.raw(String(sample))}::${sqlType}`.mapWith(column),
          none: sql`null::${sqlType}`.mapWith(column),
        })
        .from(sql`(select) as one`),
    );
    await house.transact(noReach, async (db) =>
      expect((await batch({ asked })(db, {})).asked, type).toEqual(await asked(db, {})),
    );
  }
});
