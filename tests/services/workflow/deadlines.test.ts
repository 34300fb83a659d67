// @module-tag slow
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { AssignmentLetter } from "#app/domain/letters/kinds.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { act, day, within } from "#db/seed/acts.ts";
import type { World } from "#db/seed/world.ts";
import { assignments, deadlines, events, outbox } from "#db/schema.ts";
import { clockIds, clocks, type ClockId } from "#app/domain/workflow/clocks.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { runDeadlines } from "#app/services/workflow/clocks/deadlines.server.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

const start = new Date("2026-03-02T09:00:00Z");
let w: World;
let c: Cast;
const story = storyPerTest();
async function lived(to: AssignmentStatus, obligation: Obligation = "effort"): Promise<Line> {
  const begun = await story(to, obligation);
  ({ w, c } = begun);
  return begun.line;
}
const pass = () =>
  runDeadlines(systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres));
const rowOf = (id: string) =>
  within(w, c.coordinator, async ({ db }) => (await db.select().from(deadlines).where(eq(deadlines.id, id)))[0]);
const lettersAbout = (line: Line, kind: AssignmentLetter) =>
  within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(outbox)
      .where(and(eq(outbox.assignmentId, line.id), eq(outbox.kind, kind))),
  );
const statusOf = (line: Line) =>
  within(
    w,
    c.coordinator,
    async ({ db }) =>
      (await db.select({ status: assignments.status }).from(assignments).where(eq(assignments.id, line.id)))[0]?.status,
  );

/** Makes a running clock of this kind on an assignment, due at this moment, as the product itself stores it. */
async function running(line: Line, clock: ClockId, over: { dueAt: Date; nextAt: Date; reminders?: number }) {
  const id = w.newId();
  await within(w, c.coordinator, async ({ db }) => {
    await db
      .update(deadlines)
      .set({ status: "met", startedAt: start })
      .where(and(eq(deadlines.assignmentId, line.id), sql`${deadlines.status} <> 'met'`));
    await db.insert(deadlines).values({
      id,
      assignmentId: line.id,
      centreId: c.centreId,
      organizationId: c.companyId,
      object: "assignment",
      objectId: line.id,
      clock,
      status: "running",
      startedAt: new Date(+w.now() - 86_400_000),
      reminders: 0,
      ...over,
    });
  });
  return id;
}

/** Holds the state to live to first, where a story has no chapter for the state itself. */
const before: Partial<Record<AssignmentStatus, AssignmentStatus>> = {
  not_implemented: "implemented",
  stopped: "in_progress",
};
const stopping = () => ({
  ground: "client_ends",
  reason: "overmacht",
  explanation: "Brand.",
  settlement: "Gemaakte uren.",
  settlement_due: day(w, 30),
  handed_over: "Alles.",
});
/** Makes a story that stands in this state. */
async function storyAt(status: AssignmentStatus): Promise<Line> {
  const line = await lived(
    before[status] ?? status,
    status === "acceptance_test" || status === "rework" ? "result" : "effort",
  );
  if (status === "stopped") await act(w, c.owner, "assignment", line.id, "stop", stopping());
  return line;
}
for (const id of clockIds)
  test(`${id} rings as docs/domain.md 6.5 says`, async () => {
    const clock = clocks[id];
    const line = await storyAt(clock.within?.[0] ?? "in_progress");
    const notices = (await lettersAbout(line, "last_notice")).length;
    const deadline = await running(line, id, {
      dueAt: new Date(+w.now() - 60_000),
      nextAt: new Date(+w.now() - 60_000),
      reminders: 2,
    });
    const was = await statusOf(line);
    await pass();
    const after = await rowOf(deadline);
    if (clock.out.kind === "notice") {
      expect(after?.status).toBe("running");
      expect(after?.noticeAt).not.toBeNull();
      expect(+(after?.noticeUntil ?? 0)).toBeGreaterThan(+w.now() + 4 * 86_400_000);
      expect(await statusOf(line)).toBe(was);
      expect((await lettersAbout(line, "last_notice")).length).toBeGreaterThan(notices);
    } else {
      // What insists rings again and stays late since its own day.
      expect(after?.status).toBe(clock.insists ? "running" : "out");
      if (clock.insists)
        expect([after?.dueAt, after?.nextAt].map((at) => +(at ?? 0) > +w.now())).toEqual([false, true]);
      if (clock.out.kind !== "move") expect(await statusOf(line)).toBe(was);
      if (clock.out.kind === "escalate" || clock.out.kind === "flag")
        expect(await said(line, clock.out.kind === "flag" ? "flag" : "escalation", id)).toBe(1);
    }
  });
