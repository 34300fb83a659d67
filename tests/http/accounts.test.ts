import { createHash, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { hashPassword } from "#app/platform/session/passwords.server.ts";
import { password } from "#tests/support/account/doors.ts";
import { peopleWithPassword } from "#tests/support/account/people-with-password.ts";
import { served, type Served } from "#tests/support/served.ts";
import { eventually } from "#tests/support/eventually.ts";

const email = "annelies.postma@voorbeeld.nl";
let s: Served;
let sql: Sql;
beforeAll(async () => {
  const { url, ...people } = await peopleWithPassword();
  sql = people.sql;
  s = await served(url);
});
const login = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  s.post("/inloggen", { _key: randomUUID(), to: "/mijn-werk", ...fields }, headers);
const cookieOf = (answer: Response) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
/** Returns what makes a browser known to an account, without its session. */
const deviceOf = (answer: Response): Record<string, string> => ({
  Cookie:
    answer.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith("apparaat="))
      ?.split(";")[0] ?? "",
});
const letter = async (to: string) => {
  const [row] = await eventually(
    () => sql<{ text: string }[]>`select text from mailbox where email = ${to} order by at desc limit 1`,
    (letters) => letters.length > 0,
  );
  if (!row) throw new Error(`no letter to ${to}`);
  return /https?:\/\/[^\s]+/.exec(row.text)?.[0] ?? "";
};

