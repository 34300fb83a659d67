import { isPlain, flowPlaces, smallestWorstRank } from "./solving/bound.ts";
import { solveLevels } from "./solving/solve-levels.ts";
import { guidesBefore } from "./solving/guides-stay.ts";
import { pairsIn } from "./solving/even-spread.ts";
import { seatsTaken, taken, usualLimits, type SolveOptions, type SolveState } from "./solving/solve-state.ts";
import type { Assignment, Instance } from "./instance.ts";
import { aimsOf, lowest, type Outcome } from "./levels.ts";
import type { Solver } from "./model/linear.ts";
import { lotteryNumbers } from "./lottery.ts";
import { inOrder, type Place, type Plan, type Split, type Team } from "./plan.ts";
import { freeNumbers } from "./model/slots.ts";
import { split } from "./solving/split.ts";
import { has, viewOf, whole, type View } from "./view.ts";

export type Options = Partial<Omit<SolveOptions, "solver">>;
/**
 * A few assignments can be counted together but not divided; they are taken team by team, and then perhaps another one
 * cannot be divided.
 */
const rounds = 6;

/**
 * Returns the best plan of a round by the chosen preset (docs/matching.md 4); null when its rules allow none at all:
 * then ask `conflict` which ones. The same round, options and limits give the same plan.
 */
export function match(instance: Instance, solver: Solver, given: Options = {}): Plan | null {
  const view = viewOf(instance);
  const options: SolveOptions = {
    preset: "default",
    limits: usualLimits,
    stay: "late",
    fine: true,
    onLevel: () => {},
    ...given,
    solver,
  };
  if (isPlain(view)) return plainPlan(view, options);
  const apart = new Set<string>();
  for (let round = 0; ; round++) {
    const state = solveLevels(view, apart, options);
    if (!state) return null;
    const { splits, failed } = splitAll(view, state, options, apart);
    if (failed.length === 0 || round === rounds) return written(view, state, splits, options);
    for (const id of failed) apart.add(id);
  }
}
/** A round without teams, skills or ties between students is a flow: exact, in milliseconds. */
function plainPlan(view: View, options: SolveOptions): Plan {
  const { preset, onLevel } = options;
  const how = lowest[preset];
  const { worst, placed } = smallestWorstRank(
    view,
    how === "highest" ? 1 : how === "anywhere" ? Infinity : (view.instance.bearable ?? Infinity),
  );
  const aims = aimsOf[preset](worst);
  const lots = lotteryNumbers(
    view.instance.students.map(({ id }) => id),
    view.instance.seed,
  );
  const sign = (sense: "min" | "max") => (sense === "max" ? -1 : 1);
  const { first } = view;
  const firstRank = ({ rank, student }: { rank: number; student: string }) => (first.has(student) ? rank : 0);
  // Whoever has priority comes first; the lots come last, among plans with the same choices throughout.
  const settled = [
    ...(first.size > 0 ? [({ student }: { student: string }) => (first.has(student) ? -1 : 0), firstRank] : []),
    ...aims.map(
      ({ sense, price }) =>
        ({ rank }: { rank: number }) =>
          sign(sense) * price(rank),
    ),
    ...restOf(worst),
    "even" as const,
    ({ rank, student }: { rank: number; student: string }) => rank * (lots.size + 1 - (lots.get(student) ?? 0)),
  ];
  const edges = flowPlaces(view, { ...whole, worst }, settled);
  const levels: Outcome[] = [
    { id: "placed", value: placed, bound: placed, proven: true, nodes: 0 },
    ...(how === "anywhere" ? [] : [{ id: "worst" as const, value: worst, bound: worst, proven: true, nodes: 0 }]),
  ];
  if (first.size > 0) {
    const value = edges.reduce((sum, edge) => sum + firstRank(edge), 0);
    levels.push({ id: "priority", value, bound: value, proven: true, nodes: 0 });
  }
  for (const { id, rank, price } of aims) {
    const value = edges.reduce((sum, edge) => sum + price(edge.rank), 0);
    levels.push({ id, ...(rank === undefined ? {} : { rank }), value, bound: value, proven: true, nodes: 0 });
  }
  const seated = new Map<string, string[]>();
  for (const { student, assignment } of edges) seated.set(assignment, [...(seated.get(assignment) ?? []), student]);
  const pairs = pairsIn([...seated.values()].map(({ length }) => length));
  if (options.fine) levels.push({ id: "even", value: pairs, bound: pairs, proven: true, nodes: 0 });
  levels.forEach(onLevel);
  const splits = new Map([...seated].map(([id, students]) => [id, inTurns(view, id, students.sort())]));
  return planOf(view, options, splits, levels, (id, numbers) =>
    numbers.map(() => view.assignment.get(id)?.guides.flat() ?? []),
  );
}
const restOf = (worst: number) =>
  Array.from(
    { length: Math.min(worst, 12) },
    (_, at) =>
      ({ rank }: { rank: number }) =>
        rank === at + 1 ? -1 : 0,
  );
