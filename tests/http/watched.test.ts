// @module-tag slow
import { randomUUID } from "node:crypto";
import { watch } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { stopwatch } from "#tests/support/elapsed.ts";
import { eventually } from "#tests/support/eventually.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { beginSending } from "#tests/support/sending.ts";
import { served, type Served } from "#tests/support/served.ts";

const token = "een lang woord dat alleen de wacht kent";
let s: Served;
let silent: Served;
let sql: Sql;
let assignment: string;
let cookie: string;

beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  sql = raw;
  const w = world(house, new Date(Date.now() - 90 * 86_400_000));
  const c = await cast(w);
  assignment = (await live(await begin(w, c, "effort", question("effort")), "in_progress")).id;
  await sql`update people set demo = true`;
  s = await served(url, { METRICS_TOKEN: token, ACCESS_LOG: "1" });
  silent = await served(url);
  const [person] = await sql`select email from people where id = ${c.coordinator}`;
  cookie = await s.login(String(person?.email));
});

const figuresFor = (authorization?: string) =>
  s.get("/metrics", authorization === undefined ? {} : { Authorization: authorization });
const value = (text: string, name: RegExp) =>
  Number(
    text
      .split("\n")
      .find((line) => name.test(line))
      ?.split(" ")
      .at(-1) ?? Number.NaN,
  );

test("figures are for who brings the token, and without the setting for nobody", async () => {
  for (const wrong of [undefined, "", "Bearer", `Bearer ${token}x`, `bearer${token}`, token, `Basic ${token}`]) {
    const answer = await figuresFor(wrong);
    expect(answer.status, wrong).toBe(401);
    expect(await answer.text(), wrong).not.toContain("samenspel_");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  }
  const right = await figuresFor(`Bearer ${token}`);
  expect(right.status).toBe(200);
  expect(right.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(right.headers.get("cache-control")).toBe("no-store");
  expect(right.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await s.post("/metrics", {}, { Authorization: `Bearer ${token}` })).status).toBe(404);
  expect((await silent.get("/metrics", { Authorization: `Bearer ${token}` })).status).toBe(404);
});

test("they count what happened: by route and class, places, letters, clocks, rounds, kept pages, the process", async () => {
  await sql`insert into account_letters (id, kind, email, locale, due_at, dead_at, last_error)
    values (${randomUUID()}, 'code', 'kanarie@voorbeeld.nl', 'nl', now(), now(), 'unsendable')`;
  for (const path of ["/", "/", "/inloggen", "/favicon.svg", "/bestaat-niet"]) await s.get(path);
  await s.get(`/vraagstukken/${assignment}`, { Cookie: cookie });
  // Tells when the rounds that a start begins are through.
  const text = await eventually(
    async () => (await figuresFor(`Bearer ${token}`)).text(),
    (figures) =>
      value(figures, /^samenspel_rounds_total\{round="post",outcome="done"\}/) >= 1 &&
      value(figures, /^samenspel_places\{place="database",state="waiting"\}/) === 0,
  );
  expect(value(text, /^samenspel_requests_total\{route="\/",method="GET",status="2xx"\}/)).toBeGreaterThanOrEqual(2);
  expect(
    value(text, /^samenspel_requests_total\{route="\/vraagstukken\/:assignmentId",method="GET",status="2xx"\}/),
  ).toBe(1);
  expect(value(text, /^samenspel_requests_total\{route="",method="GET",status="4xx"\}/)).toBeGreaterThanOrEqual(1);
  expect(value(text, /^samenspel_request_seconds_count\{way="page"\}/)).toBeGreaterThanOrEqual(1);
  expect(value(text, /^samenspel_kept_pages_total\{how="drawn"\}/)).toBeGreaterThanOrEqual(1);
  expect(value(text, /^samenspel_wait_seconds_count\{place="pages"\}/)).toBeGreaterThanOrEqual(1);
  for (const place of ["pages", "uploads", "passwords", "database", "solver"])
    expect(value(text, new RegExp(`^samenspel_places\\{place="${place}",state="waiting"\\}`)), place).toBe(0);
  expect(value(text, /^samenspel_rounds_total\{round="post",outcome="done"\}/)).toBeGreaterThanOrEqual(1);
  expect(value(text, /^samenspel_round_success_timestamp_seconds\{round="post"\}/)).toBeGreaterThan(1.7e9);
  for (const what of ["letters about assignments", "dead letters about accounts", "clocks", "plans of matching"]) {
    expect(value(text, new RegExp(`^samenspel_waiting\\{what="${what}"\\}`)), what).toBeGreaterThanOrEqual(0);
    expect(
      value(text, new RegExp(`^samenspel_waiting_oldest_seconds\\{what="${what}"\\}`)),
      what,
    ).toBeGreaterThanOrEqual(0);
  }
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(text).toMatch(/^process_resident_memory_bytes /m);
});