test("a session is a cookie no script reads, of which only the hash is kept; logging out ends it", async () => {
  const answer = await login({ email, password });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("set-cookie")).toMatch(/HttpOnly/i);
  expect(answer.headers.get("set-cookie")).toMatch(/SameSite=Lax/i);
  const cookie = cookieOf(answer);
  const token = cookie.split("=")[1] ?? "";
  const ids = (await sql<{ id: string }[]>`select id from sessions`).map((r) => r.id);
  expect(ids).toContain(createHash("sha256").update(token).digest("hex"));
  expect(ids).not.toContain(token);
  expect((await s.get("/mijn-werk", { Cookie: cookie })).status).toBe(200);
  await s.post("/uitloggen", {}, { Cookie: cookie });
  expect((await s.get("/mijn-werk", { Cookie: cookie })).status).toBe(303);
});
test("a wrong password and an unknown address get the same answer, and the address stays", async () => {
  const [wrong, unknown] = [
    await login({ email, password: "iets heel anders hier" }),
    await login({ email: "niemand@voorbeeld.nl", password }),
  ];
  expect(wrong.status).toBe(unknown.status);
  const html = await wrong.text();
  expect(html).toContain(email);
  expect(html).not.toContain("iets heel anders hier");
});
/** Returns the address in the newest letter to somebody whose link looks like this. */
const letterLike = async (to: string, like: RegExp) => {
  const found = await eventually(
    async () =>
      (await sql<{ text: string }[]>`select text from mailbox where email = ${to} order by at desc`)
        .map(({ text }) => /https?:\/\/[^\s]+/.exec(text)?.[0] ?? "")
        .filter((link) => like.test(link)),
    (links) => links.length > 0,
  );
  return found[0] ?? "";
};
/** Returns an answer without what differs by chance: the address typed, keys, the request's own id. */
const bare = async (answer: Response, typed: string) => [
  answer.status,
  answer.headers.get("location"),
  [...answer.headers.keys()].sort().join(),
  (await answer.text()).replaceAll(typed, "…").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…"),
];
test("login, registering, a forgotten password and an invitation answer a known and an unknown address with the same bytes", async () => {
  const coordinator = cookieOf(await login({ email: "marijke.van.dam@voorbeeld.nl", password }));
  const company = {
    name: "Iemand",
    company: "Bedrijf",
    place: "Sneek",
    sector: "water",
    centre: "waterkracht",
  };
  let kvk = 91_000_000;
  const doors: Record<string, (address: string) => Promise<Response>> = {
    login: (address) => login({ email: address, password: "iets heel anders hier" }),
    register: (address) =>
      s.post("/registreren", { _key: randomUUID(), ...company, kvk: String(kvk++), email: address }),
    "register, no name": (address) =>
      s.post("/registreren", { _key: randomUUID(), ...company, kvk: "91000099", email: address, name: "" }),
    forgot: (address) => s.post("/wachtwoord-vergeten", { _key: randomUUID(), email: address }),
    confirm: (address) => s.post("/bevestigen", { _key: randomUUID(), email: address }),
    invite: (address) =>
      s.post(
        "/centra/waterkracht/mensen",
        { _key: randomUUID(), email: address, role: "teacher" },
        { Cookie: coordinator },
      ),
  };
  for (const [door, knock] of Object.entries(doors)) {
    const [known, unknown] = ["fenna.zijlstra@voorbeeld.nl", `nergens.${door.length}@voorbeeld.nl`];
    expect(await bare(await knock(known), known), door).toEqual(await bare(await knock(unknown), unknown));
  }
});
test("a link from a letter works once, however often its form is sent: the twins get the first answer", async () => {
  const to = "ilse.haanstra@voorbeeld.nl";
  await s.post("/wachtwoord-vergeten", { _key: randomUUID(), email: to });
  const link = new URL(await letter(to)).pathname;
  const form = { _key: randomUUID(), password: "een zin die men onthoudt" };
  const ends = await Promise.all([0, 1, 2].map(() => s.post(link, form)));
  expect(ends.map((end) => `${end.status} ${end.headers.get("location")}`)).toEqual(Array(3).fill("303 /inloggen"));
  expect((await s.post(link, { ...form, _key: randomUUID() })).status).toBe(410);
  expect(
    (await sql`select count(*)::int as n from account_letters where kind = 'password_changed' and email = ${to}`)[0]?.n,
  ).toBe(1);
});
test("a password that was typed is never shown again, nor kept", async () => {
  const cookie = cookieOf(await login({ email, password }));
  const answer = await s.post(
    "/account",
    { _key: randomUUID(), present_password: "kanarie in een kooi", password: "nog een kanarie hier" },
    { Cookie: cookie },
  );
  expect(answer.status).toBe(400);
  expect(await answer.text()).not.toContain("kanarie");
});
test("one sees one's sessions and ends another one", async () => {
  const [one, two] = [cookieOf(await login({ email, password })), cookieOf(await login({ email, password }))];
  const page = await (await s.get("/account", { Cookie: one })).text();
  const other = /name="end" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
  expect(other).not.toBe("");
  expect((await s.post("/account", { _key: randomUUID(), end: "all" }, { Cookie: one })).status).toBe(303);
  expect((await s.get("/mijn-werk", { Cookie: two })).status).toBe(303);
  expect((await s.get("/mijn-werk", { Cookie: one })).status).toBe(200);
  expect((await s.post("/account", { _key: randomUUID(), end: "0".repeat(64) }, { Cookie: one })).status).toBe(404);
});
test("a forgotten password: one link, once, and every session ends", async () => {
  const to = "bram.kuipers@voorbeeld.nl";
  const cookie = cookieOf(await login({ email: to, password }));
  expect((await s.post("/wachtwoord-vergeten", { _key: randomUUID(), email: to })).status).toBe(303);
  const link = new URL(await letter(to)).pathname;
  expect((await s.get(link)).status).toBe(200);
  expect((await s.post(link, { _key: randomUUID(), password: "kort" })).status).toBe(400);
  expect((await s.post(link, { _key: randomUUID(), password: "een nieuwe zin om te onthouden" })).status).toBe(303);
  expect(
    (await s.post(link, { _key: randomUUID(), password: "nog een nieuwe zin hierna" })).status,
  ).toBeGreaterThanOrEqual(400);
  expect((await s.get("/mijn-werk", { Cookie: cookie })).status).toBe(303);
  expect((await login({ email: to, password })).status).toBeGreaterThanOrEqual(400);
  expect((await login({ email: to, password: "een nieuwe zin om te onthouden" })).status).toBe(303);
});
test("registering says the same for a known address and a known KvK number; the number must have its form", async () => {
  const form = (over: Record<string, string>) => ({
    _key: randomUUID(),
    name: "Nieuw Iemand",
    email: "nieuw@ergens.voorbeeld.nl",
    company: "Nieuw BV",
    kvk: "90000042",
    place: "Sneek",
    sector: "water",
    centre: "waterkracht",
    ...over,
  });
  const known = await s.post("/registreren", form({ email }));
  const fresh = await s.post("/registreren", form({}));
  expect([known.status, known.headers.get("location")]).toEqual([fresh.status, fresh.headers.get("location")]);
  const taken = await s.post("/registreren", form({ email: "twee@ergens.voorbeeld.nl", kvk: "68750110" }));
  expect([taken.status, taken.headers.get("location")]).toEqual([fresh.status, fresh.headers.get("location")]);
  for (const kvk of ["123", "abcdefgh", "123456789", "' or 1=1"])
    expect((await s.post("/registreren", form({ email: "drie@ergens.voorbeeld.nl", kvk }))).status, kvk).toBe(400);
});
test("too many tries make one wait, never forever, and never in a browser that is known", async () => {
  const to = "ruud.terpstra@voorbeeld.nl";
  const device = deviceOf(await login({ email: to, password }));
  const statuses = [];
  for (let n = 0; n < 25; n++) statuses.push((await login({ email: to, password: `raad ik het nu ${n}` })).status);
  expect(statuses.at(-1)).toBe(429);
  expect((await login({ email: to, password })).status, "an unknown browser waits").toBe(429);
  expect((await login({ email: to, password }, device)).status, "a known one does not").toBe(303);
  for (const forged of [`${device.Cookie}x`, (device.Cookie ?? "").replace(/.$/, "A"), "apparaat=a.b.c"])
    expect((await login({ email: to, password }, { Cookie: forged })).status, forged).toBe(429);
  expect((await login({ email: "noor.visser@voorbeeld.nl", password }, device)).status, "others go on").toBe(303);
  await sql`update throttles set at = at - interval '1 hour'`;
  // A full bucket is believed for a second.
  const again = async () => (await login({ email: to, password })).status;
  expect(await eventually(again, (status) => status === 303)).toBe(303);
});
test("a header of our own or of a proxy that nobody stands behind changes nothing about who is counted", async () => {
  const statuses = [];
  for (let n = 0; n < 12; n++) {
    const forged = {
      "X-Samenspel-Address": `10.0.0.${n}`,
      "X-Forwarded-For": `10.1.0.${n}`,
      Forwarded: `for=10.2.0.${n}`,
    };
    statuses.push((await login({ email: "gerda.bos@voorbeeld.nl", password: `raad ik het nu ${n}` }, forged)).status);
  }
  expect(statuses.at(-1)).toBe(429);
  const keys = await sql<{ n: number }[]>`select count(*)::int as n from throttles`;
  await s.post("/wachtwoord-vergeten", { _key: randomUUID(), email: "a@b.nl" }, { "X-Forwarded-For": "10.9.9.1" });
  await s.post("/wachtwoord-vergeten", { _key: randomUUID(), email: "a@b.nl" }, { "X-Forwarded-For": "10.9.9.2" });
  const after = await sql<{ n: number }[]>`select count(*)::int as n from throttles`;
  expect((after[0]?.n ?? 0) - (keys[0]?.n ?? 0), "one account, one address, one network").toBeLessThanOrEqual(3);
});

