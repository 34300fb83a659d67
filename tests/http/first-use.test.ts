// @module-tag slow
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { newBeginCode } from "#app/services/administration/first-use.server.ts";
import type { DatabasePool } from "#db/client.server.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { eventually } from "#tests/support/eventually.ts";
import {
  admin,
  ask,
  codesIn,
  cookieOf,
  first,
  hidden,
  password,
  second,
  setup,
  story,
  type Story,
} from "#tests/support/setting-up.ts";
import { served, type Served } from "#tests/support/served.ts";

/** An installation nobody has set up yet: no centre, no account, no demo. Nothing below writes in the database by hand. */
let s: Served;
let sql: Sql;
let url: string;
let house: DatabasePool;
let login: Story["login"];
let linkTo: Story["linkTo"];
let accept: Story["accept"];
beforeAll(async () => {
  const fresh = await freshDatabase();
  ({ raw: sql, url, house } = fresh);
  s = await served(url, { DEMO: "0" });
  ({ login, linkTo, accept } = story(s, sql));
});

const code = async () => codesIn(await s.wholeLog()).at(-1) ?? "";
const count = async (table: string) => Number((await sql.unsafe(`select count(*)::int as n from ${table}`))[0]?.n);
const made = async () =>
  Promise.all(["people", "centres", "organizations", "platform_administrators", "platform_events"].map(count));

test("a visitor reads that it is being set up, and nothing of the code; nothing else than the code opens the first page", async () => {
  const shown = await code();
  expect(shown).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){4}$/);
  const home = await (await s.get("/")).text();
  expect(home).toContain("wordt ingericht");
  const page = await s.get("/begin");
  expect(page.status).toBe(200);
  for (const html of [home, await page.text()]) expect(html.includes(shown)).toBe(false);
  expect(await sql`select 1 from tokens where id = ${shown}`).toHaveLength(0);
});

test("a wrong code makes nothing, keeps what was typed and is refused for good after ten", async () => {
  // It asks from a connection of its own: the operator's tries stay.
  const other = await served(url, { DEMO: "0", TRUSTED_PROXIES: "1" });
  const from = { "X-Forwarded-For": "203.0.113.9" };
  const statuses: number[] = [];
  for (let n = 0; n < 14; n++) {
    const answer = await other.post("/begin", first("AAAA-BBBB-CCCC-DDDD-EEEE"), from);
    statuses.push(answer.status);
    if (n === 0) {
      const html = await answer.text();
      expect(html).toContain("Deze code klopt niet");
      expect(html).toContain("Hogeschool De Kade");
      expect(html).not.toContain(password);
    }
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(400));
  expect(statuses.slice(10)).toEqual(Array(4).fill(429));
  expect(await made()).toEqual([0, 0, 0, 0, 0]);
  // Each server shows a code of its own, and each knows that of the other.
  expect(codesIn(await other.wholeLog())).toHaveLength(1);
  expect(codesIn(await other.wholeLog())[0]).not.toBe(await code());
});

test("a first page says all that is wrong at once, from the top down, also a missing or wrong code; the code comes back", async () => {
  const right = await code();
  const page = await (await s.get("/begin")).text();
  expect(page).not.toContain("alleen als deze school er al is");
  for (const name of ["signatory_email", "signatory_mandate"])
    expect(new RegExp(`<input[^>]*name="${name}"[^>]*required`).test(page), name).toBe(true);
  for (const [typed, said] of [
    ["", "Geef antwoord bij ‘Code’"],
    ["AAAA-BBBB-CCCC-DDDD-EEEE", "De nieuwste code staat in het logboek van de server"],
    [right, null],
  ] as const) {
    const people = { email: "geen", password: "kort", signatory_email: "", signatory_mandate: "" };
    const wrong = { ...people, slug: "Wat.er", institution_kvk: "12", blocks: "31-2", holidays: "ooit" };
    const answer = await s.post("/begin", first(typed, wrong));
    expect(answer.status).toBe(400);
    const html = await answer.text();
    const named = [...html.matchAll(/href="#f-([a-z_]+)"/g)].map(([, name]) => name);
    const others = ["email", "password", "slug", "institution_kvk", "signatory_email", "signatory_mandate"];
    expect(named, typed).toEqual([...(said ? ["code_from_log"] : []), ...others, "blocks", "holidays"]);
    if (said) expect(html).toContain(said);
    expect(html).toContain(`value="${typed}"`);
    expect(html).toContain("Waterkracht Noord");
  }
  const sloppy = right.toLowerCase().replaceAll("-", " ");
  const html = await (await s.post("/begin", first(sloppy, { slug: "Wat.er" }))).text();
  expect(html).toContain("Typ ‘Kies een wachtwoord’ nog een keer");
  expect(html).not.toContain(password);
  expect(await made()).toEqual([0, 0, 0, 0, 0]);
});

