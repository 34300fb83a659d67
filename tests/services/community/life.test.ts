import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { principles } from "#app/domain/community/words.ts";
import {
  calendarOf,
  calendarPage,
  meetingForCalendar,
  switchOffCalendar,
  switchOnCalendar,
} from "#app/services/calendar/calendar.server.ts";
import { buildTab } from "#app/services/community/build.server.ts";
import { endContribution, moneyTab, openContribution, saveContribution } from "#app/services/community/money.server.ts";
import { addMember } from "#app/services/community/people.server.ts";
import { addPartner } from "#app/services/community/partners.server.ts";
import { lessonsTab, reviewTab } from "#app/services/community/review.server.ts";
import { changeOwnReflection, reflectionPage, writeReflection } from "#app/services/community/reflections.server.ts";
import { saveSelfScan, selfScanPage } from "#app/services/community/self-scan.server.ts";
import { savePulse } from "#app/services/community/pulse.server.ts";
import { storyPage, withdrawStory, saveStory } from "#app/services/community/stories.server.ts";
import {
  cancelMeeting,
  editMeeting,
  meetingList,
  meetingPage,
  planMeeting,
  writeMinutes,
} from "#app/services/community/meetings.server.ts";
import { day } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import type { World } from "#db/seed/world.ts";
import { neighbourhood, refused } from "#tests/support/town/community.ts";

let w: World;
let c: Cast;
let other: Cast;
let raw: Sql;
let id: string;
let line: Line;
let third: string;
const as = (who: string) => w.as(who);
beforeAll(async () => {
  ({ w, c, other, raw, id, line, third } = await neighbourhood());
  for (const organization of [c.companyId, third]) await addPartner(await as(c.teacher), id, { organization });
  await addMember(await as(c.teacher), id, "student", { person: c.students[0] ?? "" });
  await addMember(await as(c.teacher), id, "employee", { person: c.employee });
});

test("meetings: planned at a partner, attendance by members, minutes once it began, a signal when the host stays", async () => {
  const given = {
    subject: "Aftrap",
    host: c.companyId,
    place: "Hal 1",
    starts: day(w, 5),
    "starts.time": "13:30",
    minutes: "90",
  };
  await refused(planMeeting(await as(c.owner), id, given), "not_found");
  await refused(planMeeting(await as(c.teacher), id, { ...given, host: other.companyId }), "invalid", "host");
  await refused(planMeeting(await as(c.teacher), id, { ...given, minutes: "0" }), "invalid", "minutes");
  const meetingId = await planMeeting(await as(c.teacher), id, given);
  await refused(planMeeting(await as(c.coordinator), id, given), "already_done");
  const unseen = { ...given, subject: `${given.subject}\u200B`.replace(" ", "\u00A0") };
  await refused(planMeeting(await as(c.coordinator), id, unseen), "already_done");
  const { values, form } = await meetingPage(await as(c.teacher), meetingId);
  expect(values.starts).toBe(`${day(w, 5)}T13:30`);
  await refused(writeMinutes(await as(c.teacher), meetingId, { notes: "Te vroeg" }, form.version), "wrong_status");
  await editMeeting(await as(c.teacher), meetingId, { ...given, place: "Hal 2" }, form.version);
  await refused(editMeeting(await as(c.coordinator), meetingId, given, form.version), "stale");
  w.travel(new Date(+w.now() + 6 * 86_400_000));
  expect((await meetingPage(await as(c.teacher), meetingId)).values.minutes).toBe(90);
  await refused(writeMinutes(await as(c.teacher), meetingId, { present: [c.owner] }, 2), "invalid", "present");
  await writeMinutes(await as(c.teacher), meetingId, { present: [c.teacher, c.employee], notes: "Goed begin" }, 2);
  expect((await meetingPage(await as(c.teacher), meetingId)).meeting).toMatchObject({
    place: "Hal 2",
    present: 2,
    names: ["Annelies Postma", "Douwe Hofstra"],
    notes: "Goed begin",
    by: { actor: w.names.get(c.teacher), at: w.now() },
  });
  expect((await meetingPage(await as(c.owner), meetingId)).meeting).toMatchObject({
    present: 2,
    names: null,
    by: { actor: "" },
  });
  await refused(meetingPage(await as(other.coordinator), meetingId), "not_found");
  expect((await meetingList(await as(c.teacher), id, 1)).signal).toBeNull();
  const second = await planMeeting(await as(c.teacher), id, { ...given, subject: "Vervolg", starts: day(w, 5) });
  expect((await meetingList(await as(c.teacher), id, 1)).signal).toEqual({
    why: "twice_in_a_row",
    host: "Rioolbeheer Lage Polders",
  });
  await cancelMeeting(await as(c.teacher), second, 1);
  await refused(cancelMeeting(await as(c.teacher), second, 2), "stale");
  expect((await buildTab(await as(c.teacher), id, null)).signal).toBeNull();
});