function inTurns(view: View, id: string, students: readonly string[]): Split {
  const count = Math.ceil(students.length / (view.assignment.get(id)?.size.max ?? 1));
  return new Map(
    Array.from({ length: count }, (_, team) => [team + 1, students.filter((_, at) => at % count === team)]),
  );
}
function splitAll(view: View, state: SolveState, options: SolveOptions, apart: ReadonlySet<string>) {
  const { layout, values } = state;
  const splits = new Map<string, Split>();
  const failed: string[] = [];
  for (const assignment of view.instance.assignments) {
    const free = layout.slots.flatMap((slot, at) =>
      slot.assignment === assignment.id && !slot.locked
        ? [{ ...slot, at, count: Math.round(values[layout.teams[at] ?? 0] ?? 0) }]
        : [],
    );
    const members = seatsTaken(state).filter(({ slot }) => free.some(({ at }) => at === slot));
    if (members.length === 0) continue;
    const locked = new Set(
      view.instance.locked.filter((team) => team.assignment === assignment.id).map(({ team }) => team),
    );
    const numbers = free.some(({ team }) => team > 0)
      ? free.filter(({ count }) => count > 0).map(({ team }) => team)
      : numbersOf(assignment, locked, free[0]?.count ?? 0, state);
    const found = split(
      view,
      assignment,
      members.map(({ student }) => student),
      numbers,
      options,
    );
    if (!found && !apart.has(assignment.id)) failed.push(assignment.id);
    splits.set(
      assignment.id,
      found ??
        new Map(
          numbers.map((number, at) => [
            number,
            members
              .filter(
                ({ slot }) =>
                  layout.slots[slot]?.team === number ||
                  (numbers.length > 0 && layout.slots[slot]?.team === 0 && at === 0),
              )
              .map(({ student }) => student),
          ]),
        ),
    );
  }
  return { splits, failed };
}
/** Returns the numbers of teams that are counted together: of those that go on, and then the lowest. */
function numbersOf(
  { id, teams }: Assignment,
  locked: ReadonlySet<number>,
  count: number,
  { goingOn, values }: SolveState,
) {
  const retained = goingOn
    .filter(({ assignment, team, column }) => assignment === id && !locked.has(team) && taken(values, column))
    .map(({ team }) => team);
  const others = freeNumbers(teams, new Set([...locked, ...retained]), count - retained.length);
  return [...retained, ...others].sort((a, b) => a - b);
}
function written(view: View, state: SolveState, splits: Map<string, Split>, options: SolveOptions): Plan {
  const { layout, values, levels } = state;
  const drawn = (id: string, list: number) =>
    layout.guiding
      .filter((g) => g.assignment === id && g.list === list)
      .flatMap(({ guide, column }) => Array.from({ length: Math.round(values[column] ?? 0) }, () => guide));
  return planOf(view, options, splits, levels, (id, numbers) => {
    const all = view.assignment.get(id)?.guides ?? [];
    const before = (view.instance.guidedBefore ?? []).filter(({ assignment }) => assignment === id);
    const lists = all.map((list, at) =>
      list.length === 1
        ? numbers.map(() => list[0] ?? "")
        : handedOut(
            drawn(id, at),
            numbers.map((number) => {
              const own = before.find(({ team }) => team === number);
              return own ? (guidesBefore(all, own.guides)[at] ?? null) : null;
            }),
          ),
    );
    return numbers.map((_, at) => lists.flatMap((guides) => guides[at] ?? []));
  });
}
/** Divides guides over teams: whoever had a team before keeps it while there is one of theirs left, the others in turn. */
function handedOut(guides: readonly string[], before: readonly (string | null)[]): (string | undefined)[] {
  const left = [...guides];
  const retained = before.map((guide) => {
    const at = guide === null ? -1 : left.indexOf(guide);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  return retained.map((guide) => guide ?? left.shift());
}
function planOf(
  view: View,
  { preset }: SolveOptions,
  splits: ReadonlyMap<string, Split>,
  levels: readonly Outcome[],
  guidesOf: (assignment: string, numbers: readonly number[]) => string[][],
): Plan {
  const teams = view.instance.assignments.flatMap(({ id, required }): Team[] => {
    const held = view.instance.locked
      .filter(({ assignment }) => assignment === id)
      .map(({ team, students }) => [team, students.filter((s) => view.student.has(s))] as const);
    const all = [...held, ...(splits.get(id) ?? [])].sort(([a], [b]) => a - b);
    const guides = guidesOf(
      id,
      all.map(([team]) => team),
    );
    const able = (students: readonly string[], at: number) =>
      students.some((s) => {
        const student = view.student.get(s);
        const asked = required[at];
        return student && asked && has(student, asked);
      });
    return all.map(([team, students], at) => ({
      assignment: id,
      team,
      students,
      guides: guides[at] ?? [],
      gaps: required.flatMap(({ skill }, number) => (able(students, number) ? [] : [skill])),
    }));
  });
  const places = inOrder(
    teams.flatMap(({ assignment, team, students }) =>
      students.map(
        (student): Place => ({ student, assignment, team, rank: view.rank(student, assignment) ?? view.outside }),
      ),
    ),
  );
  const seated = new Set(places.map(({ student }) => student));
  return {
    preset,
    seed: view.instance.seed,
    places,
    teams,
    unplaced: view.instance.students.map(({ id }) => id).filter((id) => !seated.has(id)),
    levels,
  };
}
