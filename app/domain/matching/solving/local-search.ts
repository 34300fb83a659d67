import type { Assignment, Student } from "#app/domain/matching/instance.ts";
import { commonParts, countedIn } from "#app/domain/matching/evaluate.ts";
import { worth } from "#app/domain/matching/model/quality.ts";
import type { Split } from "#app/domain/matching/plan.ts";
import { has, type View } from "#app/domain/matching/view.ts";

/** Staying in the team of the plan before counts more than any one point of quality. */
export const stayPoints = 3;

/**
 * Exchanges members between teams of one assignment as long as that makes them better and every rule holds: above all,
 * a part of the week that all share. A solver takes seconds over that for what exchanges find at once; a better
 * division may exist, but no single exchange leads to it.
 */
export function improvedByExchange(view: View, assignment: Assignment, split: Split): Split {
  const teams = [...split].map(([number, students]) => ({
    number,
    members: students.flatMap((id) => view.student.get(id) ?? []),
  }));
  const bound = new Set([
    ...view.instance.together.flat(),
    ...view.instance.pins.filter(({ team }) => team !== undefined).map(({ student }) => student),
  ]);
  const value = teamValue(view, assignment);
  for (let better = true, turn = 0; better && turn < 50; turn++) {
    better = false;
    for (const one of teams)
      for (const two of teams) if (one.number < two.number && exchange(one, two, bound, value)) better = true;
  }
  return new Map(teams.map(({ number, members }) => [number, members.map(({ id }) => id).sort()]));
}
type Side = { number: number; members: Student[] };
type Value = (members: readonly Student[], number: number) => number;

/** Returns the first exchange of one for one that is better for both teams together. */
function exchange(one: Side, two: Side, bound: ReadonlySet<string>, value: Value): boolean {
  const now = value(one.members, one.number) + value(two.members, two.number);
  for (const a of one.members.filter(({ id }) => !bound.has(id)))
    for (const b of two.members.filter(({ id }) => !bound.has(id))) {
      const [left, right] = [one.members.map((m) => (m === a ? b : m)), two.members.map((m) => (m === b ? a : m))];
      if (value(left, one.number) + value(right, two.number) <= now) continue;
      one.members = left;
      two.members = right;
      return true;
    }
  return false;
}
/** Returns the points of one team; a broken rule outweighs them all, a gap too. */
function teamValue(view: View, assignment: Assignment): Value {
  const { apart, wishes, previous } = view.instance;
  const before = new Map(
    (previous ?? []).filter((row) => row.assignment === assignment.id).map(({ student, team }) => [student, team]),
  );
  return (members, number) => {
    const here = new Set(members.map(({ id }) => id));
    const both = (pairs: typeof apart) => pairs.filter(([a, b]) => here.has(a) && here.has(b)).length;
    const points =
      worth.desired * assignment.desired.filter((asked) => members.some((student) => has(student, asked))).length +
      worth.wish * both(wishes) +
      (commonParts(members).length > 0 ? worth.day_part : 0) +
      stayPoints * members.filter(({ id }) => before.get(id) === number).length;
    return points - 1000 * (countedIn(assignment, members).length + both(apart));
  };
}