test("twice at the same time, and on two forms, makes one platform", async () => {
  const right = await code();
  const twin = first(right);
  const answers = await Promise.all([
    s.post("/begin", twin),
    s.post("/begin", twin),
    s.post("/begin", first(right, { email: "ander@school.voorbeeld.nl", slug: "elders" })),
  ]);
  expect(answers.filter(({ status }) => status === 303).length).toBeGreaterThanOrEqual(1);
  expect((await made()).slice(0, 4)).toEqual([1, 1, 1, 1]);
  // Whoever came first; the rest of the story needs to know who.
  const [row] = await sql<{ email: string }[]>`select email from people`;
  expect([admin, "ander@school.voorbeeld.nl"]).toContain(row?.email);
});

test("the code is of no use after, and the first page is gone", async () => {
  const right = await code();
  expect((await s.get("/begin")).status).toBe(404);
  expect((await s.post("/begin", first(right, { slug: "nog-een" }))).status).toBe(404);
  expect(await sql`select 1 from tokens where kind = 'begin' and used_at is null`).toHaveLength(0);
  expect(await newBeginCode({ transact: house.transact, now: () => new Date() })).toBeNull();
  expect((await made()).slice(1, 4)).toEqual([1, 1, 1]);
});

let cookie: string;
test("the administrator logs in, sees the centre and the log, and nothing of what a member sees", async () => {
  const [{ email = "" } = {}] = await sql<{ email: string }[]>`select email from people`;
  cookie = await login(email);
  const page = await s.get("/beheer", { Cookie: cookie });
  expect(page.status).toBe(200);
  const [{ slug = "" } = {}] = await sql<{ slug: string }[]>`select slug from centres`;
  expect(await page.text()).toContain(`/centra/${slug}`);
  expect((await s.get(`/centra/${slug}/mensen`, { Cookie: cookie })).status).toBe(404);
  expect((await s.get(`/centra/${slug}/pijplijn`, { Cookie: cookie })).status).toBe(404);
  const log = await (await s.get("/beheer/logboek", { Cookie: cookie })).text();
  for (const act of ["Beheerder gemaakt", "Centrum geopend", "School toegevoegd", "Iemand uitgenodigd"])
    expect(log, act).toContain(act);
  expect(await (await s.get("/")).text()).not.toContain("wordt ingericht");
  expect(await (await s.get("/privacy")).text()).toContain("privacy@school.voorbeeld.nl");
});

test("coordinator and signatory accept by their letters; the coordinator invites a docent, a company asks a question", async () => {
  const coordinator = await accept("coordinator@school.voorbeeld.nl", "Co Ordinator");
  await accept("bestuur@school.voorbeeld.nl", "Be Stuur");
  const [{ slug = "" } = {}] = await sql<{ slug: string }[]>`select slug from centres`;
  const people = `/centra/${slug}/mensen`;
  expect((await s.get(people, { Cookie: coordinator })).status).toBe(200);
  const docent = { _key: randomUUID(), email: "docent@school.voorbeeld.nl", role: "teacher" };
  expect((await s.post(people, docent, { Cookie: coordinator })).status).toBe(303);
  await accept("docent@school.voorbeeld.nl", "Do Cent");

  await s.post("/registreren", {
    _key: randomUUID(),
    name: "Be Drijf",
    email: "baas@bedrijf.voorbeeld.nl",
    company: "Zuiver BV",
    kvk: "90000042",
    place: "Sneek",
    sector: "water",
    centre: slug,
  });
  const confirm = await linkTo("baas@bedrijf.voorbeeld.nl", /bevestigen/);
  const owner = cookieOf(await s.post(confirm, { _key: randomUUID(), password }));
  const begun = await s.post("/indienen", { _key: randomUUID() }, { Cookie: owner });
  const id = /vraagstukken\/([0-9a-f-]{36})\/indienen/.exec(begun.headers.get("location") ?? "")?.[1] ?? "";
  await ask(s, owner, id);
  expect(await sql`select status from assignments`).toEqual([{ status: "submitted" }]);
  const roles = await sql`select role from memberships order by role`;
  expect(roles.map(({ role }) => role)).toEqual(["authorised_signatory", "client_owner", "coordinator", "teacher"]);
});

