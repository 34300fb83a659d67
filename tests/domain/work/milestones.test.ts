import { expect, test } from "vitest";
import { assignmentProcess, atWork } from "#app/domain/assignment/process.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { isUnanswered } from "#app/domain/work/milestones.ts";
import { milestoneMoves } from "#app/domain/work/process.ts";
import { milestoneStatuses, type AssignmentStatus } from "#app/domain/words.ts";

const isAtWork = (status: string) => (atWork as readonly string[]).includes(status);

test("every move that ends the work lets what was still planned lapse, and no other move does", () => {
  const rows = Object.entries(assignmentProcess.moves) as [string, Rule<AssignmentStatus, string>][];
  const ends = ([, { from, to }]: (typeof rows)[number]) => to !== "same" && from.some(isAtWork) && !isAtWork(to);
  const lapses = ([, { then = [] }]: (typeof rows)[number]) => then.includes("milestone.lapse_milestone");
  expect(rows.filter(lapses).map(([name]) => name)).toEqual(rows.filter(ends).map(([name]) => name));
  expect(rows.filter(ends).length).toBeGreaterThan(8);
});
test("a milestone that lapses is one that could still be late, and nobody gets a letter of it", () => {
  const { from, to, by, notifies } = milestoneMoves.lapse_milestone;
  expect({ to, by, notifies }).toEqual({ to: "dropped", by: ["system"], notifies: [] });
  expect([...from]).toEqual([...milestoneMoves.reach.from]);
});

test.each(milestoneStatuses)(
  "a delivery asks what became of a milestone that is %s only while nobody said so",
  (status) => {
    const asked = (dueOn: string) => isUnanswered({ status, dueOn }, "2026-11-30");
    const days = ["2026-11-29", "2026-11-30", "2026-12-01"].map(asked);
    const expected = { planned: [true, true, true], moved: [true, true, false] };
    expect(days).toEqual(expected[status as "planned"] ?? [false, false, false]);
  },
);
