import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { behindProxy, cookiesSentBack } from "#tests/support/behind-proxy.ts";
import { password } from "#tests/support/account/doors.ts";
import { peopleWithPassword } from "#tests/support/account/people-with-password.ts";
import { served, type Served } from "#tests/support/served.ts";

// Here the server stands as it stands behind a proxy that speaks https: what it says to browsers, and what its log says
// of whoever came in.
const origin = "https://samenspel.example";
const email = "annelies.postma@voorbeeld.nl";
let s: Served;
let sql: Sql;
beforeAll(async () => {
  const { url, ...people } = await peopleWithPassword();
  sql = people.sql;
  s = await served(url, { PUBLIC_ORIGIN: origin });
  ask = behindProxy(s.port, origin);
});

let ask: ReturnType<typeof behindProxy>;
const login = (typed = password, to = email) => ask("/inloggen", { _key: randomUUID(), email: to, password: typed });

test("over https every cookie is for this host alone, travels encrypted and is out of reach of scripts", async () => {
  const answers = [
    await login(),
    await ask("/taal", { taal: "en", terug: "/" }),
    await ask("/indienen/begin", { centre: "waterkracht" }),
  ];
  const cookies = answers.flatMap((answer) => answer.cookies);
  const names = cookies.map((cookie) => cookie.split("=")[0]).sort();
  expect(names).toEqual(["__Host-apparaat", "__Host-concept", "__Host-sessie", "__Host-taal"]);
  for (const cookie of cookies) {
    for (const attribute of [/; ?Path=\/(;|$)/, /; ?HttpOnly(;|$)/, /; ?Secure(;|$)/, /; ?SameSite=Lax(;|$)/])
      expect(cookie).toMatch(attribute);
    expect(cookie).not.toMatch(/domain=/i);
  }
  expect((await ask("/inloggen", undefined, "__Host-taal=en")).text).toContain('lang="en"');
  const sessions = [await login(), await login()].map(
    (answer) => /__Host-sessie=([^;]+)/.exec(cookiesSentBack(answer))?.[1],
  );
  expect(new Set(sessions).size).toBe(2);
  for (const session of sessions) expect(session).toMatch(/^[a-z2-7]{40,}$/);
});
test("every page is bound to this site: no plug-ins, no other base, no other reader, and text says in what it is written", async () => {
  for (const path of [
    "/",
    "/inloggen",
    "/vraagstukken.atom",
    "/robots.txt",
    "/favicon.svg",
    "/bestaat-niet",
    "/healthz",
  ]) {
    const { headers } = await ask(path);
    for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "default-src 'self'"])
      expect(headers["content-security-policy"], path).toContain(directive);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
    expect(headers["content-type"], path).toMatch(/; ?charset=utf-8$|^application\/json$/i);
  }
});
test("what lies beside the product is not served: sources, their history, folders, settings", async () => {
  for (const path of ["/.git/config", "/.git/HEAD", "/.env", "/package.json", "/server.mjs", "/data/token-secret"])
    expect((await ask(path)).status, path).toBe(404);
  for (const path of ["/assets/", "/assets", "/fonts/", "/.well-known/"])
    expect((await ask(path)).status, path).toBe(404);
});
test("a password is typed out of sight, pasted and filled in by whatever keeps it", async () => {
  const cookie = cookiesSentBack(await login());
  for (const page of [await ask("/inloggen"), await ask("/account", undefined, cookie)]) {
    const boxes = page.text.match(/<input[^>]*password[^>]*>/g) ?? [];
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes) {
      expect(box).toContain('type="password"');
      expect(box).toMatch(/autoComplete="(current|new)-password"/i);
      expect(box).not.toMatch(/onpaste|readonly|maxlength/i);
    }
  }
});
test("over https every answer asks for https for two years, on every name below this one", async () => {
  for (const path of ["/", "/inloggen", "/bestaat-niet", "/favicon.svg", "/healthz"])
    expect((await ask(path)).headers["strict-transport-security"], path).toBe("max-age=63072000; includeSubDomains");
});
test("logging out tells the browser to drop the pages and whatever else it kept of us", async () => {
  const cookie = cookiesSentBack(await login());
  const out = await ask("/uitloggen", { _key: randomUUID() }, cookie);
  expect(out.headers["clear-site-data"]).toBe('"cache", "storage"');
  expect((await ask("/mijn-werk", undefined, cookie)).status).toBe(303);
});
test("a password or an address is changed by who knows the present password; every other session ends", async () => {
  const [here, elsewhere] = [cookiesSentBack(await login()), cookiesSentBack(await login())];
  const change = (present: string, next: string) =>
    ask("/account", { _key: randomUUID(), present_password: present, password: next }, here);
  const address = { _key: randomUUID(), email: "ander@adres.voorbeeld.nl", present_password: "niet dit wachtwoord" };
  expect((await ask("/account/gegevens", address, here)).status).toBe(400);
  const wrong = await change("niet dit wachtwoord", "Een andere zin, met 7 woorden erin!");
  expect([wrong.status, wrong.text.includes('href="#f-present_password"')]).toEqual([400, true]);
  expect((await login()).status).toBe(303);
  expect((await change(password, "een andere zin met zes woorden")).status).toBe(303);
  expect((await ask("/mijn-werk", undefined, here)).status).toBe(200);
  expect((await ask("/mijn-werk", undefined, elsewhere)).status).toBe(303);
  expect((await login()).status).toBe(400);
  expect((await login("een andere zin met zes woorden")).status).toBe(303);
});
test("the log has every try to log in, every session and every refusal, by number: no name, no address, no word typed", async () => {
  const [person] = await sql<{ id: string }[]>`select id from people where email = ${email}`;
  const [other] = await sql<{ email: string }[]>`select email from people where email like 'yara%'`;
  await login("dit is het niet, kanarie");
  await login("dit is het niet, kanarie", "kanarie@nergens.voorbeeld.nl");
  const cookie = cookiesSentBack(await login(password, other?.email ?? ""));
  await ask(`/centra/waterkracht/medewerkers`, { _key: randomUUID(), email: "kanarie@voorbeeld.nl" }, cookie);
  await ask("/uitloggen", { _key: randomUUID() }, cookie);
  const whole = await s.wholeLog();
  const lines = whole
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const of = (event: string) => lines.filter((line) => line.event === event);
  expect(of("password tried")).toContainEqual(expect.objectContaining({ right: false, person: person?.id }));
  expect(of("password tried").some((line) => line.right === false && line.person === undefined)).toBe(true);
  expect(of("password tried").some((line) => line.right === true)).toBe(true);
  expect(of("session began").length).toBeGreaterThan(2);
  expect(of("session ended").length).toBeGreaterThan(0);
  const refused = of("request").filter((line) => line.status === 400 && line.why === "wrong_credentials");
  expect(refused.length).toBeGreaterThan(1);
  expect(of("request").some((line) => line.status === 404 && typeof line.person === "string")).toBe(true);
  for (const line of lines) expect(line.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(whole).not.toMatch(/kanarie|annelies|yara|sessie=|"from":"[\d.:]+"/i);
});