// Only the hash of the address is kept.
test("a calendar's address ends when a new one is made or it is off, and shows one's own communities alone", async () => {
  const member = await as(c.employee);
  const one = (await calendarPage(member)).fresh;
  expect(one).toMatch(/^[0-9a-f]{40}$/);
  const visitor = {
    ...member,
    actor: { ...member.actor, id: "", memberships: [], communities: [], seats: [] },
    reach: { person: "", centres: [], organizations: [] },
  };
  await refused(calendarOf(visitor, one), "not_found");
  await switchOnCalendar(member, one);
  expect((await raw`select id from tokens where kind = 'calendar'`).map((r) => r.id)).not.toContain(one);
  expect((await calendarOf(visitor, one)).meetings.map((m) => [m.subject, m.cancelled])).toEqual([
    ["Aftrap", false],
    ["Vervolg", true],
  ]);
  const two = (await calendarPage(member)).fresh;
  await switchOnCalendar(member, two);
  await refused(calendarOf(visitor, one), "not_found");
  expect((await calendarOf(visitor, two)).meetings.length).toBe(2);
  await refused(switchOnCalendar(member, "kort"), "invalid", "token");
  const outsider = await as(other.employee);
  const theirs = (await calendarPage(outsider)).fresh;
  await switchOnCalendar(outsider, theirs);
  expect((await calendarOf(visitor, theirs)).meetings).toEqual([]);
  await switchOffCalendar(member);
  await refused(calendarOf(visitor, two), "not_found");
  const meetingId = String((await raw`select id from meetings where subject = 'Aftrap'`)[0]?.id);
  expect((await meetingForCalendar(await as(c.owner), meetingId)).changes).toBe(2);
  await refused(meetingForCalendar(await as(other.owner), meetingId), "not_found");
});

test("the self-scan: once a moment for a member, and means from three answers on", async () => {
  const scores = (n: number) => Object.fromEntries(principles.map((p) => [p, String(n)]));
  await refused(selfScanPage(await as(c.owner), id), "not_found");
  await refused(saveSelfScan(await as(c.teacher), id, { moment: "start", ...scores(3), time: "" }), "invalid", "time");
  await saveSelfScan(await as(c.teacher), id, { moment: "start", ...scores(2) });
  await refused(saveSelfScan(await as(c.teacher), id, { moment: "start", ...scores(5) }), "invalid", "moment");
  await saveSelfScan(await as(c.practor), id, { moment: "start", ...scores(3) });
  const means = async () => (await buildTab(await as(c.owner), id, null)).scan.rows[0]?.means;
  expect(await means()).toEqual([null, null, null]);
  await saveSelfScan(await as(c.employee), id, { moment: "start", ...scores(5) });
  expect(await means()).toEqual([3.3, null, null]);
  expect((await selfScanPage(await as(c.teacher), id)).left).toEqual(["middle", "end"]);
  const own = async (who: string) => (await selfScanPage(await as(who), id)).done.map(({ marks }) => marks);
  expect(await own(c.teacher), "one's own marks are read again, by oneself").toEqual([principles.map(() => 2)]);
  expect(await own(c.employee)).toEqual([principles.map(() => 5)]);
});