const said = (line: Line, kind: string, clock: string) =>
  within(
    w,
    c.coordinator,
    async ({ db }) =>
      (
        await db
          .select()
          .from(events)
          .where(
            and(eq(events.assignmentId, line.id), eq(events.move, kind), sql`${events.answers} ->> 'clock' = ${clock}`),
          )
      ).length,
  );

test("reminders at half time and two days before, each once, then the end", async () => {
  const line = await lived("submitted");
  const [deadline] = await within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(deadlines)
      .where(and(eq(deadlines.assignmentId, line.id), eq(deadlines.clock, "triage"))),
  );
  if (!deadline) throw new Error("submitting starts triage");
  const seen: number[] = [];
  while (+w.now() < +deadline.dueAt - 7 * 3_600_000) {
    w.travel(new Date(+w.now() + 6 * 3_600_000));
    await pass();
    await pass();
    seen.push((await rowOf(deadline.id))?.reminders ?? -1);
  }
  expect(Math.max(...seen)).toBe(2);
  expect((await rowOf(deadline.id))?.status).toBe("running");
  w.travel(new Date(+deadline.dueAt + 60_000));
  await pass();
  expect((await rowOf(deadline.id))?.status).toBe("out");
  expect(await statusOf(line)).toBe("submitted");
});

test("a pause stops the clock and gives back what was left", async () => {
  const line = await lived("intake");
  const clockOf = () =>
    within(
      w,
      c.coordinator,
      async ({ db }) =>
        (
          await db
            .select()
            .from(deadlines)
            .where(and(eq(deadlines.assignmentId, line.id), eq(deadlines.clock, "intake")))
        )[0],
    );
  const before = await clockOf();
  await move(await w.as(c.owner), "assignment", line.id, "pause", {
    reason: "vakantie",
    until: new Date(+w.now() + 20 * 86_400_000).toISOString().slice(0, 10),
  });
  expect((await clockOf())?.status).toBe("paused");
  w.travel(new Date(+w.now() + 10 * 86_400_000));
  await pass();
  expect((await clockOf())?.status).toBe("paused");
  await move(await w.as(c.owner), "assignment", line.id, "resume");
  const after = await clockOf();
  expect(after?.status).toBe("running");
  expect(+(after?.dueAt ?? 0)).toBeGreaterThan(+(before?.dueAt ?? 0) + 5 * 86_400_000);
});

test("silence accepts only by a signed clause; otherwise the coordinator decides after the last notice", async () => {
  const line = await lived("acceptance_test", "result");
  await running(line, "acceptance", {
    dueAt: new Date(+w.now() - 1000),
    nextAt: new Date(+w.now() - 1000),
    reminders: 2,
  });
  const decide = async () =>
    move(await w.as(c.coordinator), "assignment", line.id, "decide_on_silence", {
      explanation: "Geen reactie.",
      notices_sent: "Twee herinneringen en een laatste bericht.",
    });
  await expect(decide()).rejects.toMatchObject({ why: "guards" });
  await pass();
  w.travel(new Date(+w.now() + 12 * 86_400_000));
  await pass();
  expect(await statusOf(line)).toBe("acceptance_test");
  await decide();
  expect(await statusOf(line)).toBe("completed");
});
