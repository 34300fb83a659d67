// @module-tag oldest
// @module-tag postgres rows copied in bulk
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Sql } from "postgres";
import { openDatabase, openRaw } from "#db/client.server.ts";
import { assignmentStatuses } from "#app/domain/words.ts";
import { nearestEnds } from "#db/seed/national/check/log.ts";
import { violations } from "#db/seed/national/check/check.ts";
import { lookClosely } from "#db/seed/national/check/guards.ts";
import { scaleOf } from "#db/seed/national/run.ts";
import { sheetOf } from "#db/seed/national/sheet.ts";
import { people } from "#db/schema.ts";
import { onServer, withDatabase } from "#tests/support/database/database.ts";
import { smallCountry } from "#tests/support/database/national.ts";

let now: Date;
const size = { centres: 2, companies: 4, communities: 3, teachers: 2, students: 60 };
const { url: server, template } = inject("databases");
const names = ["one", "two"].map((name) => `national_${name}_${process.env.VITEST_POOL_ID ?? process.pid}`);
const [oneUrl, twoUrl] = names.map((name) => withDatabase(server, name)) as [string, string];
const open: { end: () => Promise<unknown> }[] = [];
let sql: Sql;
let stage: Sql;

beforeAll(async () => {
  for (const name of names) await onServer(server, `create database ${name} template ${template}`);
  sql = openRaw(oneUrl, { max: 1 });
  open.push(sql);
  const country = await smallCountry();
  now = country.now;
  stage = country.stage.raw;
  await country.fill(oneUrl, {
    seed: 7,
    size,
    assignments: 150,
    judged: async (tx) => expect(await violations(tx, now)).toEqual([]),
  });
});
afterAll(async () => {
  await Promise.all(open.map((each) => each.end()));
  for (const name of names) await onServer(server, `drop database if exists ${name} with (force)`);
});

test("a small country keeps every rule of the domain, in every state, under the same row policies", async () => {
  expect((await sql.unsafe("select distinct status from assignments")).map((row) => row.status).sort()).toEqual(
    [...assignmentStatuses].sort(),
  );
  const [rooms] = await sql.unsafe(
    `select (select count(*) from community_partners) as partners,
      (select count(*) from meetings) as meetings,
      (select count(*) from pulses) as pulses,
      (select count(distinct status) from rounds) as rounds,
      (select count(*) from round_students where chosen_at is not null) as chose`,
  );
  for (const [what, count] of Object.entries(rooms ?? {})) expect(Number(count), what).toBeGreaterThan(0);
  const house = openDatabase(oneUrl, { poolSize: 2 });
  const { looked, found } = await lookClosely(house, now, 2).finally(house.close);
  expect(found).toEqual([]);
  expect(looked).toBeGreaterThan(30);
  const shape = `
    select (
        select string_agg(conname, ' ' order by conname) from pg_constraint
        where connamespace = 'public'::regnamespace
      ) as rules,
      (select string_agg(indexdef, ' ' order by indexname) from pg_indexes where schemaname = 'public') as indexes,
      (select count(*) from pg_class where relforcerowsecurity) as forced`;
  const other = openRaw(twoUrl, { max: 1 });
  expect(await sql.unsafe(shape)).toEqual(await other.unsafe(shape).finally(() => other.end()));
});

test("every story that was lived left the nearest end of its clocks where lists look for it", async () => {
  const [some] = await stage.unsafe(
    "select count(*) filter (where nearest_due_at is not null)::int as n from assignments",
  );
  expect(some?.n).toBeGreaterThan(10);
  expect(await stage.unsafe(nearestEnds.broken)).toHaveLength(0);
});

