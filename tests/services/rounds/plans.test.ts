// @slow
// @postgres query plans
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Sql } from "postgres";
import { openDatabase, openRaw, type DatabasePool } from "#db/client.server.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { fillNational } from "#db/seed/national/fill.ts";
import { over } from "#app/domain/assignment/process.ts";
import { nobody, reachOf } from "#app/domain/workflow/policy.ts";
import { sendSavedSearchAlerts } from "#app/services/market/saved-search-notifications.server.ts";
import { savedSearches } from "#app/services/market/saved-searches.server.ts";
import type { Context } from "#app/services/context.ts";
import { clerk } from "#app/services/clerk.server.ts";
import { runDeadlines } from "#app/services/workflow/deadlines.server.ts";
import { calendarOf, calendarPage, switchOnCalendar } from "#app/services/calendar/calendar.server.ts";
import { centreCommunities } from "#app/services/community/communities.server.ts";
import { openFounding } from "#app/services/community/founding.server.ts";
import { ambitionPage } from "#app/services/community/ambition.server.ts";
import { buildTab } from "#app/services/community/build.server.ts";
import { moneyTab } from "#app/services/community/money.server.ts";
import { peoplePage } from "#app/services/community/people.server.ts";
import { lessonsTab, reviewTab } from "#app/services/community/review.server.ts";
import { peersPage } from "#app/services/community/peer-visits.server.ts";
import { reflectionPage } from "#app/services/community/reflections.server.ts";
import { selfScanPage } from "#app/services/community/self-scan.server.ts";
import { storyPage } from "#app/services/community/stories.server.ts";
import { meetingList } from "#app/services/community/meetings.server.ts";
import { companyPage } from "#app/services/company/company.server.ts";
import { feedOf, siteMap } from "#app/services/market/feed.server.ts";
import { showcaseGallery } from "#app/services/showcase/gallery.server.ts";
import { intakeQueue } from "#app/services/intake/intake-queue.server.ts";
import { interestsPage } from "#app/services/market/interest.server.ts";
import { frontPage, market, suggest } from "#app/services/market/market.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { ownAccount, peopleOfCentre, peopleOfOrganization } from "#app/services/account/people.server.ts";
import { centreOutbox, pipeline } from "#app/services/centre/pipeline.server.ts";
import { roundAssignmentsPage } from "#app/services/rounds/assignments.server.ts";
import { preferencesPage } from "#app/services/rounds/preferences.server.ts";
import { runRoundClock } from "#app/services/rounds/clock.server.ts";
import { ratingPage, ratingsWaiting } from "#app/services/rounds/candidate-ratings.server.ts";
import { guidesPage } from "#app/services/rounds/guides.server.ts";
import { roundStudentsPage } from "#app/services/rounds/students.server.ts";
import { peerWishesPage } from "#app/services/rounds/peer-wishes.server.ts";
import { roundList, roundPage } from "#app/services/rounds/round-page.server.ts";
import { claimsTab } from "#app/services/assignment/claims-tab.server.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { choiceInPlan, comparePlans, runPage, studentInPlan, workbench } from "#app/services/rounds/plan.server.ts";
import { openPublication } from "#app/services/rounds/publish.server.ts";
import { carryOverPage } from "#app/services/rounds/carry-over.server.ts";
import { ownResult, planRows } from "#app/services/rounds/result.server.ts";
import { requestRuns } from "#app/services/rounds/runs.server.ts";
import { runSolveJob } from "#app/services/matching/solve-jobs.server.ts";
import { teamByHand } from "#app/services/team/by-hand.server.ts";
import { onServer, withDatabase } from "#tests/support/database.ts";
import { wholeReads } from "#tests/support/plans.ts";
import { Recorder } from "../../../bench/recorder.ts";

