// @module-tag slow
import { beforeAll, describe, expect, it, test } from "vitest";
import { effortOf } from "#app/domain/agreement/effort.ts";
import { team as hourLoggers } from "#app/domain/assignment/record-rows.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { act, day } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

describe("hours promised against hours logged", () => {
  it("students count together, and who promised none stands there with what was logged", () => {
    const logged = [
      { role: "student_lead", minutes: 90 },
      { role: "team_student", minutes: 30 },
      { role: "employee_participant", minutes: 15 },
    ] as const;
    expect(effortOf([{ role: "student", hours: 640 }], logged)).toEqual({
      roles: [
        { role: "student", promised: 38_400, logged: 120 },
        { role: "employee_participant", promised: 0, logged: 15 },
      ],
      promised: 38_400,
      logged: 135,
    });
  });
  it.each(hourLoggers)("hours of %s are counted", (role) => {
    expect(effortOf([], [{ role, minutes: 60 }]).logged).toBe(60);
  });
});

describe("of one assignment", () => {
  let w: World;
  let c: Cast;
  let line: Line;
  beforeAll(async () => {
    const { house } = await freshDatabase();
    w = world(house, new Date("2026-03-02T09:00:00Z"));
    c = await cast(w);
    line = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  });
  const onTab = async (who: string) => (await progressTab(await w.as(who), line.id)).effort;
  test("the form that accounts for it and the tab show the same, for both sides", async () => {
    const student = c.students[0] ?? "";
    const before = await onTab(student);
    expect(before?.promised).toBeGreaterThan(0);
    await act(w, student, "assignment", line.id, "log_hours", { on: day(w, 0), spent: "90 min", what: "Meten" });
    const effort = await onTab(student);
    expect(effort).toMatchObject({ promised: before?.promised, logged: (before?.logged ?? 0) + 90 });
    const form = await openMoveForm(await w.as(c.teacher), "assignment", line.id, "account_effort");
    expect(form.effort).toEqual(effort);
    expect(await onTab(c.owner)).toEqual(effort);
  });
});
