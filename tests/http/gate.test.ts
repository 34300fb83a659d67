import { request as send } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";

let s: Served;
let published = "";
beforeAll(async () => {
  const { house, url, raw: sql } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 20 * 86_400_000));
  published = (await live(await begin(w, await cast(w), "effort", question("effort")), "published")).id;
  await sql.unsafe("update people set demo = true");
  s = await served(url);
});
/** Sends a request as no browser would send it. */
const raw = (method: string, path: string, headers: Record<string, string> = {}, body = "") =>
  new Promise<number>((resolve, reject) => {
    const asked = send(
      { host: "127.0.0.1", port: s.port, method, path, headers: { Host: new URL(s.origin).host, ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.once("error", reject).end(body);
  });
const form = { "Content-Type": "application/x-www-form-urlencoded" };

test("only GET, HEAD and POST", async () => {
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]) expect(await raw(method, "/"), method).toBe(405);
});
test("another host, the framework's own parameters, broken paths and long addresses are stopped", async () => {
  expect(await raw("GET", "/", { Host: "kwaad.voorbeeld.nl" })).toBe(421);
  for (const path of [
    "/?_data=root",
    "/?_routes=root",
    "/vraagstukken.data",
    "/__manifest",
    "//kwaad.nl",
    "/%00",
    "/%zz",
    "/a\\b",
  ])
    expect(await raw("GET", path), path).toBe(400);
  expect(await raw("GET", `/${"a".repeat(5000)}`)).toBe(414);
});
test("a form from another site changes nothing", async () => {
  expect(
    await raw("POST", "/taal", { ...form, Origin: "https://kwaad.nl", "Sec-Fetch-Site": "cross-site" }, "taal=en"),
  ).toBe(403);
  expect(await raw("POST", "/taal", { ...form, Origin: "null" }, "taal=en")).toBe(403);
  expect(await raw("POST", "/taal", form, "taal=en")).toBe(403);
  expect(await raw("POST", "/taal", { ...form, "Sec-Fetch-Site": "same-site", Origin: s.origin }, "taal=en")).toBe(403);
});
test("bodies: wrong type, too long, declared or not", async () => {
  const own = { Origin: s.origin, "Sec-Fetch-Site": "same-origin" };
  expect(await raw("POST", "/taal", { ...own, "Content-Type": "text/plain" }, "taal=en")).toBe(415);
  expect(await raw("POST", "/taal", { ...own, "Content-Type": "multipart/form-data; boundary=x" }, "--x--")).toBe(415);
  expect(await raw("POST", "/taal", { ...own, ...form }, `taal=en&x=${"y".repeat(120_000)}`)).toBe(413);
  expect(
    await raw("POST", "/taal", { ...own, ...form, "Transfer-Encoding": "chunked" }, `taal=en&x=${"y".repeat(120_000)}`),
  ).toBe(413);
});
// The policy lets just that file run.
test("public pages carry no script; the marketplace of somebody logged in names one file of our own", async () => {
  for (const path of ["/", "/vraagstukken", `/vraagstukken/${published}`])
    expect(await (await s.get(path)).text(), path).not.toContain("<script");
  const Cookie = await s.login("annelies.postma@voorbeeld.nl");
  const page = await s.get("/vraagstukken", { Cookie });
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self';");
  expect((await page.text()).match(/<script[^>]*>/g)).toEqual(['<script src="/suggest.js" defer="">']);
  expect((await s.get("/mijn-werk", { Cookie })).headers.get("content-security-policy")).toContain("script-src 'none'");
  expect(await (await s.get("/vraagstukken/voorstellen?zoek=gemal", { Cookie })).json()).toEqual({
    titles: ["Verstopte gemalen voor zijn"],
  });
  expect((await s.get("/vraagstukken/voorstellen?zoek=gemal")).status).toBe(303);
});
test("every answer carries the headers that keep a page safe; no page runs a script", async () => {
  for (const path of ["/", "/vraagstukken", `/vraagstukken/${published}`, "/inloggen", "/bestaat-niet", "/healthz"]) {
    const answer = await s.get(path);
    const csp = answer.headers.get("content-security-policy") ?? "";
    expect(csp, path).toContain("script-src 'none'");
    expect(csp, path).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(answer.headers.get("referrer-policy"), path).toBeTruthy();
    expect(await answer.text(), path).not.toMatch(/<script|nonce=| on[a-z]+="/);
  }
});
test("a kept page sets no cookie, shows nobody, and is the same for every visitor", async () => {
  const [one, two] = [
    await s.get("/vraagstukken"),
    await s.get("/vraagstukken", { "User-Agent": "ander", "X-Forwarded-For": "1.2.3.4" }),
  ];
  expect(one.headers.get("set-cookie")).toBeNull();
  expect(await one.text()).toBe(await two.text());
  const cookie = await s.login("sietske.bruinsma@voorbeeld.nl");
  expect(cookie).toContain("=");
  const personal = await s.get("/vraagstukken", { Cookie: cookie });
  expect(personal.headers.get("cache-control")).not.toContain("public");
});
test("what is not there, and what one may not see, look the same", async () => {
  const none = await s.get("/vraagstukken/11111111-1111-4111-8111-111111111111");
  const hidden = await s.get(`/vraagstukken/${published}/logboek`);
  expect(none.status).toBe(404);
  expect(hidden.status).toBe(303);
  expect((await s.get("/vraagstukken/geen-id")).status).toBe(404);
  expect((await s.get("/centra/bestaat-niet")).status).toBe(404);
});
test("nobody is led off the site after logging in", async () => {
  const lines = readFileSync("tests/corpora/patt-open-redirect.txt", "utf8").split("\n").filter(Boolean);
  for (const line of lines.slice(0, 120)) {
    const answer = await s.get(`/inloggen?naar=${encodeURIComponent(line)}`);
    expect(answer.status, line).toBeLessThan(500);
    if (answer.status !== 200) continue;
    const to = /name="to" value="([^"]*)"/.exec(await answer.text())?.[1] ?? "/";
    expect(to, line).toMatch(/^\/(?![/\\])/);
  }
});
test("paths that climb find nothing", async () => {
  for (const line of readFileSync("tests/corpora/patt-path-traversal.txt", "utf8").split("\n").filter(Boolean)) {
    const path = line.startsWith("/") ? line : `/${line}`;
    const status = await raw("GET", path.replaceAll(" ", "%20").replaceAll(/[^\x21-\x7e]/g, "%20")).catch(() => 400);
    expect([400, 404, 414], line).toContain(status);
  }
});
test("the browser's files hold no server: no driver, no secret's name, no table", () => {
  const files = readdirSync("build/client", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(js|css|json|txt|webmanifest)$/.test(name),
  );
  const server = new RegExp(
    [
      /postgres|drizzle|\blucia\b|argon2|nodemailer|"node:/,
      /DATABASE_URL|TOKEN_SECRET|SMTP_URL|MAIL_FROM|process\.env\.[A-Z]+_/,
      /assignment_texts|password_hash|guardian_requests|account_letters/,
    ]
      .map((each) => each.source)
      .join("|"),
  );
  expect(files.filter((name) => server.test(readFileSync(`build/client/${name}`, "utf8")))).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});
