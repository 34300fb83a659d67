// @module-tag slow
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { act, day, joinTeam, later, until, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { claimed, proposed, signedByBoth } from "#db/seed/chapters/asking.ts";
import { gained, midtermOfCompany, reported, untilMidterm } from "#db/seed/chapters/working.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import { writeAndAsk } from "#db/seed/showing.ts";
import { world, type World } from "#db/seed/world.ts";
import { assignments, deadlines, memberships } from "#db/schema.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { answerConsent } from "#app/services/showcase/showcase.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";

let w: World;
let c: Cast;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w, { students: 6 });
});
const begun = async (obligation: "effort" | "result" = "effort") => begin(w, c, obligation, question(obligation));
const lived = async (to: Parameters<typeof live>[1], obligation: "effort" | "result" = "effort") =>
  live(await begun(obligation), to);
const frameFor = async (who: string, { id }: Line) => (await overview(await w.as(who), id)).frame;
/** Tells in which section of *Mijn werk* an assignment stands for somebody, and what is asked there. */
async function workOf(who: string, { id }: Line): Promise<string> {
  const page = await myWork(await w.as(who), null);
  for (const section of ["yours", "chances", "others", "runs"] as const) {
    const row = page[section].find(({ card }) => card.id === id);
    if (row) return `${section}: ${row.turn?.ask ?? row.chance?.ask ?? "nothing"}`;
  }
  if (page.invitations.some((seat) => seat.assignmentId === id)) return "invited";
  return page.rest.some((card) => card.id === id) ? "rest" : "nowhere";
}
const midtermOf = ({ id, tell }: Line) =>
  act(w, c.teacher, "assignment", id, "record_midterm", {
    outcome: "go",
    changes: "Geen.",
    ...tell.criteria("forecast", { outlook: "Op koers" }),
  });
const [lead, second] = [() => c.students[0] ?? "", () => c.students[1] ?? ""];