const now = new Date();
const { url: server, template } = inject("databases");
const names = ["stage", "plans"].map((name) => `plans_${name}_${process.env.VITEST_POOL_ID ?? process.pid}`);
const [stageUrl, url] = names.map((name) => withDatabase(server, name)) as [string, string];
const recorder = new Recorder({ host: new URL(server).hostname, port: Number(new URL(server).port) });
const open: { end: () => Promise<unknown> }[] = [];
let house: DatabasePool;
let sql: Sql;
let one: Record<"student" | "teacher" | "coordinator" | "owner", Context> & {
  visitor: Context;
  slug: string;
  company: string;
  file: string;
  community: string;
  round: string;
  closed: string;
  choice: string;
  placed: string;
  chooser: Context;
  listed: string;
  told: string;
  feed: string;
  centres: string[];
};

const outside = () => ({ transact: house.transact, now: () => now, newId: randomUUID });
const somebody = async (id: string): Promise<Context> => {
  const actor = id
    ? await house.transact({ person: id, centres: [], organizations: [] }, (db) => actorOf(db, id))
    : nobody;
  return { ...outside(), actor, reach: reachOf(actor), locale: "nl", requestId: "plans" };
};
beforeAll(async () => {
  for (const name of names) await onServer(server, `create database ${name} template ${template}`);
  const [stage, raw] = [openDatabase(stageUrl, { poolSize: 6 }), openRaw(stageUrl, { max: 2 })];
  sql = openRaw(url, { max: 1 });
  await fillNational({
    stage: { house: stage, raw },
    url,
    now,
    seed: 11,
    passwordHash: null,
    size: { centres: 16, companies: 6, communities: 3, teachers: 2, students: 60 },
    thin: true,
    assignments: 1500,
    judged: async () => {},
    said: () => {},
  });
  house = openDatabase(Object.assign(new URL(url), { port: String(await recorder.listen()) }).href, { poolSize: 2 });
  open.push({ end: stage.close }, raw, sql, { end: house.close });
  for (const statement of manyRounds) await sql.unsafe(statement);
  await sql.unsafe(crowded);
  const first = async (query: string) => String((await sql.unsafe(query))[0]?.id);
  const file = await first(
    "select assignment_id as id from members m join assignments a on a.id = m.assignment_id where a.status = 'in_progress' and m.role = 'student_lead' and m.status = 'active' order by a.id limit 1",
  );
  const centre = await first(`select centre_id as id from assignments where id = '${file}'`);
  const role = async (where: string) =>
    somebody(await first(`select person_id as id from memberships where ended_at is null and ${where} limit 1`));
  const company = await first(`select organization_id as id from assignments where id = '${file}'`);
  const round = await first(
    `select r.id from rounds r where r.centre_id = '${centre}' and status = 'choosing' limit 1`,
  );
  const closed = await first(
    `select r.id from rounds r where r.centre_id = '${centre}' and status = 'matching' limit 1`,
  );
  one = {
    visitor: await somebody(""),
    student: await somebody(
      await first(`select person_id as id from members where assignment_id = '${file}' and role = 'student_lead'`),
    ),
    teacher: await somebody(
      await first(
        `select person_id as id from members where assignment_id = '${file}' and role = 'teacher' and status = 'active'`,
      ),
    ),
    coordinator: await role(`role = 'coordinator' and centre_id = '${centre}'`),
    owner: await role(`role = 'client_owner' and organization_id = '${company}'`),
    slug: await first(`select slug as id from centres where id = '${centre}'`),
    company,
    file,
    community: await first(`select community_id as id from assignments where id = '${file}'`),
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
      `select a.id from round_assignments a join assignments q on q.id = a.assignment_id where a.round_id = '${closed}' and q.organization_id = '${company}' limit 1`,
    ),
  };
  await switchOnCalendar(one.coordinator, one.feed);
  await requestRuns(one.teacher, closed, { preset: "default" });
  while (await runSolveJob(outside(), solver));
});
const solver = openSolver();
afterAll(async () => {
  await solver.close();
  await Promise.all(open.map((each) => each.end()));
  recorder.close();
  for (const name of names) await onServer(server, `drop database if exists ${name} with (force)`);
});

