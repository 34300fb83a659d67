// @module-tag slow
// @module-tag postgres query plans
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { sql as drizzleSql } from "drizzle-orm";
import type { Sql } from "postgres";
import { openDatabase, openRaw, type DatabasePool } from "#db/client.server.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { gatherRows } from "#db/queries/workflow/facts.server.ts";
import { over } from "#app/domain/assignment/process.ts";
import { nobody, reachOf } from "#app/domain/workflow/policy.ts";
import type { Context } from "#app/services/context.ts";
import { switchOnCalendar } from "#app/services/calendar/calendar.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { pipeline } from "#app/services/centre/pipeline.server.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { requestRuns } from "#app/services/rounds/runs.server.ts";
import { runSolveJob } from "#app/services/matching/solve-jobs.server.ts";
import { onServer, withDatabase } from "#tests/support/database/database.ts";
import { smallCountry } from "#tests/support/database/national.ts";
import { wholeReads } from "#tests/support/database/plans.ts";
import { Recorder } from "../../../bench/recorder.ts";
import { crowded, manyRounds } from "./crowd.ts";
import { pages, type Readers } from "./read-pages.ts";

let now: Date;
const { url: server, template } = inject("databases");
const name = `plans_${process.env.VITEST_POOL_ID ?? process.pid}`;
const url = withDatabase(server, name);
const recorder = new Recorder();
const open: { end: () => Promise<unknown> }[] = [];
let house: DatabasePool;
let sql: Sql;
let one: Readers;

const outside = () => ({ transact: house.transact, now: () => now, newId: randomUUID });
const somebody = async (id: string): Promise<Context> => {
  const actor = id
    ? await house.transact({ person: id, centres: [], organizations: [] }, (db) => actorOf(db, id))
    : nobody;
  return { ...outside(), actor, reach: reachOf(actor), locale: "nl", requestId: "plans" };
};
beforeAll(async () => {
  await onServer(server, `create database ${name} template ${template}`);
  sql = openRaw(url, { max: 1 });
  const country = await smallCountry();
  now = country.now;
  await country.fill(url, {
    seed: 11,
    size: { centres: 16, companies: 6, communities: 3, teachers: 2, students: 60 },
    assignments: 1500,
    judged: async () => {},
  });
  house = openDatabase(await recorder.through(url), { poolSize: 2 });
  open.push(sql, { end: house.close });
  for (const statement of manyRounds) await sql.unsafe(statement);
  await sql.unsafe(crowded);
  one = await readersOf();
  await switchOnCalendar(one.coordinator, one.feed);
  await requestRuns(one.teacher, one.closed, { preset: "default" });
  while (await runSolveJob(outside(), solver));
});
/** Returns one reader of each kind around an assignment at work, with what they open. */
async function readersOf(): Promise<Readers> {
  const first = async (query: string) => String((await sql.unsafe(query))[0]?.id);
  const assignment = await first(
    `select assignment_id as id from members m join assignments a on a.id = m.assignment_id
      where a.status = 'in_progress' and m.role = 'student_lead' and m.status = 'active' order by a.id limit 1`,
  );
  const centre = await first(`select centre_id as id from assignments where id = '${assignment}'`);
  const role = async (where: string) =>
    somebody(await first(`select person_id as id from memberships where ended_at is null and ${where} limit 1`));
  const company = await first(`select organization_id as id from assignments where id = '${assignment}'`);
  const round = await first(
    `select r.id from rounds r where r.centre_id = '${centre}' and status = 'choosing' limit 1`,
  );
  const closed = await first(
    `select r.id from rounds r where r.centre_id = '${centre}' and status = 'matching' limit 1`,
  );
  return {
    visitor: await somebody(""),
    student: await somebody(
      await first(
        `select person_id as id from members where assignment_id = '${assignment}' and role = 'student_lead'`,
      ),
    ),
    teacher: await somebody(
      await first(
        `select person_id as id from members where assignment_id = '${assignment}' and role = 'teacher' and status = 'active'`,
      ),
    ),
    coordinator: await role(`role = 'coordinator' and centre_id = '${centre}'`),
    owner: await role(`role = 'client_owner' and organization_id = '${company}'`),
    slug: await first(`select slug as id from centres where id = '${centre}'`),
    company,
    assignment,
    community: await first(`select community_id as id from assignments where id = '${assignment}'`),
    listed: await first("select assignment_id as id from catalogue where not gone order by 1 limit 1"),
    centres: (await sql.unsafe("select id from centres")).map((row) => String(row.id)),
    told: await first(`select r.id from rounds r where r.centre_id = '${centre}' and status = 'published' limit 1`),
    feed: "c0ffee".padEnd(40, "0"),
    round,
    chooser: await somebody(
      await first(`select person_id as id from round_students where round_id = '${round}' limit 1`),
    ),
    closed,
    placed: await first(`select id from round_students where round_id = '${closed}' and status = 'in' limit 1`),
    choice: await first(
      `select a.id from round_assignments a join assignments q on q.id = a.assignment_id
        where a.round_id = '${closed}' and q.organization_id = '${company}' limit 1`,
    ),
  };
}
const solver = openSolver();
afterAll(async () => {
  await solver.close();
  await Promise.all(open.map((each) => each.end()));
  recorder.close();
  await onServer(server, `drop database if exists ${name} with (force)`);
});
/** As many rows as there are centres, communities, or words: read whole by choice. */
const small = [
  "centres",
  "communities",
  "community_members",
  "organizations",
  "catalogue_words",
  "intake_drafts",
  "saved_searches",
  "saved_search_finds",
  "accounts",
];
// The last four indexes are for questions that are not listed for everybody, and for rounds. Their tables are so small here
// that the planner reads them whole; at the size of a country it goes by centre and by assignment.
const walked = [
  "assignments_market",
  "deadlines_next",
  "outbox_due",
  "one_open_request",
  "showcases_shown",
  "assignments_inside_centre",
  "round_assignments_assignment",
  "rounds_choose_by",
  "rounds_pkey",
];

