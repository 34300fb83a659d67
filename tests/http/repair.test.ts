// @module-tag slow
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { noReach } from "#app/services/context.ts";
import { addFactor } from "#db/queries/account/factors.server.ts";
import type { DatabasePool } from "#db/client.server.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";
import { admin, opening, password, second, setup, story, type Story } from "#tests/support/setting-up.ts";

/** It is an installation that stands, in which somebody is missing. Nothing below mends it by hand in the database. */
let s: Served;
let sql: Sql;
let url: string;
let house: DatabasePool;
let cookie: string;
let login: Story["login"];
let accept: Story["accept"];
const at = () => ({ url, dataDir: s.dataDir });
beforeAll(async () => {
  const fresh = await freshDatabase();
  ({ raw: sql, url, house } = fresh);
  s = await served(url, { DEMO: "0" });
  ({ login, accept } = story(s, sql));
  const begun = { name: "Beheer Der", email: admin, password, ...opening };
  expect((await setup(at(), begun).done)[0]).toBe(0);
  await accept("bestuur@school.voorbeeld.nl", "Be Stuur");
  for (const answers of [second, { ...second, slug: "derde", centre_name: "Derde" }])
    expect((await setup(at(), answers).done)[0]).toBe(0);
  cookie = await login(admin);
});

test("a centre without anybody is mended on its page and at the machine, without a hand in the database", async () => {
  const page = "/beheer/centra/maakkracht";
  expect(await (await s.get("/beheer", { Cookie: cookie })).text()).toContain(page);
  const shown = await (await s.get(page, { Cookie: cookie })).text();
  expect(shown).toContain("Nog geen coördinator");
  expect(shown).toContain("Be Stuur");
  const invite = (fields: Record<string, string>) =>
    s.post(page, { _key: randomUUID(), ...fields }, { Cookie: cookie });
  expect((await invite({ coordinator_email: "niets" })).status).toBe(400);
  const sent = await invite({ coordinator_email: "opvolger@school.voorbeeld.nl" });
  expect(sent.headers.get("location")).toBe(`${page}?uitgenodigd`);
  await accept("opvolger@school.voorbeeld.nl", "Op Volger");
  expect(await (await s.get(page, { Cookie: cookie })).text()).toContain("Op Volger");
  const twice = await invite({ coordinator_email: "OPVOLGER@school.voorbeeld.nl" });
  expect(twice.status).toBe(400);
  expect(await twice.text()).toContain("heeft deze rol hier al");
  const [{ school = "" } = {}] = await sql<{ school: string }[]>`
    select id as school from organizations where kind = 'institution'`;
  expect(shown).toContain(`value="${school}"`);
  const signs = { act: "signatory", school, signatory_email: "tekent@school.voorbeeld.nl" };
  expect((await invite({ ...signs, signatory_mandate: "" })).status).toBe(400);
  expect((await invite({ ...signs, signatory_mandate: "Register" })).status).toBe(303);
  await accept("tekent@school.voorbeeld.nl", "Te Kent");
  const mandates = await sql`select mandate from memberships where role = 'authorised_signatory' order by granted_at`;
  expect(mandates.at(-1)).toEqual({ mandate: "Register" });

  const derde = { invite_coordinator: "derde@school.voorbeeld.nl", slug: "derde" };
  const [ended, said] = await setup(at(), derde).done;
  expect([ended, said]).toEqual([0, expect.stringContaining("derde@school.voorbeeld.nl")]);
  await accept("derde@school.voorbeeld.nl", "Der De");
  expect(await setup(at(), derde).done).toEqual([1, expect.stringContaining("heeft deze rol hier al")]);
  const nowhere = await setup(at(), { ...derde, slug: "nergens" }).done;
  expect(nowhere).toEqual([1, expect.stringContaining("nergens")]);
});
test("what was opened names the school that takes part, and promises a letter only where one goes", async () => {
  const [{ email = "" } = {}] = await sql<{ email: string }[]>`
    select email from people where id = (select person_id from platform_administrators)`;
  const open = async (slug: string, coordinator: string) => {
    const form = { ...second, slug, centre_name: slug, coordinator_email: coordinator, _key: randomUUID() };
    const answer = await s.post("/beheer/centra/nieuw", form, { Cookie: cookie });
    return (await s.get(answer.headers.get("location") ?? "", { Cookie: cookie })).text();
  };
  const own = await open("zesde", email);
  expect(own).toContain("Hogeschool De Kade");
  expect(own).not.toContain("per mail weg");
  expect(await open("zevende", "zeven@school.voorbeeld.nl")).toContain("per mail weg");
});
/** Takes away a passkey that its owner has no longer. */
const loseKey = (personId: string) =>
  house.transact({ ...noReach, person: personId }, (db) =>
    addFactor(db, {
      id: randomUUID(),
      personId,
      kind: "passkey",
      name: "kwijt",
      credentialId: randomUUID(),
      publicKey: "sleutel",
      counter: 0,
      transports: [],
      createdAt: new Date(),
      confirmedAt: new Date(),
    }),
  );
test("the only administrator who lost every factor comes in again by the machine, and the log says who did it", async () => {
  const [{ id = "", email = "" } = {}] = await sql<{ id: string; email: string }[]>`
    select id, email from people where id = (select person_id from platform_administrators)`;
  const nothing = await setup(at(), { take_factors: email }).done;
  expect(nothing).toEqual([0, expect.stringContaining("geen tweede stap")]);
  await loseKey(id);
  const answer = await s.post("/inloggen", { _key: randomUUID(), email, password, to: "/beheer" });
  expect(answer.headers.get("location")).toContain("tweede-stap");
  const [ended, said] = await setup(at(), { take_factors: email.toUpperCase() }).done;
  expect([ended, said]).toEqual([0, expect.stringContaining("is weg")]);
  expect((await s.get("/beheer", { Cookie: cookie })).status, "every session ended").not.toBe(200);
  cookie = await login(email);
  const log = await (await s.get("/beheer/logboek", { Cookie: cookie })).text();
  expect(log).toContain("Tweede stap weggehaald");
  expect(await sql`select actor_id, person_id from platform_events where act = 'factors_taken'`).toEqual([
    { actor_id: null, person_id: id },
  ]);
  expect(await sql`select 1 from account_letters where kind = 'factors_taken' and person_id = ${id}`).toHaveLength(1);
  const nobody = await setup(at(), { take_factors: "niemand@school.voorbeeld.nl" }).done;
  expect(nobody).toEqual([1, expect.stringContaining("geen account")]);
});
test("an administrator takes the second step of another away where the account is looked up", async () => {
  const [{ id = "" } = {}] = await sql<{ id: string }[]>`
    select id from people where email = 'bestuur@school.voorbeeld.nl'`;
  const page = "/beheer/accounts?adres=bestuur%40school.voorbeeld.nl";
  const shown = async () => (await s.get(page, { Cookie: cookie })).text();
  expect(await shown()).not.toContain("Neem de tweede stap weg");
  await loseKey(id);
  expect(await shown()).toContain("Neem de tweede stap weg");
  const form = { _key: randomUUID(), person: id, act: "take_factors" };
  expect((await s.post(page, form, { Cookie: cookie })).status, "who is sure says so").toBe(400);
  expect((await s.post(page, { ...form, _key: randomUUID(), sure: "1" }, { Cookie: cookie })).status).toBe(303);
  expect(await shown()).not.toContain("Neem de tweede stap weg");
  expect(await sql`select 1 from platform_events where act = 'factors_taken' and actor_id is not null`).toHaveLength(1);
});
