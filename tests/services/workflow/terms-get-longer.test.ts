// @module-tag slow
import { and, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { deadlines } from "#db/schema.ts";
import { act, day, within } from "#db/seed/acts.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

const story = storyPerTest();
const endOf = ({ w, c, id }: Line, clock: ClockId) =>
  within(w, c.coordinator, async ({ db }) => {
    const where = and(eq(deadlines.assignmentId, id), eq(deadlines.clock, clock));
    const [row] = await db.select().from(deadlines).where(where).orderBy(desc(deadlines.startedAt));
    return row?.dueAt ?? new Date(0);
  });
const dayAfter = (date: Date) => amsterdamDay(new Date(+date + 86_400_000));

test.each([
  ["rework", "rework", "owner", "extend"],
  ["acceptance_test", "acceptance", "coordinator", "extend"],
  ["acceptance_test", "acceptance", "owner", "extend_together"],
] as const)(
  "in %s the term of %s gets longer, and never shorter, when the %s makes %s",
  async (status, clock, who, move) => {
    const { w, c, line } = await story(status, "result");
    const extend = (until: string) => act(w, c[who], "assignment", line.id, move, { until, why: "Het kan eerder." });
    const end = await endOf(line, clock);
    const errors = { until: { code: "date_too_early", day: dayAfter(end) } };
    for (const until of [day(w, 1), amsterdamDay(end)]) await expect(extend(until)).rejects.toMatchObject({ errors });
    expect(await endOf(line, clock)).toEqual(end);
    const { options } = await openMoveForm(await w.as(c[who]), "assignment", line.id, move);
    expect(options.days?.term, "the form knows the bound as well").toBe(amsterdamDay(end));
    await extend(dayAfter(end));
    if (move === "extend_together")
      await act(w, c.teacher, "assignment", line.id, move, { until: dayAfter(end), why: "Het kan eerder." });
    expect(+(await endOf(line, clock))).toBeGreaterThan(+end);
  },
);

test("what is planned lies in the work, and what is handed over was made in it", async () => {
  const { w, c, line } = await story("signed");
  const tomorrow = day(w, 1);
  expect(tomorrow < line.block, "the work begins later").toBe(true);
  const early = { code: "date_too_early", day: line.block };
  await expect(
    act(w, c.teacher, "assignment", line.id, "plan_midterm", { midterm_on: tomorrow }),
  ).rejects.toMatchObject({ errors: { midterm_on: early } });
  await expect(
    act(w, c.teacher, "milestone", line.id, "plan", { title: "Proef", due_on: tomorrow }),
  ).rejects.toMatchObject({ errors: { due_on: early } });
  await act(w, c.teacher, "milestone", line.id, "plan", { title: "Proef", due_on: line.block });
});
