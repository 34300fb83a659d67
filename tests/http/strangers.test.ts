// @module-tag slow
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { request as ask } from "node:http";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { filesFieldOf } from "#app/domain/workflow/machine.ts";
import { processes, rowOf } from "#app/domain/workflow/processes.ts";
import { act, day } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { noReach } from "#app/services/context.ts";
import { addPlatformAdmin } from "#db/queries/administration/administrators.server.ts";
import { matchedRound } from "#tests/support/rounds/matched-round.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { buildCommunity } from "#tests/support/town/community.ts";
import { served, type Served } from "#tests/support/served.ts";

let s: Served;
let sql: Sql;
let c: Cast;
const strangers = new Map<string, string>();
/** Holds real ids of an assignment at work, by the name of the parameter; parts by their object. */
const real: Record<string, string> = {};
const parts: Record<string, string> = {};
type Address = { pattern: string; path: string; takes: boolean; reads: boolean; uploads: boolean };
let addresses: Address[] = [];
beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  sql = raw;
  const w = world(house, new Date(Date.now() - 90 * 86_400_000));
  c = await cast(w);
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  const line = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  await act(w, c.teacher, "milestone", line.id, "plan", { title: "Proef", due_on: day(w, 3) });
  w.travel(new Date());
  await act(w, c.teacher, "delivery", line.id, "prepare", { label: "1.0", handover: "Overdracht." });
  await raw`
    insert into files (
      id, assignment_id, centre_id, organization_id, part, name, type, size, sha256, storage_key, by_id, at
    ) values (
      ${randomUUID()}, ${line.id}, ${c.centreId}, ${c.companyId}, 'attachment', 'a.pdf', 'application/pdf', 9,
      'x', 'y', ${c.owner}, now()
    )`;
  await raw.unsafe("update people set demo = true");
  await fillParts(w, line.id);
  Object.assign(real, await matchedRound(w, c, line.id));
  const administrator = await addPerson(w, { name: "Beheer Der", email: "beheer@platform.voorbeeld.nl", demo: true });
  await house.transact(noReach, (db) =>
    addPlatformAdmin(db, { id: randomUUID(), personId: administrator, grantedAt: w.now() }),
  );
  const teacher = await addPerson(w, { name: "Docent Elders", email: "docent@elders.voorbeeld.nl", demo: true }); // lost no claim
  await grant(w, teacher, { role: "teacher", centreId: c.centreId, organizationId: c.institutionId });
  s = await served(url, { MAX_AT_ONCE: "2" });
  const email = async (id: string) => String((await raw`select email from people where id = ${id}`)[0]?.email);
  for (const [name, id] of Object.entries({
    "the coordinator of another centre": other.coordinator,
    "the owner of another company": other.owner,
    "a teacher of another centre": other.teacher,
    "a student of another centre": other.students[0] ?? "",
    [matcher]: teacher,
    [administers]: administrator,
  }))
    strangers.set(name, await s.login(await email(id)));
  strangers.set("a visitor", "");
  addresses = census();
});

/** Fills in the ids of what stands on this assignment, and of its community. */
async function fillParts(w: World, assignment: string) {
  const first = async (table: string) =>
    String(
      (await sql.unsafe(`select id from ${table} where assignment_id = '${assignment}' limit 1`))[0]?.id ??
        randomUUID(),
    );
  Object.assign(parts, {
    assignment,
    claim: await first("claims"),
    agreement: await first("agreements"),
    delivery: await first("deliveries"),
    member: await first("members"),
    milestone: await first("milestones"),
    guardian_request: randomUUID(),
    interest: randomUUID(),
    guarantee_case: randomUUID(),
    flag: randomUUID(),
    showcase: randomUUID(),
    showcase_consent: randomUUID(),
  });
  Object.assign(real, await buildCommunity(w, c), {
    assignmentId: assignment,
    agreementId: parts.agreement,
    annexId: await first("annexes"),
    fileId: await first("files"),
    organizationId: c.companyId,
    companyId: c.companyId,
    schoolId: c.institutionId,
    slug: "waterkracht",
    section: "question",
    ...{ step: "vraag", part: "attachment" },
    token: "geraden",
    desk: "examens",
  });
}

