// @module-tag slow
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { clocks, lastingClocks, type Clock, type ClockId } from "#app/domain/workflow/clocks.ts";
import { answersClock } from "#app/domain/log/readers.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { stopOnLeaving } from "#app/services/workflow/clocks/clocks.server.ts";
import { meetAllClocks, meetClocks } from "#db/queries/workflow/deadlines.server.ts";
import { act, day, later, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { midtermOfCompany } from "#db/seed/chapters/working.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import type { World } from "#db/seed/world.ts";
import { deadlines, events, milestones, outbox } from "#db/schema.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
const lived = async (to: Parameters<typeof story>[0]) => {
  const begun = await story(to);
  ({ w, c } = begun);
  return begun.line;
};
const statusesOf = (objectId: string, clock: ClockId) =>
  within(w, c.coordinator, async ({ db }) =>
    (
      await db
        .select({ status: deadlines.status })
        .from(deadlines)
        .where(and(eq(deadlines.objectId, objectId), eq(deadlines.clock, clock)))
    ).map(({ status }) => status),
  );

describe.each(lastingClocks)("%s, once it ran out", (clock) => {
  /** As the product itself leaves a clock that ran out. */
  const runOut = async (line: Line, objectId: string) =>
    within(w, c.coordinator, ({ db }) =>
      db.insert(deadlines).values({
        id: w.newId(),
        assignmentId: line.id,
        centreId: c.centreId,
        organizationId: c.companyId,
        object: (clocks[clock] as Clock).ofChild ? "milestone" : "assignment",
        objectId,
        clock,
        startedAt: w.now(),
        dueAt: w.now(),
        nextAt: w.now(),
        status: "out",
      }),
    );
  test("is met by the act that answers it, however late, and asks nothing afterwards", async () => {
    const line = await lived("submitted");
    const part = w.newId();
    const met = async (work: Parameters<typeof within>[2], objectId = part) => {
      await runOut(line, objectId);
      await within(w, c.coordinator, work);
      expect(new Set(await statusesOf(objectId, clock))).toEqual(new Set(["met"]));
    };
    await met(({ db }) => meetClocks(db, part, [clock]));
    await met(({ db }) => meetAllClocks(db, part));
    const { within: states } = clocks[clock] as Clock;
    if (states) await met((inside) => stopOnLeaving(inside, line.id, "closed"), line.id);
  });
  test("is answered by some act of a table, or by leaving its state", () => {
    expect(answersClock(clock) || (clocks[clock] as Clock).within !== undefined).toBe(true);
  });
});
test("a clock that does not last stays as it ended, so that what may be done on silence may still be done", async () => {
  const line = await lived("submitted");
  const ended = (Object.keys(clocks) as ClockId[]).filter((id) => !lastingClocks.includes(id));
  expect(ended).toContain("acceptance");
  await within(w, c.coordinator, async ({ db }) => {
    await db
      .update(deadlines)
      .set({ status: "out" })
      .where(and(eq(deadlines.assignmentId, line.id), eq(deadlines.clock, "triage")));
    await meetClocks(db, line.id, ["triage"]);
  });
  expect(await statusesOf(line.id, "triage")).toEqual(["out"]);
});

test("a midterm and a milestone that come late after all end their clocks: no letter and nothing late afterwards", async () => {
  const line = await lived("in_progress");
  const milestone = await act(w, c.teacher, "milestone", line.id, "plan", { title: "Proef", due_on: day(w, 2) });
  await later(w, 60);
  expect(await statusesOf(milestone.id, "milestone")).toEqual(["out"]);
  expect(await statusesOf(line.id, "midterm")).toEqual(["out"]);
  await act(w, c.teacher, "milestone", milestone.id, "reach", { evidence: "Gemeten." });
  await act(w, c.teacher, "assignment", line.id, "record_midterm", {
    outcome: "go",
    changes: "Geen.",
    ...line.tell.criteria("forecast", { outlook: "Op koers" }),
  });
  await midtermOfCompany(line);
  expect(await statusesOf(milestone.id, "milestone")).toEqual(["met"]);
  expect(await statusesOf(line.id, "midterm")).toEqual(["met"]);
  const reminders = () =>
    within(w, c.coordinator, async ({ db }) =>
      (await db.select({ data: outbox.data }).from(outbox).where(eq(outbox.assignmentId, line.id))).filter(
        ({ data }) => data.clock === "midterm",
      ),
    );
  const before = await reminders();
  expect(before.length).toBeGreaterThan(0);
  await later(w, 30);
  expect(await reminders()).toHaveLength(before.length);
  const shown = (await progressTab(await w.as(c.owner), line.id)).milestones.find(({ id }) => id === milestone.id);
  expect(shown).toMatchObject({ status: "reached", late: false });
});

test("what was still planned when the work is over lapses with it, without a letter, and is never late", async () => {
  const line = await lived("closing_review");
  const due = day(w, 20);
  await within(w, c.coordinator, ({ db }) =>
    db.update(milestones).set({ status: "planned", dueOn: due }).where(eq(milestones.assignmentId, line.id)),
  );
  await act(w, c.owner, "assignment", line.id, "evaluate", { rating: "8", company_gain: "Rust.", learned: "Meten." });
  for (const who of [c.owner, c.teacher])
    await act(w, who, "assignment", line.id, "finish_review", {
      minutes: "Goed.",
      effort_finding: "sufficient",
      rating: "8",
      what_next: "Verder.",
    });
  await later(w, 40);
  const shown = (await progressTab(await w.as(c.owner), line.id)).milestones;
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.map(({ status, late }) => [status, late])).toEqual(shown.map(() => ["dropped", false]));
  const lapsed = await within(w, c.coordinator, ({ db }) =>
    db
      .select({ id: outbox.id })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(and(eq(outbox.assignmentId, line.id), eq(events.move, "lapse_milestone"))),
  );
  expect(lapsed).toEqual([]);
});