test("nobody makes them grow by asking, and they name nobody", async () => {
  const ask = async () => (await figuresFor(`Bearer ${token}`)).text();
  const series = (text: string) => text.split("\n").filter((line) => line.startsWith("samenspel_")).length;
  await s.get("/kanarie-0");
  await fetch(`${s.origin}/`, { method: "DELETE" });
  const before = series(await ask());
  for (let at = 1; at < 40; at++) {
    await s.get(`/kanarie-${at}?zoek=kanarie`);
    await s.get(`/vraagstukken/kanarie-${at}`);
    await fetch(`${s.origin}/`, { method: ["PUT", "PATCH", "OPTIONS"][at % 3] ?? "PUT" });
  }
  const text = await ask();
  expect(series(text) - before).toBeLessThan(20); // the route of a question, refused, seen for the first time
  expect(text).not.toMatch(/kanarie|voorbeeld|[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test("who goes away before the answer came is in the log as well, and asking for readiness asks the disk now and then", async () => {
  const form = "_key=een&email=x%40y.nl&password=een+zin+die+fout+is&to=%2F";
  const sending = await beginSending(s, "/inloggen", {
    type: "application/x-www-form-urlencoded",
    length: form.length,
  });
  sending.send(form);
  sending.socket.destroy();
  const gone = () => s.log().includes('"path":"/inloggen","status":499');
  expect(await eventually(gone, Boolean)).toBe(true);
  const probes = watch(s.dataDir);
  const seen = new Set<unknown>();
  probes.on("change", (_, name) => String(name).startsWith(".room-") && seen.add(name));
  const since = stopwatch();
  await Promise.all(Array.from({ length: 200 }, () => s.get("/readyz")));
  probes.close();
  // There is one at once, and one that was on its way before.
  expect(seen.size, "two hundred questions, a probe each half second").toBeLessThanOrEqual(2 + since.soFarAt(120));
});

test("the log holds a line for each request when asked, and nothing that people are, typed or hold", async () => {
  const secret = "kanarie-van-een-zeer-lange-sleutel-1234567890";
  const asked: [string, Record<string, string>?][] = [
    ["/?zoek=kanarie"],
    ["/kanarie.bruinsma@voorbeeld.nl"],
    [`/toestemming/${secret}`],
    [`/agenda/${secret}.ics`],
    ["/vraagstukken/kanarie"],
    ["/%6Banarie", { Cookie: "sessie=kanarie" }],
    [
      "/inloggen?naar=/kanarie",
      { "User-Agent": "kanarie", Referer: "https://kanarie.nl/", "X-Forwarded-For": "203.0.113.77" },
    ],
    ["/?_data=kanarie"],
    [`/${"kanarie".repeat(800)}`],
  ];
  for (const [path, headers] of asked) await s.get(path, headers);
  const forms: [string, Record<string, string>][] = [
    ["/inloggen", { _key: randomUUID(), email: "kanarie@voorbeeld.nl", password: "kanarie in de kooi" }],
    ["/inloggen", { email: "kanarie\0", password: "kanarie" }],
    [`/vraagstukken/${assignment}/doe/evaluate`, { _key: randomUUID(), learned: "kanarie" }],
    [`/toestemming/${secret}`, { _key: randomUUID(), naam: "kanarie" }],
    ["/kanarie", { veld: "kanarie" }],
  ];
  for (const [path, fields] of forms) await s.post(path, fields, { Cookie: cookie });
  await sql.unsafe("alter table assignment_texts rename to elsewhere");
  await s.get(`/vraagstukken/${assignment}`, { Cookie: cookie });
  await sql.unsafe("alter table elsewhere rename to assignment_texts");
  const log = await s.wholeLog();
  expect(log).not.toMatch(/kanarie|bruinsma|voorbeeld|203\.0\.113|127\.0\.0\.1[^",]|sessie=|Bearer|lang woord/i);
  expect(log).not.toContain(cookie.split("=")[1]);
  const lines = log
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const requests = lines.filter(({ event }) => event === "request");
  expect(requests.length).toBeGreaterThanOrEqual(asked.length + forms.length);
  for (const line of requests)
    expect(Object.keys(line).filter((name) => !["why", "person"].includes(name))).toEqual([
      "at",
      "level",
      "event",
      "requestId",
      "method",
      "path",
      "status",
      "from",
      "ms",
    ]);
  expect(requests.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["/", "/…", "/toestemming/…", "/agenda/…", `/vraagstukken/${assignment}/doe/…`]),
  );
});

test("without the setting reading leaves no line", async () => {
  await silent.get("/inloggen");
  expect(await silent.wholeLog()).not.toContain('"path":"/inloggen"');
});
