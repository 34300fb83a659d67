// @module-tag slow
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { workIsOver } from "#app/domain/assignment/process.ts";
import { openMilestone } from "#app/domain/words.ts";
import { assignmentDays } from "#app/services/calendar/assignment-days.server.ts";
import { clerk } from "#app/services/clerk.server.ts";
import { runDeadlines } from "#app/services/workflow/clocks/deadlines.server.ts";
import { milestones } from "#db/schema.ts";
import { within } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

test("milestones of work that was over before the rule came lapse at the next run of the clocks, and of no other", async () => {
  const { house, raw } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  const c = await cast(w);
  const { id } = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const statuses = async () =>
    within(w, c.coordinator, async ({ db }) =>
      (await db.select({ status: milestones.status }).from(milestones).where(eq(milestones.assignmentId, id))).map(
        ({ status }) => status,
      ),
    );
  const run = () => runDeadlines(clerk({ transact: w.house.transact, now: w.now, newId: w.newId }, w.centres));
  const inCalendar = () =>
    within(w, c.owner, async (inside) => (await assignmentDays(inside)).filter(({ kind }) => kind === "milestone"));
  await run();
  const before = await statuses();
  expect(before.length, "work that goes on keeps them").toBeGreaterThan(0);
  expect(before.every((status) => openMilestone.some((open) => open === status))).toBe(true);
  expect((await inCalendar()).length).toBe(before.length);
  for (const status of workIsOver)
    for (const open of openMilestone) {
      await raw`update assignments set status = ${status}, disputed = ${status === "anchoring"} where id = ${id}`;
      await raw`update milestones set status = ${open} where assignment_id = ${id}`;
      await run();
      expect(new Set(await statuses()), `${open} when ${status}`).toEqual(new Set(["dropped"]));
      expect(await inCalendar()).toEqual([]);
    }
});
