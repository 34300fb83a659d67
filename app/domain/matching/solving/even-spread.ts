import type { SolveState } from "./solve-state.ts";
import type { Layout } from "#app/domain/matching/model/layout.ts";
import { withColumns, withRows, type Model, type Row, type Term } from "#app/domain/matching/model/linear.ts";
import { taken } from "./solve-state.ts";

/** Describes a model that counts how many pairs of students share an assignment: with fewer of them they are spread more evenly. */
type EvenSpread = { model: Model; cost: Float64Array; values: Float64Array };

/**
 * Adds a column for the first, second, third student of each assignment. Each one after the first costs one more than
 * the one before, since that many others are there already; so the cheapest are taken first, and the sum is the number
 * of pairs.
 */
export function evenSpread({ layout, model, values }: Pick<SolveState, "layout" | "model" | "values">): EvenSpread {
  const prices: number[] = [];
  const filled: number[] = [];
  const rows = seatsByAssignment(layout).map(({ columns, most }): Row => {
    const first = model.columns + prices.length;
    const count = columns.filter((column) => taken(values, column)).length;
    for (let others = 0; others < most; others++) {
      prices.push(others);
      filled.push(others < count ? 1 : 0);
    }
    const orders = Array.from({ length: most }, (_, at): Term => [first + at, -1]);
    return {
      lower: 0,
      upper: 0,
      terms: [...columns.map((column): Term => [column, 1]), ...orders],
      rule: { code: "frozen" },
    };
  });
  const wide = withColumns(
    model,
    prices.map(() => 1),
    false,
  );
  const cost = new Float64Array(wide.columns);
  cost.set(prices, model.columns);
  const grown = new Float64Array(wide.columns);
  grown.set(values);
  grown.set(filled, model.columns);
  return { model: withRows(wide, rows), cost, values: grown };
}
/** Returns the seats of each assignment, and how many students it takes at most. */
function seatsByAssignment({ seats, slots, view }: Layout): { columns: number[]; most: number }[] {
  const room = new Map<string, number>();
  for (const { assignment, most, locked } of slots)
    room.set(
      assignment,
      (room.get(assignment) ?? 0) + (locked?.length ?? most * (view.assignment.get(assignment)?.size.max ?? 0)),
    );
  const columns = new Map<string, number[]>();
  const students = new Map<string, Set<string>>();
  for (const { slot, column, student } of seats) {
    const id = slots[slot]?.assignment ?? "";
    columns.set(id, [...(columns.get(id) ?? []), column]);
    students.set(id, (students.get(id) ?? new Set()).add(student));
  }
  return [...columns].map(([id, own]) => ({
    columns: own,
    most: Math.min(room.get(id) ?? 0, students.get(id)?.size ?? 0),
  }));
}
/** Counts the pairs of students who share an assignment, given how many students each has. */
export const pairsIn = (counts: Iterable<number>): number => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
