import type { Rule } from "./rules.ts";

/**
 * Describes a model in whole and real numbers: columns with bounds, rows with bounds and the rule each stands for
 * (compressed by row).
 */
export type Model = {
  columns: number;
  lower: Float64Array;
  upper: Float64Array;
  whole: Uint8Array;
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  rules: readonly Rule[];
};
export type Term = readonly [column: number, times: number];
export type Row = { lower: number; upper: number; terms: readonly Term[]; rule: Rule };

/**
 * Holds what is asked of a solver. `start`: a known solution; `nodes`: how far it may search (the same on every
 * machine); `seconds`: of work, a last limit. `known`: the start is probably the best there is, or nearly.
 * `relaxationMargin`: in a large model the best plan is looked for first among columns that cost at most so much more
 * than they are worth without whole numbers; the rest is then ruled out, or searched.
 */
export type Ask = {
  sense: "min" | "max";
  cost: Float64Array;
  start?: Float64Array | undefined;
  nodes?: number | undefined;
  seconds?: number | undefined;
  known?: boolean | undefined;
  relaxationMargin?: number | undefined;
};
export type Answer =
  | { state: "solved"; values: Float64Array; objective: number; bound: number; proven: boolean; nodes: number }
  | { state: "infeasible" }
  | { state: "nothing"; nodes: number };
/**
 * Describes a solver of such models. `conflict`: the rows that cannot hold together, as far as the solver can name
 * them without whole numbers.
 */
export type Solver = { solve: (model: Model, ask: Ask) => Answer; conflict: (model: Model) => number[] };

export type Draft = {
  column: (lower: number, upper: number, whole: boolean) => number;
  row: (row: Row) => void;
  done: () => Model;
  columns: () => number;
};

/**
 * Makes a model to be written, column by column and row by row. Rows without columns stay: they can be impossible,
 * and then they have a rule to name.
 */
export function draft(): Draft {
  const lower: number[] = [];
  const upper: number[] = [];
  const whole: number[] = [];
  const rows: Row[] = [];
  return {
    columns: () => lower.length,
    column: (from, to, integer) => {
      upper.push(to);
      whole.push(integer ? 1 : 0);
      return lower.push(from) - 1;
    },
    row: (row) => void rows.push(row),
    done: () => ({
      columns: lower.length,
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
      whole: Uint8Array.from(whole),
      ...packed(rows),
    }),
  };
}
function packed(rows: readonly Row[]) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ terms }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + terms.length;
  });
  const all = rows.flatMap(({ terms }) => terms);
  return {
    starts,
    indices: Int32Array.from(all, ([column]) => column),
    values: Float64Array.from(all, ([, times]) => times),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    rules: rows.map(({ rule }) => rule),
  };
}
/** Answers the same model with more rows; the given one stays as it is. */
export function withRows(model: Model, rows: readonly Row[]): Model {
  const more = packed(rows);
  const from = model.indices.length;
  return {
    ...model,
    starts: Int32Array.from([...model.starts, ...more.starts.subarray(1).map((at) => at + from)]),
    indices: Int32Array.from([...model.indices, ...more.indices]),
    values: Float64Array.from([...model.values, ...more.values]),
    rowLower: Float64Array.from([...model.rowLower, ...more.rowLower]),
    rowUpper: Float64Array.from([...model.rowUpper, ...more.rowUpper]),
    rules: [...model.rules, ...more.rules],
  };
}
/** Returns the same model with more columns, each from 0 to what is said here; no row knows them yet. */
export function withColumns(model: Model, upper: readonly number[], whole: boolean): Model {
  return {
    ...model,
    columns: model.columns + upper.length,
    lower: Float64Array.from([...model.lower, ...upper.map(() => 0)]),
    upper: Float64Array.from([...model.upper, ...upper]),
    whole: Uint8Array.from([...model.whole, ...upper.map(() => (whole ? 1 : 0))]),
  };
}
/** Returns the same model without the rows for which `gone` holds. */
export function withoutRows(model: Model, gone: (row: number) => boolean): Model {
  return { ...model, ...packed(rowsOf(model).filter((_, at) => !gone(at))) };
}
/** Unpacks the rows of a model, so that each stands by itself again. */
export const rowsOf = (model: Model): Row[] =>
  model.rules.map((rule, at) => {
    const [from, to] = [model.starts[at] ?? 0, model.starts[at + 1] ?? 0];
    const terms = Array.from(
      { length: to - from },
      (_, i): Term => [model.indices[from + i] ?? 0, model.values[from + i] ?? 0],
    );
    return { lower: model.rowLower[at] ?? 0, upper: model.rowUpper[at] ?? 0, terms, rule };
  });
/** Returns the same numbers for a model that has more columns since: those cost nothing. */
export function padded(cost: Float64Array, columns: number): Float64Array {
  if (cost.length === columns) return cost;
  const wide = new Float64Array(columns);
  wide.set(cost);
  return wide;
}
/** Says what a solution costs: the sum of cost times value over all columns. */
export const dot = (cost: Float64Array, values: Float64Array): number =>
  cost.reduce((sum, c, at) => sum + c * (values[at] ?? 0), 0);
