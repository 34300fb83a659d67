// @module-tag slow
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { act, day, later, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import type { World } from "#db/seed/world.ts";
import { plannedMilestones } from "#db/queries/work/milestones.server.ts";
import { deadlines, events, flags, outbox } from "#db/schema.ts";
import { flagKindRows } from "#app/domain/work/flags.ts";
import { flagKinds, type FlagKind } from "#app/domain/words.ts";
import { addWorkingDays, endOfDay } from "#app/domain/calendar/working-days.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { switchesOf, calendarOf } from "#app/domain/centre/switches.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
let line: Line;
beforeAll(async () => {
  ({ w, c, line } = await livedOnce({ to: "in_progress" }));
});
const student = () => c.students[0] ?? "";
const raise = (who: string, flag_kind: FlagKind, flag_what: string, more: Record<string, string> = {}) =>
  act(w, who, "flag", line.id, flagKindRows[flag_kind].confided ? "raise_concern" : "raise_flag", {
    flag_kind,
    flag_what,
    ...more,
  });
const rowOf = (id: string) =>
  within(w, c.coordinator, async ({ db }) => (await db.select().from(flags).where(eq(flags.id, id)))[0]);
const clockOf = (id: string) =>
  within(
    w,
    c.coordinator,
    async ({ db }) =>
      (
        await db
          .select()
          .from(deadlines)
          .where(and(eq(deadlines.objectId, id), eq(deadlines.status, "running")))
      )[0],
  );
const lettersTo = (personId: string) =>
  within(w, c.coordinator, async ({ db }) =>
    (
      await db
        .select({ move: events.move, clock: outbox.data })
        .from(outbox)
        .innerJoin(events, eq(events.id, outbox.eventId))
        .where(and(eq(outbox.personId, personId), eq(outbox.assignmentId, line.id)))
    ).map(({ move, clock }) => (clock as { clock?: string }).clock ?? move),
  );
const shown = async (who: string) => (await progressTab(await w.as(who), line.id)).flags.map((f) => f.what);
const seenInLog = async (who: string) => (await logTab(await w.as(who), line.id)).lines.map((l) => l.move);

describe.each(flagKinds)("%s", (kind) => {
  const { confided, clock } = flagKindRows[kind];
  test("has an owner and a clock, and is followed until it is closed with a note", async () => {
    const what = `Melding ${kind}`;
    const { id } = await raise(student(), kind, what);
    expect((await rowOf(id))?.personId).toBe(
      { obstacle: c.owner, no_contact: c.developer, workload: c.teacher, safety: c.teacher, team_trouble: c.teacher }[
        kind
      ],
    );
    const running = await clockOf(id);
    expect(running?.clock).toBe(clock);
    expect(+(running?.dueAt ?? 0)).toBe(
      +addWorkingDays(w.now(), clock === "safety" ? 1 : 3, calendarOf(switchesOf({}), c.institutionId)),
    );
    const [follow, close] = confided
      ? (["follow_concern", "settle_concern"] as const)
      : (["follow_flag", "close_flag"] as const);
    await act(w, c.teacher, "flag", id, follow, { flag_note: "Er is gebeld." });
    expect(+((await clockOf(id))?.dueAt ?? 0)).toBe(+(running?.dueAt ?? 0));
    await expect(act(w, c.teacher, "flag", id, close, { flag_note: "" })).rejects.toMatchObject({
      errors: { flag_note: { code: "required" } },
    });
    await act(w, c.teacher, "flag", id, close, { flag_note: "Het is weg." });
    expect(await clockOf(id)).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ note: "Het is weg.", closedAt: w.now() });
  });
  test(
    confided ? "is for docent and coordinator, and who said it" : "is seen by everybody in the assignment",
    async () => {
      const what = `Wie ziet ${kind}`;
      await raise(student(), kind, what);
      const others = [c.owner, c.students[1] ?? "", c.developer, c.employee];
      for (const who of [student(), c.teacher, c.coordinator]) expect(await shown(who)).toContain(what);
      for (const who of others) {
        if (confided) expect(await shown(who)).not.toContain(what);
        else expect(await shown(who)).toContain(what);
      }
    },
  );
});

test("what was confided leaves no line in the log, no letter and no reminder for anybody else", async () => {
  const { id } = await raise(student(), "safety", "Een kapotte ladder");
  await later(w, 4);
  expect(await lettersTo(c.teacher)).toEqual(expect.arrayContaining(["raise_concern", "safety"]));
  for (const who of [c.owner, c.developer, c.students[1] ?? ""]) {
    expect((await lettersTo(who)).filter((about) => /concern|safety/.test(about))).toEqual([]);
    expect((await seenInLog(who)).filter((move) => /concern/.test(move))).toEqual([]);
  }
  const all = await seenInLog(c.coordinator);
  const theirs = await seenInLog(c.owner);
  expect(all.filter((move) => move === "escalation").length).toBeGreaterThan(
    theirs.filter((move) => move === "escalation").length,
  );
  // It rings again until somebody settles it.
  expect(await clockOf(id)).toMatchObject({ clock: "safety", status: "running" });
  await expect(act(w, c.owner, "flag", id, "settle_concern", { flag_note: "Weg." })).rejects.toThrow("not_yours");
});