/** PostgreSQL is told that every table holds a hundred times as much, and that empty ones are not known to be empty: a modest country is planned like a large one. */
const crowded =
  "update pg_class set reltuples = case when reltuples > 0 then reltuples * 100 else -1 end where relkind = 'r' and relnamespace = 'public'::regnamespace";
/** Instead of the few rounds of the country: five in every centre, with all its students, ten assignments and two coaches each. */
const manyRounds = [
  "truncate rounds cascade",
  "insert into rounds (id, centre_id, name, block, status, choose_by, seed, created_by, created_at) select gen_random_uuid(), c.id, 'Ronde ' || n, '2027-02-01', (array['draft','choosing','matching','published','cancelled'])[n], now() + interval '9 days', 1, (select person_id from memberships m where m.centre_id = c.id limit 1), now() from centres c, generate_series(1, 5) n",
  "insert into round_students (id, centre_id, round_id, person_id, discipline, level, hours) select gen_random_uuid(), r.centre_id, r.id, m.person_id, 'data', 'hbo', 16 from rounds r join memberships m on m.centre_id = r.centre_id and m.role = 'student' and m.ended_at is null",
  "insert into round_assignments (id, centre_id, round_id, assignment_id, size_min, size_max, hours) select gen_random_uuid(), r.centre_id, r.id, a.id, 3, 5, 8 from rounds r join assignments a on a.centre_id = r.centre_id and a.status = 'in_progress'",
  "insert into round_guides (id, centre_id, round_id, person_id, kind) select gen_random_uuid(), r.centre_id, r.id, m.person_id, 'coach' from rounds r join memberships m on m.centre_id = r.centre_id and m.role = 'teacher' and m.ended_at is null",
  "insert into round_bonds (id, centre_id, round_id, student_id, other_id, kind, status, created_at) select gen_random_uuid(), s.centre_id, s.round_id, s.id, o.id, 'wish', 'asked', now() from round_students s join lateral (select id from round_students x where x.round_id = s.round_id and x.id > s.id order by id limit 1) o on true",
  "update round_students s set choices = array(select a.id from round_assignments a where a.round_id = s.round_id order by a.id limit 5)",
  "analyze rounds, round_students, round_assignments, round_guides, round_bonds",
];
const asked = (query: string) => new URLSearchParams(query);
const searched = [
  "",
  "zoek=water",
  "zoek=watre+onderhoud",
  "niveau=hbo&verplichting=effort&weken=ten",
  "postcode=8911&afstand=25&sorteer=afstand",
  "zoek=planning&sector=water&pagina=99999",
];
type Page = { name: string; most: number; read: () => Promise<unknown> };
/** Every list and search, with the most statements it may send; `set_config` and the person's relations are among them. */
const pages = (): Page[] => [
  ...searched.flatMap((query) =>
    (["visitor", "teacher", "coordinator"] as const).map((who) => ({
      name: `marktplaats ?${query} for ${who}`,
      most: 13,
      read: () => market(one[who], asked(query)),
    })),
  ),
  { name: "suggestions", most: 12, read: () => suggest(one.teacher, "onderh") },
  { name: "feed", most: 8, read: () => feedOf(one.visitor, asked("sector=water")) },
  { name: "site map", most: 7, read: () => siteMap(one.visitor) },
  { name: "front page", most: 9, read: () => frontPage(one.visitor) },
  { name: "gallery", most: 5, read: () => showcaseGallery(one.visitor, asked("")) },
  { name: "gallery of a theme", most: 5, read: () => showcaseGallery(one.visitor, asked("thema=data")) },
  ...(["visitor", "teacher", "owner"] as const).map((who) => ({
    name: `company for ${who}`,
    most: 12,
    read: () => companyPage(one[who], one.company),
  })),
  ...(["student", "teacher", "coordinator", "owner"] as const).map((who) => ({
    name: `mijn werk of ${who}`,
    most: 22,
    read: () => myWork(one[who], null),
  })),
  ...["", "all", "in_progress", "closed"].map((stop) => ({
    name: `pijplijn ${stop}`,
    most: 13,
    read: () => pipeline(one.coordinator, one.slug, { stop: stop || null, what: null, page: 1 }),
  })),
  {
    name: "pijplijn, late",
    most: 13,
    read: () => pipeline(one.coordinator, one.slug, { stop: null, what: "late", page: 2 }),
  },
  { name: "intake", most: 12, read: () => intakeQueue(one.coordinator, one.slug) },
  { name: "post", most: 4, read: () => centreOutbox(one.coordinator, one.slug) },
  { name: "people of a centre", most: 4, read: () => peopleOfCentre(one.coordinator, one.slug) },
  { name: "people of a company", most: 4, read: () => peopleOfOrganization(one.owner, one.company) },
  { name: "account", most: 5, read: () => ownAccount(one.owner) },
  { name: "interests", most: 4, read: () => interestsPage(one.student) },
  { name: "saved searches", most: 4, read: () => savedSearches(one.teacher) },
  ...(["visitor", "teacher"] as const).map((who) => ({
    name: `vraagstuk for ${who}`,
    most: 40,
    read: () => overview(one[who], one.listed),
  })),
  ...Object.entries({ overview, progressTab, teamTab, claimsTab, logTab }).map(([name, tab]) => ({
    name: `dossier, ${name}`,
    most: 40,
    read: () => tab(one.coordinator, one.file) as Promise<unknown>,
  })),
  ...Object.entries({
    bouwen: (ctx: Context) => buildTab(ctx, one.community, null),
    beoordelen: (ctx: Context) => reviewTab(ctx, one.community, 1),
    betalen: (ctx: Context) => moneyTab(ctx, one.community, 1),
    borgen: (ctx: Context) => lessonsTab(ctx, one.community, 1),
    leden: (ctx: Context) => peoplePage(ctx, one.community, 1),
    bijeenkomsten: (ctx: Context) => meetingList(ctx, one.community, 1),
    ambitie: (ctx: Context) => ambitionPage(ctx, one.community),
    verhalen: (ctx: Context) => storyPage(ctx, one.community, 1),
    meekijken: (ctx: Context) => peersPage(ctx, one.community, 1),
  }).flatMap(([name, read]) =>
    (["teacher", "coordinator"] as const).map((who) => ({
      name: `gemeenschap, ${name}, for ${who}`,
      most: 26,
      read: () => read(one[who]) as Promise<unknown>,
    })),
  ),
  { name: "reflecties", most: 8, read: () => reflectionPage(one.teacher, one.community, 1) },
  { name: "zelfscan", most: 8, read: () => selfScanPage(one.teacher, one.community) },
  { name: "agenda", most: 4, read: () => calendarPage(one.teacher) },
  ...(["teacher", "owner"] as const).map((who) => ({
    name: `communities of a centre for ${who}`,
    most: 8,
    read: () => centreCommunities(one[who], one.slug, 1).catch(() => null),
  })),
  { name: "rounds of a centre", most: 4, read: () => roundList(one.coordinator, one.slug, 1) },
  { name: "a round", most: 7, read: () => roundPage(one.teacher, one.round) },
  {
    name: "a round's assignments",
    most: 5,
    read: () => roundAssignmentsPage(one.teacher, one.round, { page: 1, search: "a" }),
  },
  { name: "a round's coaches", most: 6, read: () => guidesPage(one.teacher, one.round) },
  {
    name: "a round's students",
    most: 7,
    read: () => roundStudentsPage(one.teacher, one.round, { page: 2, search: "", chosen: false }),
  },
  { name: "a round's wishes", most: 6, read: () => peerWishesPage(one.teacher, one.round, 1) },
  { name: "choosing", most: 8, read: () => preferencesPage(one.chooser, one.round, "") },
  { name: "candidates", most: 9, read: () => ratingPage(one.owner, one.closed, one.choice, 1) },
  { name: "candidates that wait", most: 4, read: () => ratingsWaiting(one.owner) },
  { name: "clock of rounds", most: 6, read: () => runRoundClock(clerk(outside(), one.centres)) },
  { name: "workbench", most: 12, read: () => workbench(one.teacher, one.closed) },
  { name: "a proposal", most: 9, read: () => runPage(one.teacher, one.closed, 1) },
  { name: "a student in a proposal", most: 8, read: () => studentInPlan(one.teacher, one.closed, 1, one.placed) },
  { name: "an assignment in a proposal", most: 8, read: () => choiceInPlan(one.teacher, one.closed, 1, one.choice) },
  { name: "two proposals", most: 8, read: () => comparePlans(one.teacher, one.closed, 1, 1) },
  { name: "before publication", most: 9, read: () => openPublication(one.teacher, one.closed, 1) },
  { name: "a proposal as rows", most: 8, read: () => planRows(one.teacher, one.closed, 1) },
  { name: "own result", most: 5, read: () => ownResult(one.chooser, one.round) },
  { name: "who goes on with priority", most: 8, read: () => carryOverPage(one.teacher, one.told) },
  { name: "a new community", most: 8, read: () => openFounding(one.coordinator, one.slug) },
  { name: "a calendar's own terms", most: 20, read: () => calendarOf(one.visitor, one.feed) },
  { name: "a team by hand", most: 45, read: () => teamByHand(one.teacher, one.file, { search: "", chosen: [] }) },
  { name: "what waits for the solver", most: 6, read: () => runSolveJob(outside(), solver) },
  { name: "round of saved searches", most: 4, read: () => sendSavedSearchAlerts(outside()) },
  { name: "round of the clock", most: 12, read: () => runDeadlines(clerk(outside(), one.centres)) },
];
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
// The last one holds only what is listed but not for everybody; small as it is here the planner reads all of it, at the size of a country it goes by centre.
const walked = [
  "assignments_market",
  "deadlines_next",
  "outbox_due",
  "one_open_request",
  "showcases_shown",
  "assignments_inside_centre",
];

