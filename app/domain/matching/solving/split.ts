import { taken, type SolveOptions } from "./solve-state.ts";
import { emptyInstance, type Assignment, type Instance } from "#app/domain/matching/instance.ts";
import { layout, type Layout } from "#app/domain/matching/model/layout.ts";
import { fixedLevel, pointsOf, costsOf } from "#app/domain/matching/levels.ts";
import { withRows } from "#app/domain/matching/model/linear.ts";
import { improvedByExchange, stayPoints } from "./local-search.ts";
import type { Split } from "#app/domain/matching/plan.ts";
import { viewOf, whole, type View } from "#app/domain/matching/view.ts";

/**
 * Divides the students of an assignment over its teams: every rule in every team, sizes as even as can be, the most
 * skills and wishes, then parts of the week that a team shares. Null when no division keeps the rules.
 */
export function split(
  view: View,
  assignment: Assignment,
  students: readonly string[],
  numbers: readonly number[],
  options: SolveOptions,
): Split | null {
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined) return new Map([[only, [...students].sort()]]);
  const even = {
    min: Math.max(assignment.size.min, Math.floor(students.length / numbers.length)),
    max: Math.min(assignment.size.max, Math.ceil(students.length / numbers.length)),
  };
  const sizes = even.min === assignment.size.min && even.max === assignment.size.max ? [even] : [even, assignment.size];
  for (const size of sizes) {
    const found = divide(view, { ...assignment, size }, students, numbers, options);
    if (found) return improvedByExchange(view, assignment, found);
  }
  return null;
}
function divide(
  view: View,
  assignment: Assignment,
  students: readonly string[],
  numbers: readonly number[],
  { solver, limits }: SolveOptions,
): Split | null {
  const part = viewOf(partOf(view.instance, assignment, students, numbers));
  const laid = layout(part, { reach: whole, apart: new Set([assignment.id]) });
  const model = withRows(laid.model, [
    fixedLevel(
      costsOf(laid, () => 1),
      students.length,
    ),
  ]);
  const answer = solver.solve(model, {
    sense: "max",
    cost: worthOf(laid),
    nodes: limits.fineNodes,
    seconds: limits.fineSeconds,
  });
  return answer.state === "solved" ? teamsIn(laid, answer.values, numbers) : null;
}
/** Returns the round as far as this assignment goes, with its teams numbered from 1. */
function partOf(
  all: Instance,
  assignment: Assignment,
  students: readonly string[],
  numbers: readonly number[],
): Instance {
  const here = new Set(students);
  const within = (pair: readonly string[]) => pair.every((id) => here.has(id));
  const place = (team: number) => numbers.indexOf(team) + 1;
  const pins = all.pins.flatMap((pin) =>
    pin.assignment === assignment.id && here.has(pin.student) && pin.team !== undefined && place(pin.team) > 0
      ? [{ ...pin, team: place(pin.team) }]
      : [],
  );
  const previous = (all.previous ?? [])
    .filter((row) => row.assignment === assignment.id && here.has(row.student) && place(row.team) > 0)
    .map((row) => ({ ...row, team: place(row.team) }));
  // Teams without a past look alike; holding one student in the first keeps the solver from trying them all.
  const [first] = [...students].sort();
  const anchor =
    pins.length === 0 && previous.length === 0 && first !== undefined
      ? [{ student: first, assignment: assignment.id, team: 1 }]
      : pins;
  return {
    ...emptyInstance,
    seed: all.seed,
    elastic: all.elastic,
    students: all.students
      .filter(({ id }) => here.has(id))
      .map((student) => ({ ...student, choices: [[assignment.id]], hours: Math.max(student.hours, assignment.hours) })),
    assignments: [{ ...assignment, teams: numbers.length, guides: [], veto: [] }],
    apart: all.apart.filter(within),
    wishes: all.wishes.filter(within),
    together: all.together.filter(within),
    pins: anchor,
    previous,
    teamCounts: [{ assignment: assignment.id, teams: numbers.length }],
  };
}
function worthOf(laid: Layout): Float64Array {
  const cost = pointsOf(laid);
  const before = new Map((laid.view.instance.previous ?? []).map(({ student, team }) => [student, team]));
  for (const { student, slot, column } of laid.seats)
    if (before.get(student) === laid.slots[slot]?.team) cost[column] = (cost[column] ?? 0) + stayPoints;
  for (const { column } of laid.gaps) cost[column] = -100;
  return cost;
}
function teamsIn({ seats, slots }: Layout, values: Float64Array, numbers: readonly number[]): Split {
  const teams: Split = new Map(numbers.map((number) => [number, []]));
  for (const { student, slot, column } of seats)
    if (taken(values, column)) teams.get(numbers[(slots[slot]?.team ?? 1) - 1] ?? 0)?.push(student);
  for (const members of teams.values()) members.sort();
  return teams;
}