test("an obstacle in a report reaches the company's contact person, and the next report restarts nothing", async () => {
  const report = (blocked: string) =>
    act(w, student() && c.teacher, "assignment", line.id, "report", { done: "Gemeten.", next: "Bouwen.", blocked });
  await report("De sleutel van de loods ontbreekt.");
  const [flag] = await within(w, c.coordinator, ({ db }) =>
    db.select().from(flags).where(eq(flags.what, "De sleutel van de loods ontbreekt.")),
  );
  expect(flag).toMatchObject({ kind: "obstacle", status: "open", personId: c.owner, raisedBy: c.teacher });
  expect(await lettersTo(c.owner)).toContain("raise_flag");
  const due = (await clockOf(flag?.id ?? ""))?.dueAt;
  await later(w, 1);
  await report("");
  expect((await clockOf(flag?.id ?? ""))?.dueAt).toEqual(due);
  // Its owner, who is no part of the team, closes it.
  await act(w, c.owner, "flag", flag?.id ?? "", "close_flag", { flag_note: "De sleutel ligt bij de balie." });
  expect(await shown(student())).toContain("De sleutel van de loods ontbreekt.");
});

test("an obstacle that nobody removes rings again and again, and stays late since its first day", async () => {
  const { id } = await raise(student(), "obstacle", "Er is geen stroom.");
  const due = (await clockOf(id))?.dueAt;
  const rung = async () => (await lettersTo(c.teacher)).filter((about) => about === "flag").length;
  const before = await rung();
  await later(w, 15);
  expect(await clockOf(id)).toMatchObject({ status: "running", dueAt: due });
  expect(await rung()).toBeGreaterThan(before + 1);
  const { yours } = await myWork(await w.as(c.owner), null);
  expect(yours.find(({ card }) => card.id === line.id)).toMatchObject({
    turn: { ask: "flag" },
    deadline: { late: true },
  });
  await act(w, c.owner, "flag", id, "close_flag", { flag_note: "De stroom is er." });
  expect(await clockOf(id)).toBeUndefined();
});

test("an obstacle is handed to whom it belongs, and its clock goes on", async () => {
  const { id } = await raise(c.employee, "obstacle", "De meter is stuk.", { flag_owner: c.developer });
  const due = (await clockOf(id))?.dueAt;
  await act(w, c.developer, "flag", id, "hand_over_flag", {
    flag_owner: c.owner,
    flag_note: "Dit is van het bedrijf.",
  });
  expect(await rowOf(id)).toMatchObject({ personId: c.owner });
  expect((await clockOf(id))?.dueAt).toEqual(due);
  await expect(
    act(w, c.owner, "flag", id, "hand_over_flag", { flag_owner: student(), flag_note: "Jij." }),
  ).rejects.toMatchObject({ errors: { flag_owner: { code: "not_an_option" } } });
  // To whom it is with already is no handing over: that is said beside the field.
  await expect(
    act(w, c.owner, "flag", id, "hand_over_flag", { flag_owner: c.owner, flag_note: "Ik." }),
  ).rejects.toMatchObject({ errors: { flag_owner: { code: "already_with" } } });
});

test("a milestone whose day has passed is late for everybody, and nothing is delivered until each is answered", async () => {
  const due = day(w, 2);
  const { id } = await act(w, c.teacher, "milestone", line.id, "plan", {
    title: "Proef",
    due_on: due,
    milestone_owner: student(),
    milestone_asked: "Een foto van de proef",
  });
  const late = async (who: string) =>
    (await progressTab(await w.as(who), line.id)).milestones.find((m) => m.id === id)?.late;
  const held = async () =>
    act(w, c.teacher, "assignment", line.id, "deliver", {
      notice: "x",
      label: "1",
      limits: "-",
      handover_on: day(w, 0),
    }).then(
      () => [],
      (error: { missing: string[] }) => error.missing,
    );
  const open = async () =>
    (await openMoveForm(await w.as(c.teacher), "assignment", line.id, "deliver")).unanswered.map((m) => m.id);
  expect(await late(c.owner)).toBe(false);
  // One that is still planned waits for an answer as well, also before its day.
  expect(await held()).toContain("milestones_answered");
  expect(await open()).toContain(id);
  await later(w, 3);
  expect(+w.now()).toBeGreaterThan(+endOfDay(due));
  for (const who of [c.owner, c.teacher, student(), c.coordinator]) expect(await late(who)).toBe(true);
  expect(await held()).toContain("milestones_answered");
  expect(await lettersTo(student())).toContain("milestone");
  // Whoever owns it answers it.
  await act(w, student(), "milestone", id, "move_milestone", { due_on: day(w, 5), why: "De hal was dicht." });
  expect(await open()).not.toContain(id);
  const others = await within(w, c.teacher, ({ db }) => plannedMilestones(db, line.id));
  for (const other of others.filter((m) => m.id !== id))
    await act(w, c.teacher, "milestone", other.id, "drop_milestone", { why: "Niet meer nodig." });
  expect(await held()).not.toContain("milestones_answered");
});