test("who is disabled is out at once, hears why with the right password only, and comes back as they were", async () => {
  const teacher = await login("docent@school.voorbeeld.nl");
  const page = "/beheer/accounts?adres=docent%40school.voorbeeld.nl";
  const html = await (await s.get(page, { Cookie: cookie })).text();
  expect(html).toContain("Do Cent");
  const person = hidden(html, "person");
  const disable = { _key: randomUUID(), person, reason: "" };
  expect((await s.post(page, disable, { Cookie: cookie })).status).toBe(400);
  expect((await s.post(page, { ...disable, reason: "left" }, { Cookie: cookie })).status).toBe(303);
  expect((await s.get("/mijn-werk", { Cookie: teacher })).status).toBe(303);
  const knock = (word: string) =>
    s.post("/inloggen", { _key: randomUUID(), email: "docent@school.voorbeeld.nl", password: word, to: "/" });
  const [right, wrong] = [await knock(password), await knock("een heel andere zin hier")];
  expect([right.status, wrong.status]).toEqual([403, 400]);
  expect(await right.text()).toContain("Werkt of leert hier niet meer");
  const stranger = await wrong.text();
  expect(stranger).not.toContain("staat uit");
  await s.post("/wachtwoord-vergeten", { _key: randomUUID(), email: "docent@school.voorbeeld.nl" });
  expect(await sql`select 1 from account_letters where kind = 'reset_password'`).toHaveLength(0);
  const back = { _key: randomUUID(), person, act: "enable" };
  expect((await s.post(page, back, { Cookie: cookie })).status).toBe(303);
  expect((await s.get("/mijn-werk", { Cookie: await login("docent@school.voorbeeld.nl") })).status).toBe(200);
  const [{ id: self = "" } = {}] = await sql`select person_id as id from platform_administrators`;
  const own = { _key: randomUUID(), person: String(self), reason: "left" };
  expect((await s.post(page, own, { Cookie: cookie })).status).toBe(403);
});
test("the status page says how everything does, in both languages, without a name or an address", async () => {
  for (const [language, words] of [
    ["nl", ["Let op", "Er is nog geen back-up bekend"]],
    ["en", ["Take care", "No back-up is known yet"]],
  ] as const) {
    await s.post("/taal", { taal: language, terug: "/" }, { Cookie: cookie });
    const page = await s.get("/beheer/toestand", { Cookie: cookie });
    expect(page.status).toBe(200);
    const html = await page.text();
    for (const word of words) expect(html).toContain(word);
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    expect(main).not.toMatch(/@|Do Cent|Co Ordinator|Zuiver/);
    expect(main, "at least the connection that asks").toMatch(/, [1-9]\d* (van|of) \d+ /);
    expect(html).not.toContain("<script");
  }
  await s.post("/taal", { taal: "nl", terug: "/" }, { Cookie: cookie });
  expect((await s.get("/beheer/toestand", { Cookie: await login("docent@school.voorbeeld.nl") })).status).toBe(404);
});

const at = () => ({ url, dataDir: s.dataDir });
test("npm run setup opens a next centre of the same school, which is not doubled; again, and it says why not", async () => {
  const [ended, said] = await setup(at(), second).done;
  expect(said).toContain("Maakkracht is geopend");
  expect(said, "by the name it has").toContain("stond er al als Hogeschool De Kade");
  expect(ended).toBe(0);
  expect(await sql`select name from organizations where kind = 'institution'`).toEqual([
    { name: "Hogeschool De Kade" },
  ]);
  expect(await sql`select controller from centres where slug = 'maakkracht'`).toEqual([
    { controller: "Hogeschool De Kade" },
  ]);
  const [again, why] = await setup(at(), second).done;
  expect(again).toBe(1);
  expect(why).toContain("slug");
  const [wrong, list] = await setup(at(), {
    ...second,
    slug: "wel vrij",
    kind: "school",
    privacy_contact: "",
    onzin: "1",
  }).done;
  expect([wrong, list]).toEqual([1, expect.stringContaining("onzin")]);
  expect(await count("centres")).toBe(2);
  // The coordinator has an account, so the letter asks to log in; nothing was added to it yet.
  expect(await sql`select 1 from memberships where role = 'coordinator'`).toHaveLength(1);
});
test("two at the same time make one; killed half-way it makes nothing, and goes on when asked again", async () => {
  const third = { ...second, slug: "derde", centre_name: "Derde" };
  const ends = await Promise.all([setup(at(), third).done, setup(at(), third).done]);
  expect(ends.map(([n]) => n).sort()).toEqual([0, 1]);
  expect(await sql`select 1 from centres where slug = 'derde'`).toHaveLength(1);
  // It is held up in the middle of its transaction, before its last row: then killed.
  const fourth = { ...second, slug: "vierde", centre_name: "Vierde" };
  const before = await made();
  const hold = await sql.reserve();
  await hold`begin`;
  await hold`lock table account_letters in exclusive mode`;
  const { child, done } = setup(at(), fourth);
  await eventually(
    () =>
      sql`select 1 from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'account_letters' and not l.granted`,
    (waiting) => waiting.length > 0,
  );
  child.kill("SIGKILL");
  await done;
  await hold`rollback`;
  hold.release();
  await eventually(
    () =>
      sql`select 1 from pg_stat_activity where query like '%account_letters%' and state = 'active' and pid <> pg_backend_pid()`,
    (busy) => busy.length === 0,
  );
  expect(await made()).toEqual(before);
  expect((await setup(at(), fourth).done)[0]).toBe(0);
  expect((await made())[1]).toBe((before[1] ?? 0) + 1);
});
