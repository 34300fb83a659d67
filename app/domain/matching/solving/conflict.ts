import { layout } from "#app/domain/matching/model/layout.ts";
import {
  rowsOf,
  withoutRows,
  withRows,
  type Model,
  type Row,
  type Solver,
  type Term,
} from "#app/domain/matching/model/linear.ts";
import type { Instance } from "#app/domain/matching/instance.ts";
import { mayGo, ruleId, ruleTable, type Rule } from "#app/domain/matching/model/rules.ts";
import { viewOf, whole } from "#app/domain/matching/view.ts";

/** Describes rules that cannot all hold (leave out any one of `rules` and the others can), and the fewest that would have to go. */
export type Conflict = { rules: readonly Rule[]; unpin: readonly Rule[] };

/**
 * Says why a round has no plan; null when it has one. Team by team it can still fail: then only the rules counted together
 * are known to hold.
 */
export function conflictIn(instance: Instance, solver: Solver): Conflict | null {
  const view = viewOf(instance);
  const written = layout(view, { reach: whole, apart: new Set() }).model;
  const model = withoutRows(written, (row) => ["team_cover", "wish"].includes(written.rules[row]?.code ?? ""));
  if (possible(model, solver)) return null;
  const named = solver.conflict(model);
  const rows =
    named.length > 0 &&
    !possible(
      withoutRows(model, (row) => !named.includes(row)),
      solver,
    )
      ? named
      : model.rules.map((_, row) => row);
  const least = smallest(
    [],
    rows,
    (retained) =>
      !possible(
        withoutRows(model, (row) => !retained.has(row)),
        solver,
      ),
  );
  const rules = new Map(
    least.map((row) => {
      const rule = model.rules[row] as Rule;
      return [ruleId(rule), rule];
    }),
  );
  return { rules: [...rules.values()].sort((a, b) => (ruleId(a) < ruleId(b) ? -1 : 1)), unpin: unpin(model, solver) };
}
const possible = (model: Model, solver: Solver): boolean =>
  model.rules.length === 0 ||
  solver.solve(model, { sense: "min", cost: new Float64Array(model.columns) }).state === "solved";

/** Divide and conquer: of `rows` those without which `fails` no longer holds; halves that do not matter go at once. */
function smallest(
  background: readonly number[],
  rows: readonly number[],
  fails: (retained: ReadonlySet<number>) => boolean,
  changed = false,
): number[] {
  if (changed && fails(new Set(background))) return [];
  if (rows.length <= 1) return [...rows];
  const half = Math.floor(rows.length / 2);
  const [one, two] = [rows.slice(0, half), rows.slice(half)];
  const second = smallest([...background, ...one], two, fails, one.length > 0);
  return [...smallest([...background, ...second], one, fails, second.length > 0), ...second];
}
/**
 * The fewest rules to let go; of equally few those that are the least dear. Each may be broken as far as need be, at
 * one price.
 */
function unpin(model: Model, solver: Solver): Rule[] {
  const rows = rowsOf(model);
  const loose = new Map<string, { rule: Rule; column: number }>();
  let columns = model.columns;
  const slack: Row[] = [];
  const eased = rows.map((row): Row => {
    if (!mayGo(row.rule)) return row;
    const known = loose.get(ruleId(row.rule));
    const gone = known ?? { rule: row.rule, column: columns++ };
    loose.set(ruleId(row.rule), gone);
    const { short, over } = farthest(model, row);
    const extra: Term[] = [[gone.column, short]];
    if (over > 0) slack.push({ ...row, lower: -Infinity, terms: [...row.terms, [gone.column, -over]] });
    return { ...row, upper: over > 0 ? Infinity : row.upper, terms: [...row.terms, ...(short > 0 ? extra : [])] };
  });
  const cost = new Float64Array(columns);
  for (const { rule, column } of loose.values()) cost[column] = 100 + ruleTable[rule.code].weight;
  const wide = (values: Float64Array, more: number) =>
    Float64Array.from({ length: columns }, (_, at) => values[at] ?? more);
  const bare: Model = {
    ...withoutRows(model, () => true),
    columns,
    lower: wide(model.lower, 0),
    upper: wide(model.upper, 1),
    whole: Uint8Array.from({ length: columns }, (_, at) => model.whole[at] ?? 1),
  };
  const answer = solver.solve(withRows(bare, [...eased, ...slack]), { sense: "min", cost, seconds: 5 });
  return answer.state === "solved"
    ? [...loose.values()].filter(({ column }) => (answer.values[column] ?? 0) > 0.5).map(({ rule }) => rule)
    : [];
}
/** Says how far a row can be from its bounds at worst, given the bounds of its columns. */
function farthest(model: Model, { lower, upper, terms }: Row): { short: number; over: number } {
  const [least, most] = terms.reduce(
    ([low, high], [column, times]) => {
      const ends = [times * (model.lower[column] ?? 0), times * (model.upper[column] ?? 0)];
      return [low + Math.min(...ends), high + Math.max(...ends)];
    },
    [0, 0] as [number, number],
  );
  return { short: Math.max(0, lower - least), over: Math.max(0, most - upper) };
}