test("the pulse: one mark a month, means from three on; what was added is read by leads without a name", async () => {
  await refused(savePulse(await as(c.owner), id, { score: "4" }), "not_found");
  await savePulse(await as(c.teacher), id, { score: "1" });
  await savePulse(await as(c.teacher), id, { score: "5" });
  await savePulse(await as(c.practor), id, { score: "4", line: "Fijn tempo" });
  const seen = async (who: string) => {
    const tab = await reviewTab(await as(who), id, 1);
    return { pulse: tab.pulse.map((p) => [p.n, p.mean]), lines: tab.lines.map((l) => l.line) };
  };
  expect(await seen(c.teacher)).toEqual({ pulse: [[2, null]], lines: [] });
  await savePulse(await as(c.employee), id, { score: "3" });
  expect(await seen(c.teacher)).toEqual({ pulse: [[3, 4]], lines: ["Fijn tempo"] });
  expect(await seen(c.employee)).toEqual({ pulse: [[3, 4]], lines: [] });
});

test("a reflection is its writer's alone, until shared with the community's teachers; the row policy says so too", async () => {
  const student = await as(c.students[0] ?? "");
  await refused(writeReflection(await as(c.owner), id, { text: "Nee" }), "not_found");
  await writeReflection(student, id, { text: "Ik vond het lastig" });
  const shared = async (who: string) => (await reflectionPage(await as(who), id, 1)).shared.map((s) => s.text);
  const [own] = (await reflectionPage(student, id, 1)).rows;
  expect([await shared(c.teacher), own?.shared]).toEqual([[], false]);
  const at = { person: c.teacher, centres: [c.centreId], organizations: [c.institutionId] };
  expect([...(await w.database.transact(at, (db) => db.execute("select text from reflections")))]).toEqual([]);
  await refused(changeOwnReflection(await as(c.teacher), id, own?.id ?? "", "share", own?.version ?? 0), "stale");
  await changeOwnReflection(student, id, own?.id ?? "", "share", own?.version ?? 0);
  expect([await shared(c.teacher), await shared(c.employee)]).toEqual([["Ik vond het lastig"], []]);
  await refused(reflectionPage(await as(c.coordinator), id, 1), "not_found");
  await changeOwnReflection(student, id, own?.id ?? "", "unshare", 2);
  expect(await shared(c.teacher)).toEqual([]);
  await changeOwnReflection(student, id, own?.id ?? "", "remove", 3);
  expect((await reflectionPage(student, id, 1)).rows).toEqual([]);
  expect((await raw`select text from reflections`)[0]?.text).toBe("");
});

test("stories of what changed, by members; judging reads assignments, never grades", async () => {
  await refused(saveStory(await as(c.owner), id, { who: "Wij", for_whom: "Ons", changed: "Veel" }), "not_found");
  await saveStory(await as(c.employee), id, { who: "Het team", for_whom: "monteurs", changed: "Minder nachtritten" });
  const [story] = (await storyPage(await as(c.practor), id, 1)).rows;
  await refused(withdrawStory(await as(c.students[0] ?? ""), id, story?.id ?? ""), "not_found");
  const tab = await reviewTab(await as(c.coordinator), id, 1);
  expect(tab.stories.map((s) => s.changed)).toEqual(["Minder nachtritten"]);
  expect(tab.rows.map((r) => [r.id, r.status, r.evaluations])).toEqual([[line.id, "closed", 4]]);
  expect(
    tab.outcomes.map((y) => [y.group, y.n, y.after]),
    "too few to tell a mean",
  ).toEqual([
    ["employee", 1, null],
    ["student", 1, null],
    ["teacher", 1, null],
  ]);
  expect(
    (await reviewTab(await as(c.rival), id, 1)).rows.map(({ evaluations, met }) => [evaluations, met]),
    "a docent who lost the claim reads nothing of how it was judged",
  ).toEqual([[null, null]]);
  expect((await reviewTab(await as(c.employee), id, 1)).rows.length).toBe(1);
  await withdrawStory(await as(c.teacher), id, story?.id ?? "");
  expect((await storyPage(await as(c.practor), id, 1)).total).toBe(0);
});

