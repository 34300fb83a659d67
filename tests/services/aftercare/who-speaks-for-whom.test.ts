import { beforeAll, expect, test } from "vitest";
import { anchoringTab } from "#app/services/assignment/anchoring-tab.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { act } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { World } from "#db/seed/world.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
let id = "";
beforeAll(async () => {
  ({
    w,
    c,
    line: { id },
  } = await livedOnce({ to: "closing_review" }));
});

test("a yield counts for the group of who notes it; the teacher alone notes one for another group", async () => {
  const tab = async () => (await anchoringTab(await w.as(c.teacher), id)).outcomes;
  const note = (who: string, group: string, skill: string) =>
    act(w, who, "assignment", id, "note_yield", { group, skill, before: "2", after: "3", evidence: "Zelf gedaan." });
  const asked = async (who: string) =>
    Object.keys((await openMoveForm(await w.as(who), "assignment", id, "note_yield")).fields);
  expect(await asked(c.students[0] ?? "")).not.toContain("group");
  expect(await asked(c.employee)).not.toContain("group");
  expect(await asked(c.teacher)).toContain("group");
  await note(c.students[0] ?? "", "teacher", "Meten als student");
  await note(c.employee, "student", "Meten als medewerker");
  await note(c.teacher, "employee", "Meten van een medewerker");
  const groups = new Map((await tab()).map(({ skill, group }) => [skill, group]));
  expect(["Meten als student", "Meten als medewerker", "Meten van een medewerker"].map((s) => groups.get(s))).toEqual([
    "student",
    "employee",
    "employee",
  ]);
});

test("who evaluates twice is heard once, with what was said last", async () => {
  const counts = async () =>
    Object.fromEntries((await anchoringTab(await w.as(c.coordinator), id)).evaluations.map(({ who, n }) => [who, n]));
  const before = await counts();
  const evaluate = (who: string, rating: string) =>
    act(w, who, "assignment", id, "evaluate", { rating, company_gain: "Minder lekken.", learned: "Meten." });
  await evaluate(c.employee, "6");
  await evaluate(c.employee, "8");
  const [first = "", second = ""] = c.students;
  for (const [student, rating] of [
    [first, "7"],
    [second, "7"],
    [first, "8"],
  ] as const)
    await evaluate(student, rating);
  expect(await counts()).toEqual({ ...before, employee: 1, student: Number(before.student) + 2 });
});
