import { plainAssignment } from "../../../bench/matching/plain-assignment.ts";
import { emptyInstance, type Instance, type Student } from "#app/domain/matching/instance.ts";
import type { Preset } from "#app/domain/matching/levels.ts";
import { chance } from "#app/domain/matching/lottery.ts";

const lists = 6;
/**
 * Returns ten students with long lists who want the same few assignments: choices that get in each other's way.
 * `min`: members that an assignment needs.
 */
export function crowdedRound(seed: number, min: number): Instance {
  const next = chance(seed * 31 + min);
  const names = Array.from({ length: lists }, (_, at) => `a${at + 1}`);
  const liked = (at: number) => next() * (lists - at + 1) ** 1.2;
  const students = Array.from(
    { length: 10 },
    (_, at): Student => ({
      id: `s${String(at).padStart(2, "0")}`,
      choices: names
        .map((a, i) => ({ a, key: -liked(i) }))
        .sort((x, y) => x.key - y.key)
        .slice(0, 3 + Math.floor(next() * 4))
        .map(({ a }) => [a]),
      hours: 0,
      discipline: "",
      level: "mbo",
      skills: [],
      dayParts: [],
    }),
  );
  const assignments = names.map((id) => plainAssignment(id, { min, max: Math.max(min, 1 + Math.floor(next() * 3)) }));
  return {
    ...emptyInstance,
    seed,
    students,
    assignments,
    bearable: ([2, 3, null] as const)[Math.floor(next() * 3)] ?? null,
  };
}
type Cost = readonly number[];
const before = (a: Cost, b: Cost) => (a.map((value, at) => value - (b[at] ?? 0)).find((d) => d !== 0) ?? 0) < 0;

/**
 * Returns the best sum of `cost` over all ways to seat everybody, student by student, over every number of seats
 * taken so far; null when there is no way. Last comes how many pairs share an assignment, which the number of seats
 * taken says.
 */
function cheapest({ students, assignments }: Instance, cost: (rank: number | null) => Cost): Cost | null {
  let states = new Map<string, Cost>([[assignments.map(() => 0).join(), []]]);
  for (const { choices } of students) {
    const next = new Map<string, Cost>();
    const keep = (key: string, value: Cost) => {
      const known = next.get(key);
      if (!known || before(value, known)) next.set(key, value);
    };
    const plus = (sum: Cost, more: Cost) => more.map((value, at) => value + (sum[at] ?? 0));
    for (const [key, sum] of states) {
      const taken = key.split(",").map(Number);
      keep(key, plus(sum, cost(null)));
      choices.forEach((tier, at) =>
        tier.forEach((id) => {
          const to = assignments.findIndex((a) => a.id === id);
          if ((taken[to] ?? 0) < (assignments[to]?.size.max ?? 0))
            keep(taken.map((count, i) => (i === to ? count + 1 : count)).join(), plus(sum, cost(at + 1)));
        }),
      );
    }
    states = next;
  }
  const whole = [...states].filter(([key]) =>
    key.split(",").every((count, at) => Number(count) === 0 || Number(count) >= (assignments[at]?.size.min ?? 0)),
  );
  const ended = whole.map(([key, sum]): Cost => [...sum, pairsOf(key.split(",").map(Number))]);
  return ended.reduce<Cost | null>((best, sum) => (best === null || before(sum, best) ? sum : best), null);
}
const pairsOf = (counts: readonly number[]) => counts.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
const one = (rank: number | null, wanted: number) => (rank === wanted ? 1 : 0);
const ranks = Array.from({ length: lists }, (_, at) => at + 1);

/** The best there is under a preset: placed (negative), then what the preset looks at, in its order. */
export function bestCounted(round: Instance, preset: Preset): Cost | null {
  const placed = (rank: number | null) => (rank === null ? 0 : -1);
  if (preset === "most_first") return cheapest(round, (rank) => [placed(rank), ...ranks.map((r) => -one(rank, r))]);
  if (preset === "fewest_low")
    return cheapest(round, (rank) => [placed(rank), ...[...ranks].reverse().map((r) => one(rank, r))]);
  const total = (rank: number | null) => [placed(rank), rank ?? 0, -one(rank, 1)];
  if (preset === "lowest_total" || round.bearable === null) return cheapest(round, total);
  const most = cheapest(round, (rank) => [placed(rank)])?.[0];
  for (let worst = round.bearable; worst <= lists; worst++) {
    const found = cheapest(
      { ...round, students: round.students.map((s) => ({ ...s, choices: s.choices.slice(0, worst) })) },
      total,
    );
    if (found && found[0] === most) return found;
  }
  return null;
}
/** Counts the same numbers of a plan. */
export function countedIn(preset: Preset, found: readonly number[]): Cost {
  const sum = (cost: (rank: number) => number) => found.reduce((all, rank) => all + cost(rank), 0);
  const counts = (order: readonly number[], sign: number) => order.map((r) => sign * sum((rank) => one(rank, r)));
  if (preset === "most_first") return [-found.length, ...counts(ranks, -1)];
  if (preset === "fewest_low") return [-found.length, ...counts([...ranks].reverse(), 1)];
  return [-found.length, sum((rank) => rank), -sum((rank) => one(rank, 1))];
}
