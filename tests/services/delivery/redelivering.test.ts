// @module-tag slow
import { expect, test } from "vitest";
import { act, day, later } from "#db/seed/acts.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

test("a new version goes out only when each milestone is answered, also one whose new day passed meanwhile", async () => {
  const { w, c, line } = await livedOnce({ to: "rework", obligation: "result" });
  const { id } = await act(w, c.teacher, "milestone", line.id, "plan", { title: "Hermeting", due_on: day(w, 1) });
  await act(w, c.teacher, "milestone", id, "move_milestone", { due_on: day(w, 3), why: "De hal was dicht." });
  const form = async () => openMoveForm(await w.as(c.teacher), "assignment", line.id, "redeliver");
  expect((await form()).missing).not.toContain("milestones_answered");
  await later(w, 4);
  expect(await form()).toMatchObject({
    missing: expect.arrayContaining(["milestones_answered"]) as string[],
    unanswered: [{ id }],
  });
  await expect(
    act(w, c.teacher, "assignment", line.id, "redeliver", { notice: "Hersteld.", label: "1.1" }),
  ).rejects.toMatchObject({ missing: expect.arrayContaining(["milestones_answered"]) as string[] });
  await act(w, c.teacher, "milestone", id, "drop_milestone", { why: "Niet meer nodig." });
  expect((await form()).missing).not.toContain("milestones_answered");
});