test("a milestone that somebody of the team owns is their turn by name, and not another member's", async () => {
  const [, owner = "", other = ""] = c.students;
  const asked = async (who: string) => {
    const { yours } = await myWork(await w.as(who), null);
    return yours.some(({ turn }) => turn?.ask === "milestone");
  };
  expect(await asked(owner)).toBe(false);
  const { id } = await act(w, c.teacher, "milestone", line.id, "plan", {
    title: "Eigen meting",
    due_on: day(w, 2),
    milestone_owner: owner,
  });
  expect(await asked(owner)).toBe(true);
  expect(await asked(other)).toBe(false);
  await act(w, owner, "milestone", id, "reach", { evidence: "Gemeten." });
  expect(await asked(owner)).toBe(false);
});

test("hours lie between the start of the work and today, and are taken back by an entry with a minus", async () => {
  const log = (on: string, spent: string) =>
    act(w, student(), "assignment", line.id, "log_hours", { on, spent, what: "Meten" });
  await expect(log("2030-01-01", "8 uur")).rejects.toMatchObject({
    errors: { on: { code: "date_too_late", day: day(w, 0) } },
  });
  await expect(log("2026-01-05", "8 uur")).rejects.toMatchObject({ errors: { on: { code: "date_too_early" } } });
  await log(day(w, 0), "1,5");
  await log(day(w, 0), "-0:30");
  const own = async (who: string) => (await progressTab(await w.as(who), line.id)).logged.map((h) => h.minutes);
  expect((await own(student())).sort()).toEqual(expect.arrayContaining([-30, 90]));
  expect(await own(c.owner)).toEqual([]);
  // A day of one person never holds less than nothing, nor more than there is in a day.
  const spent = (code: string, limit: number) => ({ errors: { spent: { code, limit } } });
  await expect(log(day(w, 0), "0")).rejects.toMatchObject(spent("duration_too_short", 1));
  await expect(log(day(w, 0), "-2")).rejects.toMatchObject(spent("hours_not_there", 60));
  await expect(log(day(w, 0), "24")).rejects.toMatchObject(spent("day_too_full", 1380));
  expect((await own(student())).reduce((sum, minutes) => sum + minutes, 0)).toBe(60);
});

describe("a time without a sign of life", () => {
  const silences = async (of: Line) =>
    within(w, c.coordinator, async ({ db }) =>
      (await db.select().from(flags).where(eq(flags.assignmentId, of.id))).filter((f) => f.kind === "no_contact"),
    );
  test("raises an obstacle once, for who brought the company in, and goes by itself when somebody is heard from", async () => {
    const quiet = await live(await begin(w, c, "effort", question("effort")), "in_progress");
    expect(await silences(quiet)).toEqual([]);
    await later(w, 20);
    const [raised, ...more] = await silences(quiet);
    expect(more).toEqual([]);
    expect(raised).toMatchObject({ raisedBy: null, personId: c.developer, status: "open" });
    const told = async (person: string) =>
      within(w, c.coordinator, async ({ db }) =>
        (
          await db
            .select({ move: events.move })
            .from(outbox)
            .innerJoin(events, eq(events.id, outbox.eventId))
            .where(and(eq(outbox.personId, person), eq(outbox.assignmentId, quiet.id)))
        ).map(({ move }) => move),
      );
    for (const who of [c.teacher, c.developer]) expect(await told(who)).toContain("raise_flag");
    expect(await told(c.coordinator)).toContain("flag");
    const asks = async (who: string) =>
      (await myWork(await w.as(who), null)).yours.find(({ card }) => card.id === quiet.id)?.turn?.ask;
    expect(await asks(c.developer)).toBe("flag");
    await later(w, 20);
    expect(await silences(quiet)).toHaveLength(1);
    // Looking after it is no contact of the team.
    await act(w, c.developer, "flag", raised?.id ?? "", "follow_flag", { flag_note: "Ik bel morgen." });
    expect((await silences(quiet))[0]?.status).toBe("open");
    await act(w, student(), "assignment", quiet.id, "log_hours", { on: day(w, 0), spent: "2 uur", what: "Gemeten" });
    expect((await silences(quiet))[0]).toMatchObject({ status: "closed", closedAt: w.now() });
    expect(await asks(c.developer)).not.toBe("flag");
  });
  test("what somebody said of it stays until somebody closes it", async () => {
    const { id } = await raise(student(), "no_contact", "Niemand belt terug");
    await act(w, student(), "assignment", line.id, "log_hours", { on: day(w, 0), spent: "2 uur", what: "Gemeten" });
    expect((await rowOf(id))?.status).toBe("open");
  });
});
