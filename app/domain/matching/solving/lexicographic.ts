import { recordLevel, type SolveOptions, type SolveState } from "./solve-state.ts";
import { fixedLevel, type LevelId } from "#app/domain/matching/levels.ts";
import { dot, withRows } from "#app/domain/matching/model/linear.ts";

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
  const answer = options.solver.solve(state.model, { sense, cost, start: state.values, nodes, seconds });
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
/** A level of quality: as far as its own nodes and seconds reach. */
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
