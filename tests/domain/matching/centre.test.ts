// @module-tag slow
import { expect, test } from "vitest";
import { byChoiceScore, compare, priceOf, choiceScore, withoutThem } from "#app/domain/matching/compare.ts";
import { conflictIn } from "#app/domain/matching/solving/conflict.ts";
import type { Instance } from "#app/domain/matching/instance.ts";
import { hintsFor, evaluateTeam } from "#app/domain/matching/evaluate.ts";
import { presets } from "#app/domain/matching/levels.ts";
import { chance, shuffled } from "#app/domain/matching/lottery.ts";
import { match } from "#app/domain/matching/match.ts";
import { profileOf, totalOf, type Plan } from "#app/domain/matching/plan.ts";
import { report } from "#app/domain/matching/report.ts";
import { viewOf } from "#app/domain/matching/view.ts";
import { why } from "#app/domain/matching/explanations.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { brokenRules, improvements, rankOf, teamFaults } from "#tests/support/rounds/plan-checker.ts";
import { centre } from "../../../bench/matching/centre.ts";

const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
const round = centre(3, { students: 120, assignments: 12, seats: 1.15 });
const plan = match(round, solver) as Plan;
const view = viewOf(round);
const nobody = new Set<string>();
test("a centre's plan keeps every rule, and no move or exchange makes its choices better", () => {
  expect(plan.places.length).toBe(120);
  expect(brokenRules(round, plan)).toEqual([]);
  expect(improvements(round, plan)).toEqual([]);
  expect(plan.places.map(({ student, assignment }) => rankOf(round, student, assignment))).toEqual(
    plan.places.map(({ rank }) => rank),
  );
  const level = (id: string) => plan.levels.find((outcome) => outcome.id === id);
  expect(level("placed")).toMatchObject({ value: 120, proven: true });
  expect(level("total")).toMatchObject({ value: totalOf(plan.places), proven: true });
  expect(level("rank")).toMatchObject({ rank: 1, value: profileOf(plan.places)[0], proven: true });
});
test("a plan with a fault in it is found out", () => {
  const [one, two] = plan.teams.filter((team) => team.students.length > 3);
  const [student = ""] = one?.students ?? [];
  const moved = plan.teams.map((team) => (team === two ? { ...team, students: [...team.students, student] } : team));
  expect(brokenRules(round, { teams: moved })).not.toEqual([]);
  // Two who would both rather have what the other has, made by exchanging two who do not.
  const swapped = plan.places.flatMap((a) =>
    plan.places.flatMap((b) => {
      const [ours, theirs] = [view.rank(a.student, b.assignment) ?? 9, view.rank(b.student, a.assignment) ?? 9];
      if (a.assignment === b.assignment || ours > 3 || theirs > 3 || ours + theirs <= a.rank + b.rank) return [];
      const teams = plan.teams.map((team) => ({
        ...team,
        students: team.students.map((id) => (id === a.student ? b.student : id === b.student ? a.student : id)),
      }));
      return brokenRules(round, { teams }).length === 0 ? [{ teams, found: `${a.student} with ${b.student}` }] : [];
    }),
  );
  const found = swapped.slice(0, 5).map(({ teams }) => improvements(round, { teams }).length > 0);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(Boolean)).toBe(true);
});
test("whatever order the rows come in, and however often: the same plan", () => {
  const next = chance(99);
  const mixed: Instance = {
    ...round,
    students: shuffled(round.students, next),
    assignments: shuffled(round.assignments, next),
    guides: shuffled(round.guides, next),
    apart: shuffled(round.apart, next).map(([a, b]) => [b, a]),
    wishes: shuffled(round.wishes, next),
  };
  expect(match(mixed, solver)).toEqual(plan);
  expect(match(round, solver)).toEqual(plan);
});
test("no preset is beaten at its own aim by another", () => {
  const plans = presets.map((preset) => match(round, solver, { preset, fine: false }) as Plan);
  for (const own of plans) {
    expect(brokenRules(round, own)).toEqual([]);
    for (const other of plans)
      expect(
        byChoiceScore(
          choiceScore(own.preset, own.places, round.bearable, nobody),
          choiceScore(own.preset, other.places, round.bearable, nobody),
        ),
        `${own.preset} against ${other.preset}`,
      ).toBeLessThanOrEqual(0);
  }
});
test("a pin has its price, and the plan with it is the closest one", () => {
  const { student = "", assignment = "" } = plan.places.find(({ rank }) => rank === 2) ?? {};
  const first = round.students.find(({ id }) => id === student)?.choices[0]?.[0] ?? "";
  const priced = priceOf({ ...round, pins: [{ student, assignment: first }] }, plan, solver);
  expect(priced?.plan.places.find((place) => place.student === student)?.assignment).toBe(first);
  expect(priced?.difference.moves).toContainEqual(
    expect.objectContaining({ student, from: expect.objectContaining({ assignment }) }),
  );
  expect(
    priced &&
      byChoiceScore(
        choiceScore("default", priced.plan.places, 3, nobody),
        choiceScore("default", plan.places, 3, nobody),
      ),
  ).toBeGreaterThanOrEqual(0);
  expect(priced?.difference).toEqual(compare(plan, priced?.plan ?? { places: [], teams: [] }));
  expect(priced?.difference.moves.length).toBeLessThan(20);
});
test("when some leave, as few others move as can be", () => {
  const gone = plan.places.slice(0, 3).map(({ student }) => student);
  const rest = withoutThem(round, plan, gone, solver);
  expect(rest?.plan.places.length).toBe(117);
  expect(
    rest && brokenRules({ ...round, students: round.students.filter(({ id }) => !gone.includes(id)) }, rest.plan),
  ).toEqual([]);
  expect(rest?.plan.levels.find(({ id }) => id === "stay")).toMatchObject({
    value: 117 - (rest?.difference.moves.length ?? 0),
    proven: true,
  });
  expect(rest?.plan.levels.map(({ id }) => id).slice(0, 4)).toEqual(["placed", "worst", "stay", "total"]);
  const choicesFirst = priceOf(
    { ...round, students: round.students.filter(({ id }) => !gone.includes(id)) },
    { ...plan, places: plan.places.filter(({ student }) => !gone.includes(student)) },
    solver,
  );
  expect(rest?.difference.moves.length).toBeLessThanOrEqual(choicesFirst?.difference.moves.length ?? 0);
});
test("pins that cannot be are named, with the fewest to let go", () => {
  const [a] = [...round.assignments].sort((x, y) => x.size.max * x.teams - y.size.max * y.teams);
  const many = round.students.filter((s) => a && s.hours >= a.hours).slice(0, (a?.size.max ?? 0) * (a?.teams ?? 0) + 2);
  const pinned = { ...round, pins: many.map((s) => ({ student: s.id, assignment: a?.id ?? "" })) };
  expect(match(pinned, solver)).toBeNull();
  const conflict = conflictIn(pinned, solver);
  expect(conflict?.rules.filter(({ code }) => code === "pin").length).toBeGreaterThan(1);
  expect(
    conflict?.rules.every((rule) => rule.code === "pin" || rule.assignment === a?.id || rule.guide !== undefined),
  ).toBe(true);
  expect(conflict?.unpin.length).toBeGreaterThan(0);
});
test("a veto and a pin on the same place are each other's conflict", () => {
  const [choice = ""] = round.students[0]?.choices[0] ?? [];
  const student = round.students[0]?.id ?? "";
  const barred = {
    ...round,
    pins: [{ student, assignment: choice }],
    assignments: round.assignments.map((a) => (a.id === choice ? { ...a, veto: [student] } : a)),
  };
  expect(conflictIn(barred, solver)).toEqual({
    rules: [
      { code: "pin", student, assignment: choice },
      { code: "veto", student, assignment: choice },
    ],
    unpin: [{ code: "pin", student, assignment: choice }],
  });
});
test("everybody without a first choice hears why, and what it would cost", () => {
  const later = plan.places
    .filter(({ rank }) => rank > 1)
    .slice(0, 8)
    .map(({ student }) => student);
  for (const student of later) {
    const reason = why(round, plan, student, solver);
    expect(["full", "reserved", "lottery", "possible", "not_running"], JSON.stringify(reason)).toContain(reason.code);
    if ("price" in reason && reason.price)
      expect(reason.price.moves.some((move) => move.student === student && move.to?.rank === 1)).toBe(true);
    if (reason.code === "lottery") expect(reason.price).toMatchObject({ placed: 0, total: 0 });
  }
  const pinned = {
    ...round,
    pins: [
      {
        student: later[0] ?? "",
        assignment: plan.places.find(({ student }) => student === later[0])?.assignment ?? "",
      },
    ],
  };
  expect(why(pinned, plan, later[0] ?? "", solver).code).toBe("pinned_elsewhere");
  const first = round.students.find(({ id }) => id === later[0])?.choices[0]?.[0] ?? "";
  expect(
    why({ ...round, forbids: [{ student: later[0] ?? "", assignment: first }] }, plan, later[0] ?? "", solver),
  ).toEqual({ code: "not_eligible", because: "forbid" });
});
test("a team made by hand is judged by the same rules, with hints who would mend it", () => {
  for (const { assignment, students } of plan.teams)
    expect(evaluateTeam(view, { assignment, students }).broken).toEqual([]);
  const { assignment = "", students = [] } =
    plan.teams.find((team) => team.students.length === 3) ?? plan.teams[0] ?? {};
  const short = { assignment, students: students.slice(1) };
  expect(evaluateTeam(view, short).broken.length > 0).toBe(teamFaults(round, short).length > 0);
  const hints = hintsFor(
    view,
    { assignment, students: students.slice(0, 2) },
    round.students.map(({ id }) => id),
  );
  expect(hints.length).toBeGreaterThan(0);
  for (const { student, resolves } of hints)
    expect([
      evaluateTeam(view, { assignment, students: [...students.slice(0, 2), student] }).broken.length,
      resolves.length > 0,
    ]).toEqual([expect.any(Number), true]);
});
test("the report counts what the plan holds", () => {
  const read = report(round, plan);
  expect(read).toMatchObject({
    placed: 120,
    apartBroken: 0,
    unplaced: [],
    total: totalOf(plan.places),
    seed: round.seed,
    profile: profileOf(plan.places),
  });
  expect(read.topThree).toBeCloseTo(plan.places.filter(({ rank }) => rank <= 3).length / 120);
  expect(read.teams.every(({ gaps }) => gaps.length === 0)).toBe(true);
  expect(read.guides.every(({ teams, most }) => teams <= (most ?? Infinity))).toBe(true);
  expect(read.teams.reduce((sum, { mbo, hbo }) => sum + mbo + hbo, 0)).toBe(120);
});
