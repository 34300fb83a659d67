// @module-tag postgres row policies and grants
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { register, tableName } from "#db/register.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

const role = "samenspel_app";
/** Rows of these are not history: they may be removed when their time is over. */
const shortLived = [
  "account_events",
  "account_letters",
  "bookmarks",
  "employee_yields",
  "intake_drafts",
  "mailbox",
  "outbox",
  "pulses",
  "recovery_codes",
  "reflections",
  "saved_search_finds",
  "saved_searches",
  "second_factors",
  "self_scans",
  "sessions",
  "submissions",
  "throttles",
  "tokens",
  "upload_budgets",
];
/** Lists tables of people and of the house itself, before any centre is known. Each has its own query file and column list. */
const unwalled = [
  "account_events",
  "account_letters",
  "background_runs",
  "catalogue_words",
  "centres",
  "community_members",
  "intake_drafts",
  "mailbox",
  "memberships",
  "organizations",
  "people",
  "saved_search_finds",
  "saved_searches",
  "sessions",
  "submissions",
  "throttles",
  "tokens",
  "upload_budgets",
];
let sql: Sql;
type Table = { name: string; enabled: boolean; forced: boolean; centre: boolean; policies: string };

beforeAll(async () => {
  sql = (await freshDatabase()).raw;
});

const tables = async () =>
  (await sql.unsafe(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'centre_id' and not a.attisdropped) as centre,
      coalesce((
        select array_agg(p.polcmd::text order by p.polcmd::text) from pg_policy p
        where p.polrelid = c.oid and (select oid from pg_roles where rolname = '${role}') = any (p.polroles)
      ), '{}')::text as policies
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`)) as unknown as Table[];
const may = async (what: string) =>
  (
    await sql.unsafe(
      `select c.relname as name from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_table_privilege('${role}', c.oid, '${what}')
      order by 1`,
    )
  ).map((row) => String(row.name));

test("every table of a centre has row security, forced, with policies for reading, adding and changing", async () => {
  const found = (await tables()).filter(({ name, centre }) => centre && !unwalled.includes(name));
  expect(found.length).toBeGreaterThan(10);
  expect(
    found
      .filter(
        ({ enabled, forced, policies }) => !enabled || !forced || !/r|\*/.test(policies) || !/a|\*/.test(policies),
      )
      .map(({ name, enabled, forced, policies }) => ({ name, enabled, forced, policies })),
  ).toEqual([]);
});

test("the tables without row policies are these, and no other", async () => {
  expect((await tables()).filter(({ enabled }) => !enabled).map(({ name }) => name)).toEqual(unwalled);
});

test("the logs only grow: the product can add to them and read them, nothing else", async () => {
  for (const log of ["events", "round_events", "platform_events"]) {
    expect(await may("INSERT")).toContain(log);
    expect(await may("UPDATE")).not.toContain(log);
    expect(await may("DELETE")).not.toContain(log);
  }
  expect(await may("TRUNCATE")).toEqual([]);
});

test("the product removes nothing but what was made to end", async () => {
  expect(await may("DELETE")).toEqual(shortLived);
  const told = register.filter(({ removed, ends }) => removed || ends?.act === "remove").map(tableName);
  expect(told.sort(), "what the register of what is kept says").toEqual(shortLived);
});

test("the role of the product has no login, no power, and owns nothing", async () => {
  const [row] = await sql.unsafe(
    `select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = '${role}'`,
  );
  expect(Object.values(row ?? { none: true })).toEqual([false, false, false, false, false]);
  expect((await sql.unsafe(`select tablename from pg_tables where tableowner = '${role}'`)).length).toBe(0);
});

test("a request that reaches nothing reads no table of a centre, and adds to none", async () => {
  const { house } = await freshDatabase();
  const seen = await house.transact({ person: "", centres: [], organizations: [] }, (db) =>
    db.execute("select count(*)::int as n from assignments"),
  );
  expect([...seen]).toEqual([{ n: 0 }]);
});

test("every column that ties a row to its centre or organisation has an index", async () => {
  const bare = await sql.unsafe(`
    select c.relname || '.' || a.attname as col
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname in ('centre_id', 'organization_id') and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum) order by 1`);
  expect(bare.map((row) => row.col)).toEqual([]);
});