test("every list and search asks a bounded number of questions, each answered by index", async () => {
  for (const { name, most, read } of pages()) {
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

test("the pages of a long list hold every file once", async () => {
  const lists = {
    "mijn werk": async (page: number) => {
      const { yours, others, pages, total } = await myWork(one.coordinator, null, page);
      return { rows: [...yours, ...others], pages, total };
    },
    pijplijn: (page: number) => pipeline(one.coordinator, one.slug, { stop: "all", what: null, page }),
  };
  for (const [name, read] of Object.entries(lists)) {
    const first = await read(1);
    const rows = [...first.rows];
    for (let page = 2; page <= first.pages; page++) rows.push(...(await read(page)).rows);
    expect(first.pages, name).toBeGreaterThan(1);
    expect([rows.length, new Set(rows.map((row) => row.card.id)).size], name).toEqual([first.total, first.total]);
    expect(
      (await read(first.pages + 5)).rows.map((row) => row.card.id),
      `${name}, past the end`,
    ).toEqual((await read(first.pages)).rows.map((row) => row.card.id));
    expect(await missing(rows.map((row) => row.card.id)), name).toEqual([]);
  }
});
/** Files of the coordinator's centre that are under way and not among these. */
const missing = async (ids: readonly string[]) =>
  [
    ...(await sql.unsafe(
      "select id from assignments where centre_id = (select id from centres where slug = $1) and status not in (select jsonb_array_elements_text($2::text::jsonb))",
      [one.slug, JSON.stringify(over)],
    )),
  ]
    .map((row) => String(row.id))
    .filter((id) => !ids.includes(id));

test("a table without an index for what is asked is found", async () => {
  const statement = { connection: 1, text: "select id from events where comment = $1", params: ["x"] };
  expect((await wholeReads(url, [statement], { small, walked })).map(({ table }) => table)).toEqual(["events"]);
});
