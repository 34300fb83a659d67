// @module-tag slow
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";

let s: Served;
let sql: Sql;
let assignment: string;
/** It is the cookie of the coordinator of another centre. */
let stranger: string;
/** It is the cookie of the one of its own centre. */
let coordinator: string;

beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  sql = raw;
  const w = world(house, new Date(Date.now() - 90 * 86_400_000));
  const c = await cast(w);
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  assignment = (await live(await begin(w, c, "effort", question("effort")), "in_progress")).id;
  await sql`update people set demo = true`;
  s = await served(url, { MAX_AT_ONCE: "2" });
  const [person] = await sql`select email from people where id = ${other.coordinator}`;
  stranger = await s.login(String(person?.email));
  const [own] = await sql`select email from people where id = ${c.coordinator}`;
  coordinator = await s.login(String(own?.email));
});

test("no redirect leads off the site: every vector at every parameter that names a way back", async () => {
  const vectors = readFileSync("tests/corpora/patt-open-redirect.txt", "utf8").split("\n").filter(Boolean);
  expect(vectors.length).toBeGreaterThan(200);
  for (const vector of vectors) {
    const shown = await s.get(`/inloggen?naar=${encodeURIComponent(vector)}`);
    if (shown.status === 200)
      expect(/name="to" value="([^"]*)"/.exec(await shown.text())?.[1], vector).toMatch(/^\/(?![/\\])/);
    else expect([400, 414], vector).toContain(shown.status);
    const answer = await s.post("/taal", { taal: "en", terug: vector });
    if (answer.status === 303) expect(answer.headers.get("location"), vector).toMatch(/^\/(?![/\\])/);
    else expect(answer.status, vector).toBe(400);
  }
});
test("every refusal is a page of ours: headers, no store, no message, no stack", async () => {
  const own = { Origin: s.origin, "Sec-Fetch-Site": "same-origin" };
  const refusals: [number, Promise<Response>][] = [
    [400, s.get("/?_data=root")],
    [404, s.get("/bestaat-niet")],
    [414, s.get(`/${"a".repeat(5000)}`)],
    [405, fetch(s.origin, { method: "DELETE" })],
    [403, fetch(`${s.origin}/taal`, { method: "POST", headers: { Origin: "https://kwaad.nl" } })],
    [415, fetch(`${s.origin}/taal`, { method: "POST", headers: { ...own, "Content-Type": "text/plain" }, body: "x" })],
    [
      413,
      fetch(`${s.origin}/taal`, {
        method: "POST",
        headers: { ...own, "Content-Type": "application/x-www-form-urlencoded" },
        body: "x".repeat(120_000),
      }),
    ],
    [400, s.post("/taal", { taal: "xx" })],
    [404, s.get("/taal")],
    [404, s.get(`/vraagstukken/${randomUUID()}/doe`, { Cookie: stranger })],
    [404, s.post("/bestaat-niet", {})],
    [410, s.get("/toestemming/geraden")],
    [303, s.get("/mijn-werk")],
    [200, s.get("/healthz")],
    [200, s.get("/favicon.svg")],
  ];
  for (const [expected, asked] of refusals) {
    const answer = await asked;
    expect(answer.status, answer.url).toBe(expected);
    expect(answer.headers.get("content-security-policy"), answer.url).toContain("script-src 'none'");
    for (const name of [
      "x-content-type-options",
      "cross-origin-opener-policy",
      "cross-origin-resource-policy",
      "referrer-policy",
      "permissions-policy",
      "x-request-id",
      "cache-control",
    ])
      expect(answer.headers.get(name), `${answer.url} ${name}`).toBeTruthy();
    if (expected >= 300) expect(answer.headers.get("cache-control"), answer.url).toContain("no-store");
    if (expected >= 400) expect(await answer.text(), answer.url).toMatch(/^<!DOCTYPE html>/);
  }
});
test("a page that is not there leads to the assignment only where its page opens for this reader", async () => {
  const above = `/vraagstukken/${assignment}`;
  for (const [who, opens] of [
    [await s.login("sietske.bruinsma@voorbeeld.nl"), true],
    [coordinator, true],
    [stranger, false],
    [undefined, false],
  ] as const) {
    const Cookie = who ? { Cookie: who } : undefined;
    expect((await s.get(above, Cookie)).status).toBe(opens ? 200 : 404);
    for (const below of [`doe/${randomUUID()}`, `delen/claim/${randomUUID()}/doe/withdraw_claim`]) {
      const answer = await s.get(`${above}/${below}`, Cookie);
      if (answer.status === 303) continue;
      const html = await answer.text();
      expect(answer.status, below).toBe(404);
      expect(html.includes(`href="${above}"`), `${below}, ${opens}`).toBe(opens);
    }
  }
});
test("a failure of ours shows a reference and nothing else; the log has the rest, without what people typed", async () => {
  const owner = await s.login("sietske.bruinsma@voorbeeld.nl");
  await sql.unsafe("alter table assignment_texts rename to elsewhere");
  try {
    const [page, post] = [
      await s.get(`/vraagstukken/${assignment}`, { Cookie: owner }),
      await s.post(
        `/vraagstukken/${assignment}/doe/evaluate`,
        { _key: randomUUID(), learned: "kanarie in een veld" },
        { Cookie: owner },
      ),
    ];
    for (const answer of [page, post]) {
      const html = await answer.text();
      const id = answer.headers.get("x-request-id") ?? "none";
      expect(answer.status).toBe(500);
      expect(html).toContain(id);
      expect(html).not.toMatch(/assignment_texts|relation|select |\bat .+:\d+:\d+|node_modules|PostgresError|42P01/);
      expect(answer.headers.get("content-security-policy")).toContain("script-src 'none'");
      expect(s.log()).toMatch(new RegExp(`"event":"failed","requestId":"${id}"[^\\n]*"code":"42P01"`));
    }
  } finally {
    await sql.unsafe("alter table elsewhere rename to assignment_texts");
  }
  await s.get("/toestemming/kanarie-van-een-zeer-lange-sleutel-1234567890");
  await s.post("/inloggen", { _key: randomUUID(), email: "kanarie@voorbeeld.nl", password: "kanarie in de kooi" });
  expect(await s.wholeLog()).not.toMatch(/kanarie|sietske|sessie=/i);
});
test("more than can be carried is asked to come back, soon and politely; files and health are always served", async () => {
  const cookie = stranger;
  let served = 0;
  const many = Array.from({ length: 80 }, async () => {
    const answer = await s.get("/mijn-werk", { Cookie: cookie });
    await answer.arrayBuffer();
    if (answer.status === 200) served++;
    return { answer, servedBefore: served };
  });
  const health = s.get("/healthz");
  const ends = await Promise.all(many);
  const shed = ends.filter(({ answer }) => answer.status === 503);
  expect(new Set(ends.map(({ answer }) => answer.status))).toEqual(new Set([200, 503]));
  expect(shed.length).toBeGreaterThan(20);
  for (const { answer } of shed) expect(answer.headers.get("retry-after")).toBe("10");
  // Soon is counted in pages: those who are sent away wait for none of the others.
  const heardAfter = shed.map(({ servedBefore }) => servedBefore).sort((x, y) => x - y);
  expect(heardAfter[Math.floor(shed.length / 2)], "half of them heard it after so many pages").toBeLessThan(10);
  expect((await health).status).toBe(200);
  expect((await s.get("/mijn-werk", { Cookie: cookie })).status).toBe(200);
});
