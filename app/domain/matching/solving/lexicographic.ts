import { recordLevel, type SolveOptions, type SolveState } from "./solve-state.ts";
import { fixedLevel, type LevelId } from "#app/domain/matching/levels.ts";
import { dot, padded, withRows } from "#app/domain/matching/model/linear.ts";

type Objective = {
  id: LevelId;
  rank?: number;
  sense: "min" | "max";
  cost: Float64Array;
  nodes?: number | undefined;
  seconds?: number;
};
/** Lowers or raises one level as far as it goes, writes it down, and keeps it from then on. */
export function optimizeLevel(
  state: SolveState,
  { id, rank, sense, cost, nodes, seconds }: Objective,
  options: SolveOptions,
) {
  const wide = padded(cost, state.model.columns);
  const answer = options.solver.solve(state.model, { sense, cost: wide, start: state.values, nodes, seconds });
  if (answer.state === "solved") state.values = answer.values;
  const value = Math.round(dot(cost, state.values));
  const best =
    answer.state === "solved"
      ? sense === "min"
        ? Math.ceil(answer.bound - 1e-6)
        : Math.floor(answer.bound + 1e-6)
      : sense === "min"
        ? 0
        : Infinity;
  const bound = answer.state === "solved" && answer.proven ? value : best;
  recordLevel(
    state,
    {
      id,
      ...(rank === undefined ? {} : { rank }),
      value,
      bound,
      proven: bound === value,
      nodes: answer.state === "infeasible" ? 0 : answer.nodes,
    },
    options,
  );
  state.model = withRows(state.model, [fixedLevel(cost, value, sense)]);
}
/** A level of quality is improved as far as its own nodes and seconds reach. */
export const optimizeFineLevel = (
  state: SolveState,
  id: LevelId,
  sense: "min" | "max",
  cost: Float64Array,
  options: SolveOptions,
) =>
  optimizeLevel(
    state,
    { id, sense, cost, nodes: options.limits.fineNodes, seconds: options.limits.fineSeconds },
    options,
  );

/** Describes a level to be lowered: `least` and `most` are what it can come to at all. */
type Part = { id: LevelId; cost: Float64Array };
type Bounded = Part & { least: number; most: number };
/** Up to here the solver still tells two prices apart that differ by one: the sums stay far below 2 to the power 53. */
const dearest = 20_000_000;
/**
 * Returns the last two levels in one search, which takes half the time of two: a step of the first counts more than
 * all the second can differ. Where that makes prices too large to tell apart they are searched one after the other.
 */
export function optimizeTogether(state: SolveState, first: Part, second: Bounded, options: SolveOptions) {
  const { least, most } = second;
  const step = most - least + 1;
  const wide = padded(second.cost, state.model.columns);
  const cost = padded(first.cost, state.model.columns).map((price, at) => price * step + (wide[at] ?? 0));
  if (cost.some((price) => price > dearest)) {
    for (const { id, cost: own } of [first, second]) optimizeFineLevel(state, id, "min", own, options);
    return;
  }
  const { fineNodes: nodes, fineSeconds: seconds } = options.limits;
  const answer = options.solver.solve(state.model, {
    sense: "min",
    cost,
    start: state.values,
    nodes,
    seconds,
    known: true,
  });
  if (answer.state === "solved") state.values = answer.values;
  const [one, two] = [valueOf(first, state), valueOf(second, state)];
  const proven = answer.state === "solved" && answer.proven;
  const sum = answer.state === "solved" && !proven ? Math.ceil(answer.bound - 1e-6) : -Infinity;
  const bound = proven ? one : Math.max(0, Math.ceil((sum - most) / step));
  const rest = proven ? two : bound === one ? Math.max(least, sum - one * step) : least;
  const searched = answer.state === "infeasible" ? 0 : answer.nodes;
  recordLevel(state, { id: first.id, value: one, bound, proven: bound === one, nodes: searched }, options);
  recordLevel(
    state,
    { id: second.id, value: two, bound: rest, proven: bound === one && rest === two, nodes: 0 },
    options,
  );
}
const valueOf = ({ cost }: Part, { values }: SolveState): number => Math.round(dot(cost, values));
