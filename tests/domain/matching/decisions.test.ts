// @module-tag slow
import { expect, test } from "vitest";
import type { Instance } from "#app/domain/matching/instance.ts";
import { lotteryNumbers } from "#app/domain/matching/lottery.ts";
import { match } from "#app/domain/matching/match.ts";
import { isProven, type Plan } from "#app/domain/matching/plan.ts";
import { report } from "#app/domain/matching/report.ts";
import { why } from "#app/domain/matching/explanations.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { brokenRules } from "#tests/support/rounds/plan-checker.ts";
import { centre } from "../../../bench/matching/centre.ts";

const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
const round = centre(5, { students: 60, assignments: 7, seats: 1.3 });
const solve = (instance: Instance) => match(instance, solver) as Plan;
const plan = solve(round);
const big =
  plan.teams.find((team) => plan.teams.filter(({ assignment }) => assignment === team.assignment).length > 1) ??
  plan.teams[0];

test("a locked team stays exactly as it is, also when it would not be made today", () => {
  const locked = [{ assignment: big?.assignment ?? "", team: 2, students: (big?.students ?? []).slice(0, 2) }];
  const found = solve({ ...round, locked });
  expect(found.teams.find(({ assignment, team }) => assignment === big?.assignment && team === 2)?.students).toEqual(
    locked[0]?.students,
  );
  expect(brokenRules({ ...round, locked }, found)).toEqual([]);
});
test("a pin can name the team, and then the teams have their numbers", () => {
  const pins = (big?.students ?? [])
    .slice(0, 1)
    .map((student) => ({ student, assignment: big?.assignment ?? "", team: 2 }));
  const found = solve({ ...round, pins });
  expect(found.places.find(({ student }) => student === pins[0]?.student)).toMatchObject({
    assignment: big?.assignment,
    team: 2,
  });
  expect(brokenRules({ ...round, pins }, found)).toEqual([]);
});
test("a skill that nobody has stops an assignment, and says so; where gaps are allowed it leaves one", () => {
  const rare = round.assignments.map((a) =>
    a.id === big?.assignment ? { ...a, required: [{ skill: "nobody's", level: 1 }] } : a,
  );
  const strict = solve({ ...round, assignments: rare });
  expect(strict.teams.some(({ assignment }) => assignment === big?.assignment)).toBe(false);
  const wanting =
    round.students.find(
      (s) => s.choices[0]?.[0] === big?.assignment && strict.places.find(({ student }) => student === s.id)?.rank !== 1,
    )?.id ?? "";
  expect(why({ ...round, assignments: rare }, strict, wanting, solver)).toMatchObject({
    code: "not_running",
    because: { code: "required_skill", skill: "nobody's" },
  });
  const open = solve({ ...round, assignments: rare, elastic: true });
  expect(open.places.length).toBeGreaterThanOrEqual(strict.places.length);
  expect(open.levels.find(({ id }) => id === "missing")?.value).toBe(
    open.teams.reduce((sum, { gaps }) => sum + gaps.length, 0),
  );
});
test("who has no choice left is told so, or goes elsewhere where that is allowed", () => {
  const [student] = round.students;
  const forbids = (student?.choices.flat() ?? []).map((assignment) => ({ student: student?.id ?? "", assignment }));
  const without = solve({ ...round, forbids, fallback: false });
  expect(without.unplaced).toEqual([student?.id]);
  expect(report({ ...round, forbids }, without).unplaced).toEqual([
    { student: student?.id, because: "no_choice_open", refused: { forbid: forbids.length } },
  ]);
  const elsewhere = solve({ ...round, forbids, fallback: true });
  expect(elsewhere.unplaced).toEqual([]);
  expect(elsewhere.places.find((place) => place.student === student?.id)?.rank).toBe(6);
  expect(brokenRules({ ...round, forbids, fallback: true }, elsewhere)).toEqual([]);
  expect(elsewhere.levels.slice(0, 2)).toMatchObject([
    { id: "own_list", value: 59, proven: true },
    { id: "placed", value: 60, proven: true },
  ]);
});
test("an assignment runs with as many teams as was decided, or not at all", () => {
  const closed = { ...round, teamCounts: [{ assignment: big?.assignment ?? "", teams: 0 }] };
  expect(solve(closed).teams.some(({ assignment }) => assignment === big?.assignment)).toBe(false);
  const one = { ...round, teamCounts: [{ assignment: big?.assignment ?? "", teams: 1 }] };
  expect(solve(one).teams.filter(({ assignment }) => assignment === big?.assignment).length).toBe(1);
});
test("the lottery is drawn from the seed and the ids alone, and another seed draws another one", () => {
  const ids = round.students.map(({ id }) => id);
  expect(lotteryNumbers([...ids].reverse(), 7)).toEqual(lotteryNumbers(ids, 7));
  expect([...lotteryNumbers(ids, 7).values()].sort((a, b) => a - b)).toEqual(ids.map((_, at) => at + 1));
  expect([...lotteryNumbers(ids, 8)]).not.toEqual([...lotteryNumbers(ids, 7)]);
  expect(isProven(plan)).toBe(true);
});