test("every list and search asks a bounded number of questions, each answered by index", async () => {
  for (const { name, most, read } of pages(one, outside, solver)) {
    await read().catch(() => null); // what is kept in memory is made first
    recorder.statements.length = 0;
    await read();
    const statements = recorder.statements.filter(({ text }) => !/^\s*(begin|commit|rollback)/i.test(text));
    expect
      .soft(statements.length, `${name}: ${statements.map(({ text }) => text.slice(0, 60)).join("\n")}`)
      .toBeLessThanOrEqual(most);
    expect.soft(await wholeReads(url, statements, { small, walked }), name).toEqual([]);
  }
});

test("the pages of a long list hold every assignment once", async () => {
  const lists = {
    "mijn werk": async (page: number) => {
      const { yours, others, runs, pages, total } = await myWork(one.coordinator, null, page);
      return { rows: [...yours, ...others, ...runs], pages, total };
    },
    pijplijn: (page: number) => pipeline(one.coordinator, one.slug, { stop: "all", what: null, page }),
  };
  for (const [name, read] of Object.entries(lists)) {
    const first = await read(1);
    const rows = [...first.rows];
    for (let page = 2; page <= first.pages; page++) rows.push(...(await read(page)).rows);
    expect(first.pages, name).toBeGreaterThan(1);
    const ids = rows.map((row) => row.card.id);
    expect(new Set(ids).size, name).toBe(ids.length);
    // What ended and still waits stands among them, once, and is not counted as under way.
    expect(await countUnderWay(ids), name).toBe(first.total);
    expect(
      (await read(first.pages + 5)).rows.map((row) => row.card.id),
      `${name}, past the end`,
    ).toEqual((await read(first.pages)).rows.map((row) => row.card.id));
    expect(await missing(ids), name).toEqual([]);
  }
});
const countUnderWay = async (ids: readonly string[]) =>
  Number(
    (
      await sql.unsafe(
        `select count(*) as n from assignments where id in (select jsonb_array_elements_text($1::text::jsonb)::uuid)
          and status not in (select jsonb_array_elements_text($2::text::jsonb))`,
        [JSON.stringify(ids), JSON.stringify(over)],
      )
    )[0]?.n,
  );
/** Returns assignments of the coordinator's centre that are under way and not among these. */
const missing = async (ids: readonly string[]) =>
  [
    ...(await sql.unsafe(
      `select id from assignments where centre_id = (select id from centres where slug = $1)
        and status not in (select jsonb_array_elements_text($2::text::jsonb))`,
      [one.slug, JSON.stringify(over)],
    )),
  ]
    .map((row) => String(row.id))
    .filter((id) => !ids.includes(id));

test("a table without an index for what is asked is found", async () => {
  const statement = { connection: 1, text: "select id from events where comment = $1", params: ["x"] };
  expect((await wholeReads(url, [statement], { small, walked })).map(({ table }) => table)).toEqual(["events"]);
});

// PostgreSQL plans a statement for its values the first five times, and goes on so while it guesses that to be cheaper. For what
// is asked on every page of an assignment that took twelve milliseconds each time, and the answer takes one.
const [tried, asked] = [5, 20];
test("what every page asks is not planned anew for each person and each assignment", async () => {
  await sql.unsafe("analyze");
  const { transact, close } = openDatabase(url, { poolSize: 1 });
  open.push({ end: close });
  const ids = await sql<{ id: string }[]>`select id from assignments order by id limit ${asked}`;
  for (const { id } of ids)
    await transact(one.coordinator.reach, async (db) => {
      await actorOf(db, one.coordinator.actor.id);
      await gatherRows(db, id, now);
    });
  const plans = await transact(one.coordinator.reach, (db) => db.execute<{ about: string; anew: number }>(prepared));
  expect(plans.map(({ about }) => about).sort()).toEqual(["assignment_texts", "memberships"]);
  expect(plans.filter(({ anew }) => anew > tried)).toEqual([]);
});
/** Tells what this connection asked so often, by the first table it reads, and how often it was planned for its values. */
const prepared = drizzleSql`
  select substring(statement from 'from "?(memberships|assignment_texts)') as about, custom_plans::int as anew
  from pg_prepared_statements
  where statement like 'select (%' and custom_plans + generic_plans >= ${asked}::int`;