test("nobody is logged in with an address that is not proved: one page sends a new link, which asks a new password", async () => {
  const to = "nooit.bewezen@voorbeeld.nl";
  await sql`
    insert into people (id, name, email, password_hash, created_at)
    values (${randomUUID()}, 'Nooit Bewezen', ${to}, ${await hashPassword(password)}, now())`;
  const answer = await login({ email: to, password });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/bevestigen"]);
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(await (await s.get("/bevestigen")).text()).toContain("nog niet bevestigd");
  expect((await s.post("/bevestigen", { _key: randomUUID(), email: to })).status).toBe(303);
  const link = new URL(await letter(to)).pathname;
  expect(await (await s.get(link)).text()).toContain(to);
  const weak = await s.post(link, { _key: randomUUID(), password: "kort" });
  expect(weak.status).toBe(400);
  const confirmed = await s.post(link, { _key: randomUUID(), password: "een zin van mijzelf alleen" });
  expect([confirmed.status, confirmed.headers.get("location")]).toEqual([303, "/mijn-werk"]);
  expect((await login({ email: to, password })).status, "the password from before").toBe(400);
  expect((await login({ email: to, password: "een zin van mijzelf alleen" })).status).toBe(303);
});
test("an address that was typed by somebody else: their registration gives them nothing, and its owner alone decides", async () => {
  const to = "eigenaar@elders.voorbeeld.nl";
  const company = { company: "Vreemd BV", kvk: "90000777", place: "Sneek", sector: "water", centre: "waterkracht" };
  await s.post("/registreren", { _key: randomUUID(), name: "Vreemde Ans", email: to, ...company });
  const [first] = await eventually(
    () => sql<{ text: string }[]>`select text from mailbox where email = ${to}`,
    (letters) => letters.length > 0,
  );
  expect(first?.text, "a stranger writes nothing in this letter").not.toContain("Vreemd");
  expect((await sql`select 1 from people where email = ${to}`).length).toBe(0);
  expect((await sql`select 1 from organizations where kvk = '90000777'`).length).toBe(0);
  const coordinator = cookieOf(await login({ email: "marijke.van.dam@voorbeeld.nl", password }));
  await s.post(
    "/centra/waterkracht/mensen",
    { _key: randomUUID(), email: to, role: "coordinator" },
    { Cookie: coordinator },
  );
  const invitation = new URL(await letterLike(to, /uitnodiging/)).pathname;
  const form = { _key: randomUUID(), name: "De Eigenaar", password: "alleen van de eigenaar" };
  const accepted = await s.post(invitation, form);
  expect([accepted.status, accepted.headers.get("location")]).toEqual([303, "/inloggen?klaar"]);
  expect(accepted.headers.get("set-cookie"), "a link that lives days logs nobody in").toBeNull();
  expect((await login({ email: to, password: "alleen van de eigenaar" })).status).toBe(303);
  const old = new URL(await letterLike(to, /bevestigen/)).pathname;
  expect(
    (await s.post(old, { _key: randomUUID(), password: "van de vreemde alleen" })).status,
    "ended by the proof",
  ).toBe(410);
});
test("an invitation to somebody with an account asks them to log in, as that person, and goes on in a new session", async () => {
  const to = "wieger.hiemstra@voorbeeld.nl";
  const coordinator = cookieOf(await login({ email: "marijke.van.dam@voorbeeld.nl", password }));
  await sql`insert into people (id, name, email, email_verified_at, password_hash, created_at)
    values (${randomUUID()}, 'Wieger Hiemstra', ${to}, now(), ${await hashPassword(password)}, now())`;
  await s.post(
    "/centra/waterkracht/mensen",
    { _key: randomUUID(), email: to, role: "teacher" },
    { Cookie: coordinator },
  );
  const link = new URL(await letterLike(to, /uitnodiging/)).pathname;
  expect(await (await s.get(link)).text()).toContain("Log eerst in");
  const accept = (cookie?: string) => s.post(link, { _key: randomUUID() }, cookie ? { Cookie: cookie } : {});
  expect((await accept()).status).toBe(403);
  expect((await accept(coordinator)).status, "somebody else").toBe(403);
  expect(await (await s.get(link, { Cookie: coordinator })).text()).toContain("Log eerst uit");
  const own = cookieOf(await login({ email: to, password }));
  const accepted = await accept(own);
  expect(accepted.status).toBe(303);
  expect((await s.get("/mijn-werk", { Cookie: own })).status, "the session from before its rights").toBe(303);
  expect((await s.get("/mijn-werk", { Cookie: cookieOf(accepted) })).status).toBe(200);
});
test("an invitation ends with the role of who sent it", async () => {
  const to = "later.pas@voorbeeld.nl";
  const coordinator = cookieOf(await login({ email: "marijke.van.dam@voorbeeld.nl", password }));
  await s.post(
    "/centra/waterkracht/mensen",
    { _key: randomUUID(), email: to, role: "teacher" },
    { Cookie: coordinator },
  );
  const link = new URL(await letterLike(to, /uitnodiging/)).pathname;
  expect(await (await s.get(link)).text()).toContain(to);
  await sql`update memberships set ended_at = now() where role = 'coordinator'`;
  expect(await (await s.get(link)).text()).not.toContain(to);
  const form = { _key: randomUUID(), name: "Later", password: "te laat voor deze rol" };
  expect((await s.post(link, form)).status).toBe(410);
});
