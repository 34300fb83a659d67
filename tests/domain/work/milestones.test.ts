import { expect, test } from "vitest";
import { assignmentProcess, atWork } from "#app/domain/assignment/process.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { isUnanswered, milestonesAfter } from "#app/domain/work/milestones.ts";
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

test("what a new version changes is followed by its milestone still to come, and by nothing else", () => {
  const of = (title: string, date: string) => ({ title, date });
  const [plan, test_, proof] = [of("Plan", "2027-01-10"), of("Test", "2027-02-10"), of("Proof", "2027-03-10")];
  const planned = [plan, test_, proof].map(({ title, date }) => ({ id: title, title, dueOn: date }));
  const own = { id: "own", title: "Visit", dueOn: "2027-02-01" };
  const after = (now: ReturnType<typeof of>[], open = [...planned, own]) =>
    milestonesAfter([plan, test_, proof], now, open);
  expect(after([plan, test_, proof]), "nothing changes").toEqual([]);
  expect(after([proof, plan, test_]), "another order is no change").toEqual([]);
  const late = of("Test", "2027-02-20");
  expect(after([plan, late, proof])).toEqual([{ move: "follow_agreement", id: "Test", to: late }]);
  const named = of("Trial", "2027-02-10");
  expect(after([plan, named, proof])).toEqual([{ move: "follow_agreement", id: "Test", to: named }]);
  expect(after([plan, proof])).toEqual([{ move: "drop_as_agreed", id: "Test", to: null }]);
  const more = of("Report", "2027-03-20");
  expect(after([plan, test_, proof, more])).toEqual([{ move: "plan", id: null, to: more }]);
  const visit = of("Visit", "2027-02-03");
  expect(after([plan, test_, proof, visit]), "planned by the team already").toEqual([
    { move: "follow_agreement", id: "own", to: visit },
  ]);
  const reached = [plan, proof].map(({ title, date }) => ({ id: title, title, dueOn: date }));
  expect(after([plan, late, proof], reached), "what was reached stays").toEqual([]);
  expect(after([plan, proof], reached)).toEqual([]);
});

test("a milestone with another name and another day follows with its history where it lies between the same two", () => {
  const of = (title: string, date: string) => ({ title, date });
  const [plan, proof] = [of("Plan", "2027-01-10"), of("Proof", "2027-03-10")];
  const before = [plan, of("Test", "2027-02-10"), proof];
  const open = before.map(({ title, date }) => ({ id: title, title, dueOn: date }));
  const after = (now: ReturnType<typeof of>[], still = open) => milestonesAfter(before, [plan, ...now], still);
  const trial = of("Trial", "2027-02-20");
  expect(after([trial, proof])).toEqual([{ move: "follow_agreement", id: "Test", to: trial }]);
  // Two in the place of one: the nearest is the same, the other is new.
  const visit = of("Visit", "2027-03-01");
  expect(after([visit, trial, proof])).toEqual([
    { move: "follow_agreement", id: "Test", to: trial },
    { move: "plan", id: null, to: visit },
  ]);
  // Two that both changed keep their order.
  const end = of("Report", "2027-03-25");
  expect(after([trial, end])).toEqual([
    { move: "follow_agreement", id: "Test", to: trial },
    { move: "follow_agreement", id: "Proof", to: end },
  ]);
  // Elsewhere it is another one, and so is what stands in the place of one that was reached.
  expect(after([proof, end])).toEqual([
    { move: "drop_as_agreed", id: "Test", to: null },
    { move: "plan", id: null, to: end },
  ]);
  const unreached = open.filter(({ id }) => id !== "Test");
  expect(after([trial, proof], unreached)).toEqual([{ move: "plan", id: null, to: trial }]);
});
