import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { dataGroups } from "#app/domain/privacy/kinds.ts";
import { words } from "#app/i18n/words.ts";
import { register, tableName } from "#db/register.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { addPerson, grant, world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";

let s: Served;
let raw: Sql;
let c: Cast;
const email = "jip@voorbeeld.nl";
beforeAll(async () => {
  const fresh = await freshDatabase();
  raw = fresh.raw;
  const w = world(fresh.house, new Date());
  c = await cast(w);
  const minor = await addPerson(w, { name: "Jip Klein", email, ageBand: "16_17", turns18On: "2030-01-01" });
  await grant(w, minor, { role: "student", centreId: c.centreId, organizationId: c.institutionId, track: "bol" });
  await raw`update people set demo = true`;
  s = await served(fresh.url);
});
const key = async (path: string, cookie: string) =>
  /name="_key" value="([^"]+)"/.exec(await (await s.get(path, { Cookie: cookie })).text())?.[1] ?? "";
const addressOf = async (id: string) => String((await raw`select email from people where id = ${id}`)[0]?.email);

test("the page on privacy says of every group why, how long and what one may do, in both languages, without names of tables", async () => {
  for (const locale of ["nl", "en"] as const) {
    const page = await (await s.get("/privacy", { Cookie: `taal=${locale}` })).text();
    const t = words(locale).privacy;
    const said = page.replaceAll("&#x27;", "\'").replaceAll("’", "’");
    for (const group of dataGroups) expect(said, group).toContain(t.group[group].title);
    for (const part of [t.rights.title, t.who.title, t.cookies.title, t.kept.why, t.kept.long])
      expect(said).toContain(part);
    const codes = register.flatMap((entry) => [tableName(entry), ...Object.keys(entry.kinds)]);
    const shown = codes.filter((code) => /[_A-Z]/.test(code) && new RegExp(`\\b${code}\\b`).test(page));
    expect(shown).toEqual([]);
  }
});
test("a coordinator says who is responsible in a centre, and everybody reads it; nobody else says so", async () => {
  const path = "/centra/waterkracht/privacy";
  const cookie = await s.login(await addressOf(c.coordinator));
  const empty = await s.post(
    path,
    { _key: await key(path, cookie), controller: "", contact: "geen adres" },
    { Cookie: cookie },
  );
  expect(empty.status).toBe(400);
  expect(await empty.text()).toContain("geen adres");
  const given = { controller: "Stichting De Kade", contact: "privacy@dekade.nl" };
  const saved = await s.post(path, { _key: await key(path, cookie), ...given }, { Cookie: cookie });
  expect([saved.status, saved.headers.get("location")]).toEqual([303, `${path}?bewaard`]);
  const page = await (await s.get("/privacy")).text();
  for (const part of Object.values(given)) expect(page).toContain(part);
  const other = await s.login(await addressOf(c.teacher));
  expect((await s.get(path, { Cookie: other })).status).toBe(404);
});
test("who is 16 takes everything along alone: one archive, theirs and nobody else's, at most five in ten minutes", async () => {
  const cookie = await s.login(email);
  const visitor = await s.get("/account/gegevens/alles.zip");
  expect([visitor.status, visitor.headers.get("location")?.startsWith("/inloggen")]).toEqual([303, true]);
  const answer = await s.get("/account/gegevens/alles.zip", { Cookie: cookie });
  expect(answer.headers.get("content-type")).toBe("application/zip");
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  expect(answer.headers.get("cache-control")).toContain("no-store");
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(Object.keys(parts)).toEqual(["gegevens.json", "lees-mij.html"]);
  const text = Object.values(parts)
    .map((part) => strFromU8(part))
    .join();
  expect(text).toContain("Jip Klein");
  for (const id of [c.owner, c.teacher, c.coordinator]) expect(text).not.toContain(await addressOf(id));
  const rest = await Promise.all(
    Array.from({ length: 8 }, () => s.get("/account/gegevens/alles.zip", { Cookie: cookie })),
  );
  expect(rest.filter(({ status }) => status === 429).length).toBeGreaterThan(2);
});
test("a name is corrected on the page, and what is wrong is said beside the field, with what was typed", async () => {
  const [path, cookie] = ["/account/gegevens", await s.login(email)];
  const wrong = await s.post(path, { _key: await key(path, cookie), email: "geen adres" }, { Cookie: cookie });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toMatch(/value="geen adres"/);
  const right = await s.post(path, { _key: await key(path, cookie), name: "Jip de Klein" }, { Cookie: cookie });
  expect(right.headers.get("location")).toBe(`${path}?naam`);
  expect(await (await s.get(path, { Cookie: cookie })).text()).toContain("Jip de Klein");
});
test("who is 16 closes the account alone; the session is over and nobody logs in as them again", async () => {
  const [path, cookie] = ["/account/sluiten", await s.login(email)];
  const unsure = await s.post(path, { _key: await key(path, cookie) }, { Cookie: cookie });
  expect(unsure.status).toBe(400);
  const closed = await s.post(path, { _key: await key(path, cookie), sure: "on" }, { Cookie: cookie });
  expect([closed.status, closed.headers.get("location")]).toEqual([303, "/account-gesloten"]);
  expect((await s.get("/account", { Cookie: cookie })).status).toBe(303);
  const again = await s.login(email);
  expect((await s.get("/account", { Cookie: again })).status).toBe(303);
});
test("who is the only coordinator reads what to do first, and finds no button", async () => {
  const cookie = await s.login(await addressOf(c.coordinator));
  const page = await (await s.get("/account/sluiten", { Cookie: cookie })).text();
  expect(page).toContain(words("nl").privacy.account.closing.first);
  expect(page).not.toContain('name="sure"');
  const sent = await s.post("/account/sluiten", { _key: crypto.randomUUID(), sure: "on" }, { Cookie: cookie });
  expect(sent.status).toBe(409);
});
