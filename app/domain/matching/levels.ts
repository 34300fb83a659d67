import type { Layout } from "./model/layout.ts";
import type { Row } from "./model/linear.ts";
import { lotteryNumbers } from "./lottery.ts";
import type { Seat } from "./model/row-context.ts";

/** Choices are weighed against each other in these ways, all from the same model. */
export const presets = ["default", "most_first", "fewest_low", "lowest_total"] as const;
export type Preset = (typeof presets)[number];
/** Lists what is settled, in this order; each one only among the plans that are best for all before it. */
const levelIds = [
  "own_list",
  "placed",
  "missing",
  "worst",
  "priority_placed",
  "priority",
  "total",
  "rank",
  "quality",
  "stay",
  "guides",
  "even",
  "lottery",
] as const;
export type LevelId = (typeof levelIds)[number];
/**
 * Tells what a level came to: `bound` is as good as it could be at most, equal to `value` when that is proven.
 * `given`: proven only for the students who were placed outside their lists.
 */
export type Outcome = {
  id: LevelId;
  rank?: number;
  value: number;
  bound: number;
  proven: boolean;
  nodes: number;
  given?: "outside";
};
/** Describes one level of choices: what a place counts, and whether little or much is wanted. */
export type Aim = { id: "total" | "rank"; rank?: number; sense: "min" | "max"; price: (rank: number) => number };

const most = (rank: number): Aim => ({ id: "rank", rank, sense: "max", price: (r) => (r === rank ? 1 : 0) });
const fewest = (rank: number): Aim => ({ ...most(rank), sense: "min" });
const total: Aim = { id: "total", sense: "min", price: (rank) => rank };
const ranksTo = (worst: number) => Array.from({ length: worst }, (_, at) => at + 1);

/** Tells where a preset looks for the lowest choice: no lower than is bearable, as high as can be, or anywhere. */
export const lowest = {
  default: "bearable",
  most_first: "anywhere",
  fewest_low: "highest",
  lowest_total: "anywhere",
} as const satisfies Record<Preset, string>;
/** Holds the levels of choices of a preset, when nobody comes lower than `worst`. The last rank follows from the others. */
export const aimsOf: Readonly<Record<Preset, (worst: number) => Aim[]>> = {
  default: () => [total, most(1)],
  lowest_total: () => [total, most(1)],
  most_first: (worst) => ranksTo(worst - 1).map(most),
  fewest_low: (worst) => ranksTo(worst).slice(1).reverse().map(fewest),
};

/**
 * Describes several aims as one price, to be lowered: each counts so much that no sum of those after it makes up for
 * one of its steps. `step`: what one of the first is worth.
 */
type CombinedAims = { price: (rank: number) => number; step: number; aims: number };
/** Prices stay whole numbers that a solver can still tell apart. */
const dearest = 1_000_000;
/**
 * As many of the first aims as fit in one price, for so many students who come no lower than `worst`: one search then
 * settles them all.
 */
export function combinedAims(aims: readonly Aim[], students: number, worst: number): CombinedAims {
  const ranks = ranksTo(worst);
  let one: CombinedAims = { price: () => 0, step: 1, aims: 0 };
  for (const { sense, price } of aims) {
    const signed = (rank: number) => (sense === "max" ? -price(rank) : price(rank));
    const prices = ranks.map(signed);
    const weight = one.aims === 0 ? 1 : students * (Math.max(...prices) - Math.min(...prices)) + 1;
    const before = one.price;
    const both = (rank: number) => before(rank) * weight + signed(rank);
    if (one.aims > 0 && ranks.some((rank) => Math.abs(both(rank)) > dearest)) return one;
    one = { price: both, step: one.step * weight, aims: one.aims + 1 };
  }
  return one;
}

/** An objective has a number for each column of a layout. */
export function costsOf(layout: Layout, price: (seat: Seat) => number): Float64Array {
  const cost = new Float64Array(layout.model.columns);
  for (const seat of layout.seats) cost[seat.column] = price(seat);
  return cost;
}
/** Counts the same for students with priority alone. */
export const priorityCosts = (layout: Layout, price: (rank: number) => number): Float64Array =>
  costsOf(layout, ({ student, rank }) => (layout.view.first.has(student) ? price(rank) : 0));
/** Returns the points of team quality, per column. */
export function pointsOf({ model, quality }: Layout): Float64Array {
  const cost = new Float64Array(model.columns);
  for (const { column, points } of quality) cost[column] = (cost[column] ?? 0) + points;
  return cost;
}
/** Returns one for every student who stays with the assignment of the plan before. */
export function stayCosts(layout: Layout): Float64Array {
  const before = new Map((layout.view.instance.previous ?? []).map(({ student, assignment }) => [student, assignment]));
  return costsOf(layout, ({ student, slot }) => (before.get(student) === layout.slots[slot]?.assignment ? 1 : 0));
}
/** What is left is a tie: a lower choice costs more for anyone who drew an earlier number. */
export function lotteryCosts(layout: Layout): Float64Array {
  const { students, seed } = layout.view.instance;
  const numbers = lotteryNumbers(
    students.map(({ id }) => id),
    seed,
  );
  return costsOf(layout, ({ student, rank }) => rank * (students.length + 1 - (numbers.get(student) ?? 0)));
}
/**
 * Returns the least and the most that the lots can come to when these choices are given, whoever gets which: the
 * lower choices to the later numbers, or to the earlier ones.
 */
export function lotteryRange(students: number, ranks: readonly number[]): { least: number; most: number } {
  const given = [...ranks, ...Array.from({ length: students - ranks.length }, () => 0)].sort((a, b) => a - b);
  const sum = (rows: readonly number[]) => rows.reduce((all, rank, at) => all + rank * (at + 1), 0);
  return { least: sum([...given].reverse()), most: sum(given) };
}
/** Keeps a level: the sum of its prices stays what it came to. */
export function fixedLevel(cost: Float64Array, value: number, sense: "min" | "max" | "same" = "same"): Row {
  const terms = [...cost].flatMap((times, column): [number, number][] => (times === 0 ? [] : [[column, times]]));
  return {
    lower: sense === "min" ? -Infinity : value,
    upper: sense === "max" ? Infinity : value,
    terms,
    rule: { code: "frozen" },
  };
}