/** Returns every address of the table of contents, filled with real ids; moves of every object by name. */
function census(): Address[] {
  return [...readFileSync("app/routes.ts", "utf8").matchAll(/route\("([^"]+)", "([^"]+)"/g)].flatMap(
    ([, pattern = "", file = ""]) => {
      if (pattern === "*") return [];
      const code = readFileSync(`app/${file}`, "utf8");
      const has = {
        takes: /export const action\b/.test(code),
        reads: /export const loader\b/.test(code) && !/postOnly\)/.test(code),
      };
      const fill = (over: Record<string, string>) => ({
        ...{ pattern, ...has },
        path: `/${pattern.replace(/:(\w+)/g, (_, name: string) => over[name] ?? real[name] ?? name)}`,
        uploads:
          /uploads: \{/.test(code) && (!over.move || filesFieldOf(rowOf(over.object ?? "", over.move) ?? {}) !== null),
      });
      if (!pattern.includes(":move")) return [fill({ partId: parts.milestone ?? "" })];
      return Object.entries(processes).flatMap(([object, { moves }]) =>
        Object.keys(moves)
          .filter((move) => pattern.includes(":object") || object === "assignment" || move === "")
          .map((move) => fill({ object, move, partId: parts[object] ?? "" })),
      );
    },
  );
}
const counts = async () =>
  (
    await sql`
      select (select count(*) from events)::int as events,
        (select count(*) from submissions)::int as submissions,
        (select count(*) from outbox)::int + (select count(*) from account_letters)::int as letters,
        (select count(*) from sessions)::int as sessions`
  )[0];
let turn = 0;
/** Who keeps the platform running finds what a stranger with an account finds, but for the pages of the platform itself. */
const administers = "an administrator of the platform";
/** Is no stranger to the rounds of the own centre; to a student's page and a company's candidates even so (below). */
const matcher = "another teacher of this centre";
/** Returns everybody at every address; at the many addresses of moves, one after the other. */
const visitors = (pattern: string) => {
  const all = [...strangers].filter(
    ([who]) =>
      !(/matchen/.test(pattern) && who === matcher) &&
      !(/^beheer|^centra\/:slug\/tweede-stap$/.test(pattern) && who === administers),
  );
  return pattern.includes(":move") ? [all[turn++ % all.length] ?? ["", ""]] : all;
};
/** Tells whether a pattern is one of these, told apart by bars. */
const oneOf = (patterns: readonly string[]) => {
  const known = new Set(patterns.join("|").split("|"));
  return { test: (pattern: string) => known.has(pattern) };
};
/** Holds pages that are for everybody, or everybody's own. */
const ownPages = oneOf([
  "inloggen|uitloggen|registreren|bevestigen|wachtwoord-vergeten|taal",
  "account/gegevens|account/gegevens/alles.zip|account/sluiten|account-gesloten",
  "inloggen/tweede-stap|account/bewijs|account/tweede-stap|account/tweede-stap/app",
  "account/tweede-stap/toegangssleutel|account/tweede-stap/herstelcodes|account/tweede-stap/herstelcodes.txt",
  "account|account/agenda|account/zoekopdrachten|account/zoekopdrachten/nieuw",
  "mijn-werk|mijn-werk/interesses|post|hoe-het-werkt|toegankelijkheid|privacy",
  "indienen|indienen/begin|indienen/link|indienen/vraag/:step",
  "vraagstukken|vraagstukken/voorstellen|vraagstukken/keuzes/:facet|vraagstukken.atom|vraagstukken.rss",
  "resultaten|bedrijven/:companyId|scholen/:schoolId|centra|centra/:slug|sitemap.xml|robots.txt",
]);

test("the census knows every address", () => {
  expect(addresses.length).toBeGreaterThan(200);
  expect(addresses.filter(({ path }) => path.includes(":")).map(({ path }) => path)).toEqual([]);
});
/** Lists what a teacher of the centre sees of another team's community; its money, forms and reflections are not among it. */
const ofStaff = oneOf([
  "centra/:slug/gemeenschappen|gemeenschappen/:communityId",
  ...["beoordelen", "borgen", "ambitie", "partners", "leden", "bijeenkomsten", "verhalen", "meekijken"].map(
    (page) => `gemeenschappen/:communityId/${page}`,
  ),
  "bijeenkomsten/:meetingId|bijeenkomsten/:meetingId.ics",
]);
test("to a stranger no page of an assignment, a part, a company or a centre's desk exists", async () => {
  for (const { pattern, path, reads } of addresses)
    if (reads && !ownPages.test(pattern))
      for (const [who, cookie] of visitors(pattern)) {
        if (ofStaff.test(pattern) && who === matcher) continue;
        const { status } = await s.get(path, { Cookie: cookie });
        const gone = /:token/.test(pattern);
        expect(gone ? [200, 404, 410] : cookie === "" ? [303, 404] : [404], `${who} ${path}`).toContain(status);
      }
});
test("a stranger's form does nothing and learns nothing, at every address and for every move", async () => {
  const before = await counts();
  for (const { pattern, path, takes, uploads } of addresses)
    if (takes && !ownPages.test(pattern) && !/:token/.test(pattern))
      for (const [who, cookie] of visitors(pattern)) {
        const fields = uploads
          ? new FormData()
          : { _key: randomUUID(), move: "pause", reason: "vakantie", letter: randomUUID(), end: randomUUID() };
        if (fields instanceof FormData) fields.append("_key", randomUUID());
        const { status } = await s.post(path, fields, { Cookie: cookie });
        expect(cookie === "" ? [303, 404] : [404], `${who} ${path}`).toContain(status);
      }
  expect(await counts()).toEqual(before);
});
test("who administers the platform reads its pages, which nobody else finds, and no page of a centre's desk", async () => {
  const Cookie = strangers.get(administers) ?? "";
  expect(Cookie).not.toBe("");
  const own = addresses.filter(({ pattern, reads }) => reads && pattern.startsWith("beheer"));
  expect(own.length).toBeGreaterThan(4);
  for (const { path } of own) expect((await s.get(path, { Cookie })).status, path).toBe(200);
  expect((await s.get("/begin", { Cookie })).status).toBe(404);
});
test("whoever makes plans finds no student's page and no company's candidates", async () => {
  for (const { pattern, path } of addresses)
    if (/matchen\/:roundId\/(kiezen|sterren)/.test(pattern))
      expect((await s.get(path, { Cookie: strangers.get(matcher) ?? "" })).status, path).toBe(404);
});

/** Sends a request as no browser would send it. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    ask(
      {
        host: "127.0.0.1",
        port: s.port,
        method: "POST",
        path,
        headers: { Host: new URL(s.origin).host, "Content-Type": "application/x-www-form-urlencoded", ...headers },
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    )
      .once("error", reject)
      .end(`_key=${randomUUID()}`);
  });
test("no address takes a form from elsewhere: eight origins, with every Sec-Fetch-Site", async () => {
  const before = await counts();
  const { host, port } = new URL(s.origin);
  const origins = [
    undefined,
    "null",
    "https://kwaad.nl",
    `https://${host}`,
    `http://${host}.kwaad.nl`,
    `http://localhost:${Number(port) + 1}`,
    `http://127.0.0.1:${port}`,
    `${s.origin}/`,
  ];
  const cookie = [...strangers.values()][0] ?? "";
  const taking = [
    ...new Map(
      addresses
        .filter(({ takes, pattern }) => takes && !pattern.startsWith("zoekopdracht-uit"))
        .map((address) => [address.pattern, address]),
    ).values(),
  ];
  expect(taking.length).toBeGreaterThan(25);
  for (const { path } of taking)
    for (const origin of origins)
      for (const site of [undefined, "cross-site", "same-site", "same-origin", "none", "onzin"]) {
        // A browser that says where it comes from, and hides its origin, is let in.
        if (origin === undefined && (site === "same-origin" || site === "none")) continue;
        const headers = {
          Cookie: cookie,
          ...(origin === undefined ? {} : { Origin: origin }),
          ...(site === undefined ? {} : { "Sec-Fetch-Site": site }),
        };
        expect(await raw(path, headers), `${path} ${origin} ${site}`).toBe(403);
      }
  for (const { path } of taking)
    for (const site of ["cross-site", "same-site", "onzin"])
      expect(
        await raw(path, { Origin: s.origin, "Sec-Fetch-Site": site, Cookie: cookie }),
        `${path} own origin ${site}`,
      ).toBe(403);
  expect(await counts()).toEqual(before);
});
