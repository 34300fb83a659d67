// @module-tag slow
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import table from "#app/routes.ts";
import { centreWithDoors, cookiesOf, mails, password, sessionOf } from "#tests/support/account/doors.ts";
import { eventually } from "#tests/support/eventually.ts";

type Town = Awaited<ReturnType<typeof centreWithDoors>>;
let t: Town;
beforeAll(async () => {
  t = await centreWithDoors();
});
const withoutChance = (html: string) =>
  html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…").replaceAll(/naar=[^"&]*/g, "naar");

const values: Record<string, () => string> = {
  assignmentId: () => t.line.id,
  slug: () => "waterkracht",
  organizationId: () => t.c.companyId,
  companyId: () => t.c.companyId,
  schoolId: () => t.c.institutionId,
  agreementId: () => t.agreement,
  move: () => "sign",
  object: () => "agreement",
  partId: () => t.agreement,
};
const addresses = () =>
  table
    .filter(({ path }) => path !== "*")
    .map(({ path = "" }) => `/${path}`.replaceAll(/:(\w+)/g, (_, name: string) => values[name]?.() ?? randomUUID()));
const own = /^\/account\/(tweede-stap|bewijs)/;

test("who is half in is nobody: every page and form answers as to a visitor, or leads to the second step", async () => {
  const { s, sql, c, enter, switchOn, setUp } = t;
  await switchOn(true);
  const enrolling = await enter(mails.developer);
  expect(enrolling.to).toBe("/account/tweede-stap");
  const coordinator = await enter(mails.coordinator);
  await setUp(coordinator);
  const proving = await enter(mails.coordinator);
  expect(proving.to).toBe("/inloggen/tweede-stap?naar=%2Fmijn-werk");
  const taal = "taal=nl";
  let met = 0;
  const wrong: string[] = [];
  for (const path of addresses()) {
    if (path === "/uitloggen") continue;
    for (const [who, { Cookie }] of Object.entries({ enrolling, proving })) {
      if (who === "enrolling" ? own.test(path) : path === "/inloggen/tweede-stap") continue;
      for (const method of ["get", "post"] as const) {
        const ask = (headers: Record<string, string>) =>
          method === "get" ? s.get(path, headers) : s.post(path, { _key: randomUUID(), end: "all" }, headers);
        const [half, visitor] = [await ask({ Cookie: `${Cookie}; ${taal}` }), await ask({ Cookie: taal })];
        const [to, door] = [half.headers.get("location"), visitor.headers.get("location")];
        met++;
        const sent = /^\/inloggen($|\?naar=)/.test(door ?? "")
          ? half.status === 303 && /^\/(inloggen\/tweede-stap|account\/tweede-stap)/.test(to ?? "")
          : half.status === visitor.status && to === door;
        const same = half.status === 303 || withoutChance(await half.text()) === withoutChance(await visitor.text());
        if (!sent || !same)
          wrong.push(`${who} ${method} ${path}: ${half.status} ${to}, a visitor ${visitor.status} ${door}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(met).toBeGreaterThan(400);
  expect((await sql`select count(*)::int as n from sessions where person_id = ${c.developer}`)[0]?.n).toBe(1);
});
test("who must have one sets it up first: a code starts it, ten codes are shown once and as text, then all is open", async () => {
  const { sql, c, get, post, enter, switchOn, setUp } = t;
  await switchOn(true);
  const me = await enter(mails.signer);
  expect(me.to).toBe("/account/tweede-stap");
  expect((await get("/mijn-werk", me)).headers.get("location")).toBe("/inloggen/tweede-stap?naar=%2Fmijn-werk");
  expect((await get("/inloggen/tweede-stap", me)).headers.get("location")).toBe("/account/tweede-stap");
  expect(await (await get("/account/tweede-stap", me)).text()).toContain("Voor uw rol is een tweede stap nodig");
  await post("/account/tweede-stap/app", { act: "begin" }, me);
  const wrong = await post("/account/tweede-stap/app", { code: "000000" }, me);
  expect(wrong.status).toBe(400);
  const made = await setUp(me);
  expect(made.to).toBe("/account/tweede-stap/herstelcodes");
  expect(made.codes).toHaveLength(10);
  expect((await get("/mijn-werk", me)).status).toBe(200);
  const file = await get("/account/tweede-stap/herstelcodes.txt", me);
  expect(await file.text()).toContain(made.codes.join("\r\n"));
  expect((await post("/account/tweede-stap/herstelcodes", { act: "kept" }, me)).status).toBe(303);
  expect(await (await get("/account/tweede-stap/herstelcodes", me)).text()).not.toContain(made.codes[0]);
  expect((await get("/account/tweede-stap/herstelcodes.txt", me)).status).toBe(404);
  const page = await (await get("/account/tweede-stap", me)).text();
  const only = /name="remove" value="([^"]+)"/.exec(page);
  expect(only, "the only one of who needs one has no button").toBeNull();
  const [row] = await sql`select id from second_factors where person_id = ${c.companySigner}`;
  expect((await post("/account/tweede-stap", { remove: String(row?.id) }, me)).status).toBe(403);
});
test("after the password the second step: a code once, a recovery code once, and a new password does not pass it by", async () => {
  const { s, sql, get, post, enter, switchOn, code, setUp } = t;
  await switchOn(false);
  const me = await enter(mails.teacher);
  expect(me.to).toBe("/mijn-werk");
  const { secret, codes } = await setUp(me);
  const [one, two, three] = [await enter(mails.teacher), await enter(mails.teacher), await enter(mails.teacher)];
  const step = (fields: Record<string, string>, who: { Cookie: string }) =>
    post("/inloggen/tweede-stap", { to: "/account", ...fields }, who);
  const missed = await step({ _code: "000000" }, one);
  expect([missed.status, /Deze code klopt niet/.test(await missed.text())]).toEqual([400, true]);
  const now = code(secret);
  const right = await step({ _code: now }, one);
  expect([right.status, right.headers.get("location")]).toEqual([303, "/account"]);
  expect(
    cookiesOf(right).some((each) => each.startsWith("apparaat=")),
    "known from now on",
  ).toBe(true);
  expect((await get("/account", one)).status).toBe(200);
  expect((await step({ _code: now }, two)).status, "replayed in another session").toBe(400);
  expect((await step({ _code: codes[0] ?? "" }, two)).status).toBe(303);
  expect((await step({ _code: codes[0] ?? "" }, three)).status, "a recovery code again").toBe(400);
  expect((await get("/account", three)).status).toBe(303);
  const told = await eventually(
    () => sql`select 1 from mailbox where email = ${mails.teacher} and subject like '%herstelcode gebruikt%'`,
    (found) => found.length > 0,
  );
  expect(told).toHaveLength(1);
  await s.post("/wachtwoord-vergeten", { _key: randomUUID(), email: mails.teacher });
  const [letter] = await eventually(
    () =>
      sql<{ text: string }[]>`select text from mailbox where email = ${mails.teacher} and text like '%/wachtwoord/%'`,
    (found) => found.length > 0,
  );
  const link = new URL(/https?:\/\/\S+\/wachtwoord\/\S+/.exec(letter?.text ?? "")?.[0] ?? "").pathname;
  expect((await s.post(link, { _key: randomUUID(), password })).status).toBe(303);
  expect((await get("/account", one)).status, "sessions end").toBe(303);
  const fresh = await enter(mails.teacher);
  expect([fresh.to, (await get("/account", fresh)).status]).toEqual(["/inloggen/tweede-stap?naar=%2Fmijn-werk", 303]);
  const demo = await s.post("/inloggen", { persona: mails.teacher });
  expect((await get("/mijn-werk", { Cookie: sessionOf(demo) })).status).not.toBe(200);
});
test("a browser is known only after the second step: who has the password guesses in one bucket, from many browsers", async () => {
  const { sql, post, login } = t;
  const guess = async () => {
    const answer = await login(mails.teacher);
    expect(cookiesOf(answer).filter((each) => each.startsWith("apparaat="))).toEqual([]);
    return post("/inloggen/tweede-stap", { _code: "000000" }, { Cookie: cookiesOf(answer).join("; ") });
  };
  const ends = [];
  for (let n = 0; n < 12; n++) ends.push(await guess());
  expect(ends.at(-1)?.status).toBe(429);
  expect(await ends.at(-1)?.text()).toMatch(/Over \d+ minu/);
  await sql`delete from throttles`;
});

test("a coordinator asks it on a page of the centre: at once, also in sessions that are open; nobody else can", async () => {
  const { sql, get, post, enter, switchOn } = t;
  await switchOn(false);
  await sql`delete from recovery_codes`;
  await sql`delete from second_factors`;
  const page = "/centra/waterkracht/toegang";
  const [coordinator, signer, developer] = [
    await enter(mails.coordinator),
    await enter(mails.schoolSigner),
    await enter(mails.developer),
  ];
  for (const other of [signer, developer]) {
    expect((await get(page, other)).status).toBe(404);
    expect((await post(page, { required: "on" }, other)).status).toBe(404);
  }
  expect((await get("/mijn-werk", signer)).status).toBe(200);
  const form = await (await get(page, coordinator)).text();
  const version = /name="_v" value="(\d+)"/.exec(form)?.[1] ?? "";
  expect((await post(page, { required: "on", _v: "999" }, coordinator)).status).toBe(409);
  expect((await post(page, { required: "on", _v: version }, coordinator)).headers.get("location")).toContain("bewaard");
  expect((await get("/mijn-werk", signer)).headers.get("location")).toContain("/inloggen/tweede-stap");
  expect((await get("/mijn-werk", coordinator)).headers.get("location")).toContain("/inloggen/tweede-stap");
  const [centre] = await sql`select switches, switches_version from centres where slug = 'waterkracht'`;
  expect([centre?.switches, centre?.switches_version]).toEqual([{ require_second_factor: true }, Number(version) + 1]);
  await switchOn(false);
});
