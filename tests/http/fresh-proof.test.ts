// @module-tag slow
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { authenticator } from "#tests/support/account/authenticator.ts";
import { centreWithDoors, mails, password } from "#tests/support/account/doors.ts";
import { formsIn, plain } from "#tests/support/town/walk.ts";

let t: Awaited<ReturnType<typeof centreWithDoors>>;
beforeAll(async () => {
  t = await centreWithDoors();
});
/** Returns the form that a refused act gives back: what was typed, under its own key, and a proof to add. */
const askedAgain = async (answer: Response, path: string) => {
  const html = await answer.text();
  expect([answer.status, /Bevestig dat u het bent/.test(html)]).toEqual([403, true]);
  const form = formsIn(html, path, "").find(({ fields }) => fields.some(({ name }) => /^_(code|password)$/.test(name)));
  if (!form) throw new Error(`no proof is asked at ${path}`);
  return { html, path: form.action, fixed: form.fixed, asks: form.fields.map(({ name }) => name) };
};
test("rights change only after a fresh proof: what was typed stays, and the act goes on with a password or a factor", async () => {
  const { s, sql, c, post, enter, switchOn, later, code, setUp } = t;
  await switchOn(false);
  const people = "/centra/waterkracht/mensen";
  const invited = async (email: string) =>
    (await sql`select 1 from tokens where kind = 'invitation' and email = ${email}`).length;
  const me = await enter(mails.developer);
  await sql`update memberships set role = 'coordinator' where person_id = ${c.developer}`;
  expect((await post(people, { email: "a@nieuw.nl", role: "teacher" }, me)).status, "just logged in").toBe(303);
  await later(11);
  const again = await askedAgain(await post(people, { email: "b@nieuw.nl", role: "teacher" }, me), people);
  expect(again.asks).toEqual(["_password"]);
  expect(again.fixed).toMatchObject({ email: "b@nieuw.nl", role: "teacher" });
  expect(await invited("b@nieuw.nl")).toBe(0);
  expect(again.html, "one of both is true").not.toContain("Dit is niet bewaard");
  expect(again.html).toContain(`<a href="${people}">Terug naar het formulier</a>`);
  expect(again.html).toContain('<a href="/mijn-werk">Naar mijn werk</a>');
  expect(again.html).not.toContain("error-summary");
  const empty = await s.post(again.path, { ...again.fixed, _password: "" }, { Cookie: me.Cookie });
  const told = (await askedAgain(empty, people)).html;
  expect(told).toContain('<a href="#f-_password">Geef antwoord bij ‘Wachtwoord’.</a>');
  expect(told).toContain('id="f-_password-error"');
  const missed = await s.post(
    again.path,
    { ...again.fixed, _password: "iets heel anders hier" },
    { Cookie: me.Cookie },
  );
  const once = await askedAgain(missed, people);
  expect(once.html).toContain('<a href="#f-_password">Dit wachtwoord klopt niet');
  expect(once.html).not.toContain("iets heel anders");
  const gone = await s.post(once.path, { ...once.fixed, _password: password }, { Cookie: me.Cookie });
  expect([gone.status, await invited("b@nieuw.nl")]).toEqual([303, 1]);
  const { secret } = await setUp(me);
  await later(11);
  const factor = await askedAgain(await post(people, { email: "c@nieuw.nl", role: "teacher" }, me), people);
  expect(factor.asks).toEqual(["_code"]);
  const by = (fields: Record<string, string>) => s.post(people, { ...factor.fixed, ...fields }, { Cookie: me.Cookie });
  expect((await by({ _password: password })).status, "a password does not do for who has a factor").toBe(403);
  const now = code(secret);
  const twins = await Promise.all([by({ _code: now }), by({ _code: now }), by({ _code: now })]);
  expect(twins.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await invited("c@nieuw.nl"), "three times sent, once done").toBe(1);
});
test("every form that gives or takes rights, and every one of the own account, asks it", async () => {
  const { s, sql, c, post, enter } = t;
  await sql`update memberships set role = 'coordinator' where person_id = ${c.developer}`;
  const me = await enter(mails.developer);
  await sql`update sessions set factor_at = now() - interval '11 minutes', proved_at = now() where person_id = ${c.developer}`;
  const forms: [string, Record<string, string>][] = [
    ["/centra/waterkracht/mensen", { end: randomUUID() }],
    ["/centra/waterkracht/mensen", { withdraw: "an invitation" }],
    ["/centra/waterkracht/mensen", { email: "d@nieuw.nl", role: "teacher" }],
    ["/centra/waterkracht/tweede-stap", { email: mails.teacher, sure: "on" }],
    ["/centra/waterkracht/toegang", { required: "on" }],
    [`/organisaties/${c.companyId}`, { end: randomUUID() }],
    [`/organisaties/${c.companyId}`, { withdraw: "an invitation" }],
    [`/organisaties/${c.companyId}`, { email: "d@nieuw.nl", role: "employee" }],
    [`/gemeenschappen/${c.communityId}/leden`, { member: randomUUID() }],
    [`/gemeenschappen/${c.communityId}/leden/teacher`, { person: c.rival }],
    [`/vraagstukken/${randomUUID()}/geheimhouding`, { name: "Iemand", consent: "on" }],
    [`/matchen/${randomUUID()}/studenten/invoer/${randomUUID()}`, { act: "apply" }],
    [`/centra/waterkracht/intake/concept/${randomUUID()}`, { for_company: "new" }],
    ["/centra/waterkracht/gemeenschappen/nieuw", { name: "Nieuw" }],
    ["/centra/waterkracht/privacy", { controller: "Iemand", contact: "iemand@elders.nl" }],
    ["/account", { present_password: password, password: "een heel nieuwe zin hier" }],
    ["/account/gegevens", { email: "ander@nieuw.nl", present_password: password }],
    ["/account/gegevens", { name: "Iemand Anders" }],
    ["/account/sluiten", { present_password: password, sure: "on" }],
    ["/account/tweede-stap", { remove: randomUUID() }],
    ["/account/tweede-stap/app", { act: "begin" }],
    ["/account/tweede-stap/toegangssleutel", { name: "x", made_passkey: "{}" }],
    ["/account/tweede-stap/herstelcodes", { act: "renew" }],
  ];
  const ends = [];
  for (const [path, fields] of forms) ends.push([path, (await post(path, fields, me)).status]);
  expect(ends).toEqual(forms.map(([path]) => [path, 403]));
  // Lists what says which act it is, twice: neither the proof nor the work may take it for another one.
  const choosing = ["act", "end", "contact", "remove", "email"];
  const doubled = [];
  for (const [path, fields] of forms) {
    const pairs = [
      ...Object.entries(fields),
      ...choosing
        .filter((name) => !(name in fields))
        .flatMap((name) => [
          [name, "x"],
          [name, "y"],
        ]),
    ];
    const body = new URLSearchParams([["_key", randomUUID()], ...pairs] as [string, string][]);
    const headers = { Origin: s.origin, "Sec-Fetch-Site": "same-origin", Cookie: me.Cookie };
    const { status } = await fetch(s.origin + path, { method: "POST", redirect: "manual", headers, body });
    doubled.push([path, status]);
  }
  expect(doubled).toEqual(forms.map(([path]) => [path, 403]));
  const apart = await (
    await post("/account", { present_password: password, password: "een heel nieuwe zin" }, me)
  ).text();
  expect(apart).toContain("/account/bewijs?naar=%2Faccount");
  expect(apart).not.toContain("een heel nieuwe zin");
  expect((await post("/account", { end: "all" }, me)).status, "ending sessions takes nothing").toBe(303);
  await sql`update memberships set role = 'business_developer' where person_id = ${c.developer}`;
});
test("who signs gives a second factor with the signature, or without one a mailed code; never both", async () => {
  const { s, sql, c, get, post, enter, switchOn, code, setUp, agreement } = t;
  await switchOn(false);
  const sign = `/onderdelen/agreement/${agreement}/doe/sign`;
  const typed = { name: "Johanna Wijnja", capacity: "directeur", consent: "on" };
  const school = await enter(mails.schoolSigner);
  expect(await (await get(sign, school)).text()).toContain('name="code"');
  expect((await post(sign, { ...typed, _code: "000000" }, school)).status).toBe(400);
  await sql`delete from second_factors where person_id = ${c.companySigner}`;
  const me = await enter(mails.signer);
  const { secret } = await setUp(me);
  const page = await (await get(sign, me)).text();
  expect([page.includes('name="code"'), page.includes("Stuur mij een code")]).toEqual([false, false]);
  const again = await askedAgain(await post(sign, typed, me), sign);
  expect(again.fixed).toMatchObject(typed);
  const by = (fields: Record<string, string>) => s.post(sign, { ...again.fixed, ...fields }, { Cookie: me.Cookie });
  expect((await by({ _code: "000000" })).status).toBe(403);
  expect((await by({ code: "123456" })).status, "a mailed code does not do").toBe(403);
  const signed = await by({ _code: code(secret) });
  expect(signed.status).toBe(303);
  expect((await sql`select company_signed_by as by from agreements where id = ${agreement}`)[0]?.by).toBe(
    c.companySigner,
  );
});
test("codes to sign with: wrong ones count across fresh letters, letters have an end, and it says when it may be tried again", async () => {
  const { sql, c, post, enter, agreement } = t;
  await sql`delete from throttles`;
  const me = await enter(mails.schoolSigner);
  const sign = `/onderdelen/agreement/${agreement}/doe/sign`;
  const ask = () => post(`/onderdelen/agreement/${agreement}/code/sign`, {}, me);
  const letters = async () =>
    Number(
      (await sql`select count(*)::int as n from outbox where kind = 'code' and person_id = ${c.institutionSigner}`)[0]
        ?.n,
    );
  const newest = async () =>
    String(
      (
        await sql`select data->>'code' as code from outbox where kind = 'code' and person_id = ${c.institutionSigner}
        order by due_at desc limit 1`
      )[0]?.code,
    );
  const typed = (guess: string) => ({ name: "Geert Dijkstra", capacity: "directeur", consent: "on", code: guess });
  await sql`update outbox set leased_until = now() + interval '1 hour'`;
  await ask();
  for (let n = 0; n < 6; n++) expect((await post(sign, typed("00000x"), me)).status).toBe(400);
  await ask();
  const ends = [];
  for (let n = 0; n < 6; n++) ends.push((await post(sign, typed("00000x"), me)).status);
  expect(ends, "ten in all, over two letters").toEqual([400, 400, 400, 400, 429, 429]);
  const late = await post(sign, typed(await newest()), me);
  expect([late.status, /Over \d+ minu/.test(await late.text())]).toEqual([429, true]);
  const asked = [];
  for (let n = 0; n < 100; n++) asked.push((await ask()).status);
  expect(asked.filter((status) => status === 303)).toHaveLength(3);
  expect(await letters()).toBe(5);
});
test("a passkey in the browser's own words: made, shown after the password, and asked before rights change", async () => {
  const { s, c, get, post, enter, later } = t;
  const me = await enter(mails.owner);
  const device = authenticator(s.origin);
  const asksOn = (html: string) => plain(/data-asks="([^"]+)"/.exec(html)?.[1] ?? "");
  const making = await get("/account/tweede-stap/toegangssleutel", me);
  expect(making.headers.get("content-security-policy")).toContain("script-src 'self';");
  const made = await post(
    "/account/tweede-stap/toegangssleutel",
    { name: "telefoon", made_passkey: device.make(asksOn(await making.text())) },
    me,
  );
  expect([made.status, made.headers.get("location")]).toEqual([303, "/account/tweede-stap/herstelcodes"]);
  const next = await enter(mails.owner);
  const other = await enter(mails.owner);
  const step = "/inloggen/tweede-stap";
  const asks = asksOn(await (await get(step, next)).text());
  expect((await post(step, { _passkey: device.show(asks) }, other)).status, "another session's challenge").toBe(400);
  const fresh = asksOn(await (await get(step, next)).text());
  expect((await post(step, { _passkey: device.show(fresh) }, next)).status).toBe(303);
  expect((await get("/mijn-werk", next)).status).toBe(200);
  expect((await post(step, { _passkey: device.show(fresh) }, other)).status, "used").toBe(400);
  await later(11);
  const company = `/organisaties/${c.companyId}`;
  const refused = await post(company, { email: "e@nieuw.nl", role: "employee" }, next);
  expect(refused.headers.get("content-security-policy")).toContain("script-src 'self';");
  const again = await askedAgain(refused, company);
  const shown = { ...again.fixed, _passkey: device.show(asksOn(again.html)) };
  expect((await s.post(company, shown, { Cookie: next.Cookie })).status).toBe(303);
});