/** Tries it by who has no say in it, for another partner, or without what makes it a contribution. */
async function refuseWrongContributions(given: Record<string, string>) {
  await refused(saveContribution(await as(c.contact), id, null, given, null), "not_found");
  await refused(
    saveContribution(await as(c.owner), id, null, { ...given, organization: third }, null),
    "invalid",
    "organization",
  );
  await refused(saveContribution(await as(c.owner), id, null, { ...given, rate: "" }, null), "invalid", "rate");
  await refused(saveContribution(await as(c.owner), id, null, { ...given, kind: "kit" }, null), "invalid", "amount");
  await refused(
    saveContribution(await as(c.owner), id, null, { ...given, to_on: day(w, -90) }, null),
    "invalid",
    "to_on",
  );
}

test("contributions: a partner enters and reads its own alone; hours times rate; promised beside actual", async () => {
  const given = {
    organization: c.companyId,
    kind: "hours",
    what: "Begeleiding",
    hours: "10",
    rate: "60",
    from_on: day(w, -60),
    to_on: day(w, -30),
    proof: "Urenstaat",
  };
  await refuseWrongContributions(given);
  await saveContribution(await as(c.owner), id, null, given, null);
  await saveContribution(
    await as(c.teacher),
    id,
    null,
    { ...given, organization: third, kind: "cash", what: "Jaarbijdrage", hours: "", rate: "", amount: "1.000" },
    null,
  );
  const mine = await moneyTab(await as(c.owner), id, 1);
  expect([mine.whole, mine.regimes, mine.rows.map((r) => [r.what, r.value])]).toEqual([
    false,
    null,
    [["Begeleiding", 60000]],
  ]);
  const whole = await moneyTab(await as(c.coordinator), id, 1);
  expect(whole.rows.map((r) => r.what).sort()).toEqual(["Begeleiding", "Jaarbijdrage"]);
  const year = whole.years.find((y) => y.year === Number(day(w, -60).slice(0, 4)));
  expect([year?.cash, year?.inKind, year?.noted]).toEqual([100000, 60000, 10]);
  const partner = async (organization: string) =>
    (await buildTab(await as(c.coordinator), id, day(w, -60).slice(0, 4))).commitments.find(
      (p) => p.id === organization,
    );
  const [own, other] = [await partner(c.companyId), await partner(third)];
  expect([own?.done.noted, own?.euros?.inKind, other?.euros?.done]).toEqual([10, 60000, 100000]);
  expect((own?.done.hours ?? 0) + (other?.done.hours ?? 0), "the two pages say the same").toBe(
    whole.years.find((y) => y.year === Number(day(w, -60).slice(0, 4)))?.done.hours,
  );
  expect(
    whole.years.reduce((sum, y) => sum + y.fees, 0),
    "a fee counts once",
  ).toBe(Number((await raw`select fee_amount as n from assignments where id = ${line.id}`)[0]?.n));
  expect(whole.regimes?.reduce((sum, r) => sum + r.assignments, 0)).toBe(1);
  const entry = mine.rows[0]?.id ?? "";
  await refused(
    openContribution(await as(c.owner), id, whole.rows.find((r) => r.what === "Jaarbijdrage")?.id ?? ""),
    "not_found",
  );
  await saveContribution(await as(c.owner), id, entry, { ...given, hours: "12" }, 1);
  await refused(saveContribution(await as(c.owner), id, entry, given, 1), "stale");
  await endContribution(await as(c.owner), id, entry, 2);
  expect((await moneyTab(await as(c.owner), id, 1)).total).toBe(0);
});

test("anchoring is read from the assignments, what is missing is counted, and leaning on one partner is said", async () => {
  const tab = await lessonsTab(await as(c.coordinator), id, 1);
  expect(tab.transfers).toEqual({ all: 1, missing: 0 });
  expect(tab.rows[0]).toMatchObject({
    id: line.id,
    readable: true,
    curriculum: [{ transfer: "module" }],
    knowledge: [{ licence: "cc_by" }],
    followUp: [{ follow_up: "none" }],
  });
  expect(tab.share).toMatchObject({
    largest: 1,
    three: 1,
    leans: true,
    top: [{ name: "Rioolbeheer Lage Polders", assignments: 1 }],
  });
  await raw`update records set kind = 'set aside' where assignment_id = ${line.id} and kind = 'curriculum'`;
  expect((await lessonsTab(await as(c.coordinator), id, 1)).transfers).toEqual({ all: 1, missing: 1 });
});
