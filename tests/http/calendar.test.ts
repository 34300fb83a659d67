import { beforeAll, expect, test } from "vitest";
import { planMeeting } from "#app/services/community/meetings.server.ts";
import { addPartner } from "#app/services/community/partners.server.ts";
import { day } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";
import { formsIn } from "#tests/support/town/walk.ts";

let s: Served;
let c: Cast;
let meetingId: string;
let teacher: string;
const subject = `Pompen; kleppen, \\ en "grenzen" <b>vet</b> BEGIN:VEVENT ${"é".repeat(60)}`;
beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  const w = world(house, new Date());
  c = await cast(w);
  await addPartner(await w.as(c.teacher), c.communityId, { organization: c.companyId });
  meetingId = await planMeeting(await w.as(c.teacher), c.communityId, {
    subject,
    host: c.companyId,
    place: "Hal 1, achterin",
    starts: "15-7-2027",
    "starts.time": "13:30",
    minutes: "90",
  });
  await planMeeting(await w.as(c.teacher), c.communityId, {
    subject: "Winter",
    host: c.companyId,
    place: "Hal 1",
    starts: day(w, 400).replace(/-\d\d-\d\d$/, "-01-15"),
    "starts.time": "09:00",
    minutes: "60",
  });
  await raw.unsafe("update people set demo = true");
  s = await served(url);
  teacher = await s.login("annelies.postma@voorbeeld.nl");
});
/** Returns lines as they were before folding. */
const unfolded = (text: string) => text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");

test("a meeting as a calendar file: text stays text, lines are folded, times are UTC", async () => {
  const answer = await s.get(`/bijeenkomsten/${meetingId}.ics`, { Cookie: teacher });
  const text = await answer.text();
  expect([
    answer.status,
    answer.headers.get("content-type"),
    answer.headers.get("referrer-policy"),
    answer.headers.get("cache-control"),
  ]).toEqual([200, "text/calendar; charset=utf-8", "no-referrer", "no-store"]);
  expect(text.split("\r\n").filter((one) => Buffer.byteLength(one) > 75)).toEqual([]);
  const lines = unfolded(text);
  expect(lines.filter((one) => one === "BEGIN:VEVENT")).toHaveLength(1);
  expect(lines).toContain(
    `SUMMARY:${subject.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,")} (Werkplaats Slim Water)`,
  );
  expect(lines).toContain("LOCATION:Hal 1\\, achterin");
  expect(lines, "half past one in summer").toContain("DTSTART:20270715T113000Z");
  expect(lines).toContain("DTEND:20270715T130000Z");
});

test("one's own address: shown before it works, works once it is on, and not after; no log holds it", async () => {
  const page = await (await s.get("/account/agenda", { Cookie: teacher })).text();
  const path = new URL(/<code>([^<]+)<\/code>/.exec(page)?.[1] ?? "").pathname;
  expect(path).toMatch(/^\/agenda\/[0-9a-f]{40}\.ics$/);
  expect((await s.get(path)).status).toBe(404);
  const form = formsIn(page, "/account/agenda", "teacher").find((f) => f.fixed.token);
  expect((await s.post("/account/agenda", { ...form?.fixed }, { Cookie: teacher })).status).toBe(303);
  const feed = await s.get(path);
  const lines = unfolded(await feed.text());
  expect(feed.status).toBe(200);
  expect(lines.filter((one) => one === "BEGIN:VEVENT")).toHaveLength(2);
  expect(
    lines.some((one) => /^DTSTART:\d{4}0115T080000Z$/.test(one)),
    "nine in winter",
  ).toBe(true);
  expect((await s.get(path.replace(/[0-9a-f]{4}\.ics/, "0000.ics"))).status).toBe(404);
  const on = await (await s.get("/account/agenda", { Cookie: teacher })).text();
  expect(on).not.toContain(path);
  const off = formsIn(on, "/account/agenda", "teacher").find((f) => f.fixed.act === "off");
  await s.post("/account/agenda", { ...off?.fixed }, { Cookie: teacher });
  expect((await s.get(path)).status).toBe(404);
  expect(await s.wholeLog()).not.toContain(path.slice("/agenda/".length, -".ics".length));
});