test("a question that the own community claimed is no longer theirs to claim, and a claim is never a turn", async () => {
  const line = await lived("published");
  expect((await frameFor(c.teacher, line)).turn).toMatchObject({ mine: false, turn: null, chance: { ask: "claim" } });
  await claimed(line, c.teacher, c.communityId);
  expect((await frameFor(c.teacher, line)).turn).toMatchObject({ mine: false, turn: null, chance: null });
  expect(await workOf(c.teacher, line)).toBe("runs: nothing");
  expect((await frameFor(c.rival, line)).turn).toMatchObject({ mine: false, turn: null, chance: { ask: "claim" } });
  // Before the window is over the company may choose, and need not; then it must.
  expect(await workOf(c.owner, line)).toBe("chances: choose");
  await later(w, 25);
  expect(await workOf(c.owner, line)).toBe("yours: choose");
  expect(await workOf(c.coordinator, line)).toBe("others: choose");
  expect(await workOf(c.developer, line)).toBe("others: choose");
});
test("where only the company's evaluation is missing, the talk waits for the company and not for the project manager", async () => {
  const line = await lived("closing_review");
  expect(await workOf(c.owner, line)).toBe("yours: evaluate");
  expect(await workOf(c.teacher, line)).toBe("others: evaluate");
  await act(w, c.owner, "assignment", line.id, "evaluate", { rating: "8", company_gain: "Rust.", learned: "Meten." });
  expect(await workOf(c.owner, line)).toBe("yours: review");
  expect(await workOf(c.teacher, line)).toBe("yours: review");
  // Each side reads that it is asked of both, and so does whoever waits for them.
  for (const who of [c.owner, c.teacher, c.coordinator])
    expect([...((await frameFor(who, line)).turn.turn?.who ?? [])].sort(), w.names.get(who)).toEqual([
      "client_owner",
      "project_manager",
    ]);
  await act(w, c.owner, "assignment", line.id, "finish_review", {
    minutes: "Goed.",
    effort_finding: "sufficient",
    rating: "8",
    what_next: "Verder.",
  });
  // Who said yes waits for the other side.
  expect(await workOf(c.owner, line)).toBe("others: review");
  expect(await workOf(c.teacher, line)).toBe("yours: review");
});
test("the midterm is asked in its own weeks, and is no main button before", async () => {
  const line = await lived("in_progress");
  const early = await frameFor(c.teacher, line);
  expect(early.turn).toMatchObject({ mine: false, turn: null });
  const hint = (frame: typeof early) => frame.offers.flatMap((o) => o.missing).find((m) => m.guard === "midterm_go");
  const from = hint(early)?.from ?? "";
  expect(hint(early)).toMatchObject({ remedy: "record_midterm", mine: false, asked: false });
  const [row] = await within(w, c.coordinator, ({ db }) =>
    db.select({ midtermOn: assignments.midtermOn }).from(assignments).where(eq(assignments.id, line.id)),
  );
  const midtermOn = row?.midtermOn ?? "";
  const form = async () => openMoveForm(await w.as(c.teacher), "assignment", line.id, "record_midterm");
  const page = async () => (await progressTab(await w.as(c.owner), line.id)).midtermFrom;
  const shut = async () => {
    const offer = (await frameFor(c.teacher, line)).offers.find(({ name }) => name === "record_midterm");
    expect(offer?.missing).toMatchObject([{ guard: "midterm_open", remedy: "plan_midterm", mine: true, from }]);
    expect(await form()).toMatchObject({ missing: ["midterm_open"], opens: from });
    expect(await page()).toBe(from);
    await expect(midtermOf(line)).rejects.toMatchObject({ why: "guards", missing: ["midterm_open"] });
  };
  expect(from < midtermOn && +new Date(midtermOn) - +new Date(from) < 15 * 86_400_000).toBe(true);
  await shut();
  const opens = new Date(`${from}T09:00:00Z`);
  await until(w, new Date(+opens - 86_400_000));
  await shut();
  await until(w, opens);
  expect(await form()).toMatchObject({ missing: [], opens: null });
  expect(await page()).toBeNull();
  await act(w, c.teacher, "assignment", line.id, "report", { done: "Gemeten.", next: "Verder." });
  const now = await frameFor(c.teacher, line);
  expect(now.turn).toMatchObject({ mine: true, turn: { ask: "midterm" } });
  expect(hint(now)).toMatchObject({ mine: true, asked: true, from: null });
  await midtermOf(line);
  expect(await workOf(c.owner, line)).toBe("yours: midterm");
  expect(await workOf(c.teacher, line)).toBe("others: midterm");
  await midtermOfCompany(line);
  expect(await workOf(c.owner, line)).not.toContain("midterm");
});
test("a team is put together while it has seats left", async () => {
  const line = await lived("signed");
  const page = async () => teamTab(await w.as(c.teacher), line.id);
  expect(await page()).toMatchObject({ byHand: true, tooFew: true, invite: true });
  const invite = (person: string) =>
    act(w, c.teacher, "member", line.id, "invite", { person, role: "student", track: "hbo", level: "hbo" });
  const { seatsMin, seatsMax } = (await overview(await w.as(c.teacher), line.id)).card;
  for (const person of c.students.slice(0, seatsMin)) await invite(person);
  expect(await page()).toMatchObject({ byHand: seatsMin < seatsMax, tooFew: false });
  for (const person of c.students.slice(seatsMin, seatsMax)) await invite(person);
  expect(await page()).toMatchObject({ byHand: false, tooFew: false });
});
test("a practor's turn stands on their work page, and so does everybody's", async () => {
  const line = await lived("implemented");
  expect((await frameFor(c.practor, line)).turn).toMatchObject({ mine: true, turn: { ask: "start_anchoring" } });
  expect(await workOf(c.practor, line)).toBe("yours: start_anchoring");
  const everybody = [
    c.owner,
    c.contact,
    c.companySigner,
    c.institutionSigner,
    c.teacher,
    c.quality,
    lead(),
    c.employee,
  ];
  for (const who of [...everybody, c.coordinator, c.developer, c.practor]) {
    const { mine } = (await frameFor(who, line)).turn;
    expect((await workOf(who, line)).startsWith("yours"), who).toBe(mine);
  }
});
test("quality that nobody stands for waits for who can appoint somebody", async () => {
  const line = await lived("agreeing", "result");
  await proposed(line);
  const waits = async () => (await frameFor(c.coordinator, line)).turn;
  const end = (endedAt: Date | null) =>
    within(w, c.coordinator, ({ db }) =>
      db.update(memberships).set({ endedAt }).where(eq(memberships.personId, c.quality)),
    );
  await end(w.now());
  expect((await waits()).turn).toMatchObject({ who: ["coordinator"], ask: "appoint", missing: "quality_owner" });
  expect(await workOf(c.coordinator, line)).toBe("yours: appoint");
  await end(null);
  expect((await waits()).turn?.ask).not.toBe("appoint");
});
test("a student is on turn at each of their acts, and at nobody else's", async () => {
  const line = await lived("signed");
  const { id, tell, block } = line;
  const turns: string[] = [];
  const seen = async (when: string) =>
    turns.push(`${when}: ${await workOf(lead(), line)} / ${await workOf(second(), line)}`);
  await act(w, c.teacher, "member", id, "invite", { person: c.teacher, role: "project_manager" });
  for (const [person, role] of [
    [lead(), "student_lead"],
    [second(), "student"],
    [c.students[2] ?? "", "student"],
  ] as const)
    await act(w, c.teacher, "member", id, "invite", { person, role, track: "hbo", level: "hbo" });
  await seen("invited");
  for (const student of c.students.slice(0, 3)) await joinTeam(w, student, c.teacher, id);
  await seen("joined");
  await act(w, c.teacher, "assignment", id, "record_kickoff", tell.kickoff);
  await until(w, new Date(`${block}T09:00:00Z`));
  await act(w, c.teacher, "assignment", id, "start", { start_on: block, kickoff_record: tell.kickoff.ambition });
  await seen("started");
  // A report is asked in its last week, wherever holidays put that; by then hours have not been written down for a week.
  await until(w, new Date(+(await endOf(line, "report")) - 6 * 86_400_000));
  await seen("in the week of the report");
  await act(w, lead(), "assignment", id, "report", tell.reports[0] ?? {});
  for (const student of [lead(), second()])
    await act(w, student, "assignment", id, "log_hours", { on: day(w, 0), spent: "480 min", what: tell.work });
  await seen("reported and written down");
  await reported(line);
  await untilMidterm(line);
  await midtermOf(line);
  await midtermOfCompany(line);
  await gained(line);
  await until(w, await threeWeeksBeforeTheEnd(line));
  for (const student of [lead(), second()])
    await act(w, student, "assignment", id, "log_hours", { on: day(w, 0), spent: "480 min", what: tell.work });
  await act(w, c.teacher, "assignment", id, "report", tell.reports[1] ?? {});
  await seen("near the end");
  expect(turns).toEqual([
    "invited: invited / invited",
    "joined: others: kickoff / others: kickoff",
    "started: runs: nothing / runs: nothing",
    "in the week of the report: yours: report / yours: hours",
    "reported and written down: runs: nothing / runs: nothing",
    "near the end: yours: milestone / others: milestone",
  ]);
});
const endOf = async ({ id }: Line, clock: ClockId) => {
  const [row] = await within(w, c.coordinator, ({ db }) =>
    db
      .select({ dueAt: deadlines.dueAt })
      .from(deadlines)
      .where(and(eq(deadlines.assignmentId, id), eq(deadlines.clock, clock), eq(deadlines.status, "running"))),
  );
  if (!row) throw new Error(`${clock} does not run`);
  return row.dueAt;
};
const threeWeeksBeforeTheEnd = async ({ id }: Line) => {
  const [row] = await within(w, c.coordinator, ({ db }) =>
    db.select({ endOn: assignments.endOn }).from(assignments).where(eq(assignments.id, id)),
  );
  return new Date(+new Date(`${row?.endOn}T09:00:00Z`) - 18 * 86_400_000);
};
test("a student whose rights are agreed anew signs again", async () => {
  const line = await lived("in_progress");
  const version = await startChange(await w.as(c.teacher), line.id);
  await editTerms(await w.as(c.teacher), version, { patent_clause: "together" }, 1);
  await act(w, c.teacher, "agreement", version, "propose", { message: "Samen aanvragen." });
  expect(await workOf(c.owner, line)).toBe("yours: answer");
  expect(await workOf(c.companySigner, line)).toBe("yours: sign");
  await signedByBoth(line);
  expect(await workOf(lead(), line)).toBe("yours: annex");
  expect(await workOf(second(), line)).toBe("yours: annex");
});
test("a student says yes or no to a result for everybody", async () => {
  const line = await lived("implemented");
  await writeAndAsk(line, { title: "Meten", asked_for: "Minder storing.", made: "Een meter.", changed: "Rust." });
  const waiting = async () => (await myWork(await w.as(lead()), null)).consents.map((one) => one.assignmentId);
  expect(await waiting()).toContain(line.id);
  expect(await workOf(c.owner, line)).toBe("yours: showcase");
  await answerConsent(await w.as(lead()), line.id, "yes", { naming: "first_name", consent: "on" }, null);
  expect(await waiting()).not.toContain(line.id);
});