const planted: [string, string, RegExp][] = [
  [
    "a state without its step",
    "update assignments set status = 'published' where status = 'closed'",
    /the state of a assignment follows from its log/,
  ],
  [
    "a step that no table allows",
    "update events set to_status = 'closed' where move = 'start_intake'",
    /every step in the log is one that its table allows/,
  ],
  ["a link cut out of the chain", "delete from events where move = 'publish'", /one chain/],
  [
    "a second chosen claim",
    "update claims set status = 'declined' where status = 'selected'",
    /exactly one claim is selected/,
  ],
  [
    "a signature that is missing",
    "update agreements set company_signed_at = null where status = 'signed'",
    /signed by both/,
  ],
  [
    "a fee that does not add up",
    "update agreements set terms = jsonb_set(terms, '{fee_amount}', '1') where terms ? 'instalments'",
    /instalments add up/,
  ],
  [
    "a clock in the wrong state",
    "update deadlines set status = 'running' where clock = 'triage' and status = 'met'",
    /a clock runs only in the states it belongs to/,
  ],
  [
    "a clock that lists do not know",
    "update assignments set running_due_at = running_due_at - interval '1 hour'",
    /the nearest end of a clock/,
  ],
  [
    "a student from elsewhere",
    "update memberships set ended_at = now() where role = 'student'",
    /held by a student of the centre/,
  ],
  ["an annex nobody signed", "update annexes set signed_at = null", /signed every annex/],
  [
    "a secret told to all",
    "update assignments set visibility = 'public', confidentiality = 'secret' where status = 'published'",
    /a secret is shown/,
  ],
  [
    "a partner from elsewhere",
    `update community_partners set organization_id = (
      select o.id from organizations o
      where o.kind = 'company' and not exists (
        select from partners p where p.centre_id = community_partners.centre_id and p.organization_id = o.id
      ) limit 1
    ) where id = (select id from community_partners limit 1)`,
    /takes part in its centre/,
  ],
  [
    "an employee of nobody",
    "update memberships set ended_at = now() where role = 'employee'",
    /has the role that its kind asks for/,
  ],
  [
    "a choice of another round",
    "update round_students set choices = array[gen_random_uuid(), gen_random_uuid(), gen_random_uuid()] where chosen_at is not null",
    /a choice is one of the same round/,
  ],
  ["a round that no move led to", "update rounds set status = 'draft'", /the state of a round follows from its log/],
  ["a round without a log", "delete from round_events", /the state of a round follows from its log/],
  [
    "a step that no round takes",
    "update round_events set to_status = 'published' where move = 'open_choosing'",
    /every step in the log of a round is one that its table allows/,
  ],
  [
    "a link cut out of the chain of a round",
    "delete from round_events where move = 'open_choosing'",
    /the log of a round is one chain/,
  ],
  ["priority out of nothing", "update round_students set priority = true", /was sent on from another round/],
  [
    "something from tomorrow",
    "update records set at = now() + interval '3 days' where kind = 'kickoff'",
    /records.at is from tomorrow/,
  ],
];
test("the checker finds what is planted, and names it", async () => {
  for (const [what, statement, name] of planted) {
    await sql
      .begin(async (tx) => {
        await tx.unsafe(statement);
        expect(
          (await violations(tx, now)).map((v) => v.name),
          what,
        ).toContainEqual(expect.stringMatching(name));
        await tx.unsafe("select 1/0");
      })
      .catch((error: { code?: string }) => {
        if (error.code !== "22012") throw error;
      });
  }
});

test("a changed event no longer fits its hash", async () => {
  const house = openDatabase(oneUrl, { poolSize: 2 });
  const kept = await sql.unsafe("update events set comment = comment || '!' where move = 'submit' returning id");
  const { found } = await lookClosely(house, now, 1).finally(house.close);
  await sql.unsafe(
    "update events set comment = left(comment, -1) where id in (select jsonb_array_elements_text($1::text::jsonb)::uuid)",
    [JSON.stringify(kept.map((row) => row.id))],
  );
  expect(found.map((v) => v.name)).toContain("every hash is that of its event");
});

test("a changed event of a round no longer fits its hash", async () => {
  const house = openDatabase(oneUrl, { poolSize: 2 });
  await sql.unsafe("update round_events set acting_as = acting_as || '!' where move = 'create_round'");
  const { found } = await lookClosely(house, now, 1).finally(house.close);
  await sql.unsafe("update round_events set acting_as = left(acting_as, -1) where move = 'create_round'");
  expect(found.map((v) => v.name)).toContain("every hash of a round is that of its event");
});

test("the command line is read with care", () => {
  expect(scaleOf([])).toBeNull();
  expect(scaleOf(["--scale", "national"])).toMatchObject({
    assignments: 100_000,
    size: { centres: 160, companies: 35, students: 375 },
  });
  expect(scaleOf(["--scale", "national:0.2"])).toMatchObject({ assignments: 20_000, size: { centres: 32 } });
  expect(scaleOf(["--scale", "national", "--assignments", "20000"])).toMatchObject({
    assignments: 20_000,
    size: { centres: 160 },
  });
  for (const wrong of [
    ["--scale"],
    ["--scale", "europe"],
    ["--scale", "national:0"],
    ["--scale", "national", "--assignments", "many"],
  ])
    expect(() => scaleOf(wrong)).toThrow(/say/);
});

test("a column that must have a value and gets none is named", () => {
  expect(() => sheetOf(people, ["id", "name", "createdAt"], () => {})).toThrow("people.email");
});
