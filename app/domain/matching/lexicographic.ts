import { note, type Choosing, type Step } from "./choosing.ts";
import { frozen, type LevelId } from "./levels.ts";
import { dot, withRows } from "./linear.ts";

type Wanted = {
  id: LevelId;
  rank?: number;
  sense: "min" | "max";
  cost: Float64Array;
  nodes?: number | undefined;
  seconds?: number;
};
/** Lowers or raises one level as far as it goes, writes it down, and keeps it from then on. */
export function settle(step: Step, { id, rank, sense, cost, nodes, seconds }: Wanted, choosing: Choosing) {
  const answer = choosing.solver.solve(step.model, { sense, cost, start: step.values, nodes, seconds });
  if (answer.state === "solved") step.values = answer.values;
  const value = Math.round(dot(cost, step.values));
  const best =
    answer.state === "solved"
      ? sense === "min"
        ? Math.ceil(answer.bound - 1e-6)
        : Math.floor(answer.bound + 1e-6)
      : sense === "min"
        ? 0
        : Infinity;
  const bound = answer.state === "solved" && answer.proven ? value : best;
  note(
    step,
    {
      id,
      ...(rank === undefined ? {} : { rank }),
      value,
      bound,
      proven: bound === value,
      nodes: answer.state === "infeasible" ? 0 : answer.nodes,
    },
    choosing,
  );
  step.model = withRows(step.model, [frozen(cost, value, sense)]);
}
/** A level of quality: as far as its own nodes and seconds reach. */
export const fine = (step: Step, id: LevelId, sense: "min" | "max", cost: Float64Array, choosing: Choosing) =>
  settle(step, { id, sense, cost, nodes: choosing.limits.fineNodes, seconds: choosing.limits.fineSeconds }, choosing);
