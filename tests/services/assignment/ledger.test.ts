import { expect, test } from "vitest";
import { act, day, later } from "#db/seed/acts.ts";
import { chapters } from "#db/seed/chapters.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

const story = storyPerTest();

test("the ledger starts with the company's hours and payments that are noted, and asks why where it says otherwise", async () => {
  const { w, c, line } = await story("in_progress", "effort");
  const { id } = line;
  const form = async () => (await openMoveForm(await w.as(c.coordinator), "assignment", id, "confirm_ledger")).values;
  await later(w, 1);
  await act(w, c.employee, "assignment", id, "log_hours", { on: day(w, 0), spent: "7 uur", what: "Begeleid" });
  const [student = ""] = c.students;
  await act(w, student, "assignment", id, "log_hours", { on: day(w, 0), spent: "5 uur", what: "Gemeten" });
  const onwards = chapters.effort.slice(chapters.effort.findIndex(([status]) => status === "in_progress") + 1);
  for (const [status, chapter] of onwards) if (status !== "closed") await chapter(line);
  const known = await form();
  expect(known).toMatchObject({ in_kind_hours: 7, cash: 0 });
  const confirm = (more: Record<string, string>) =>
    act(w, c.coordinator, "assignment", id, "confirm_ledger", { in_kind_hours: "7", cash: "0", note: "", ...more });
  const refused = { errors: { note: { code: "why_other_ledger" } } };
  await expect(confirm({ in_kind_hours: "99999" })).rejects.toMatchObject(refused);
  await expect(confirm({ cash: "9999999" })).rejects.toMatchObject(refused);
  await confirm({});
  await confirm({ in_kind_hours: "9", note: "Twee uur vervoer schreef niemand op." });
});
