import loadHighs, { type Highs, type Model as Open } from "highs";
import { dot, type Answer, type Ask, type Model, type Solver } from "#app/domain/matching/linear.ts";
import { spentHere } from "./spent.server.ts";

/** Thrown when somebody no longer wants the answer. */
export class Stopped extends Error {}
/** What a solver may spend: seconds that are left, and whether it should stop at once. */
export type Purse = { left: () => number; stopped: () => boolean };

let loaded: Promise<Highs> | undefined;
/** The solver's own module, loaded once in this thread. What it prints is not ours to print. */
export const highsModule = (): Promise<Highs> => (loaded ??= loadHighs({ print: () => {}, printErr: () => {} }));

/** HiGHS as the solver of our models. One thread, one seed, whole objectives: the same answer each time unless the clock ends a search. */
export function highsSolver(highs: Highs, { left, stopped }: Purse): Solver {
  const opened = <T>(model: Model, ask: Ask, use: (open: Open) => T) => {
    const { objectiveSense } = highs.constants;
    const open = highs.createModel({
      numCols: model.columns, numRows: model.rules.length, sense: ask.sense === "max" ? objectiveSense.maximize : objectiveSense.minimize,
      colCost: ask.cost, colLower: model.lower, colUpper: model.upper, rowLower: model.rowLower, rowUpper: model.rowUpper, integrality: Int32Array.from(model.whole),
      matrix: { format: "csr", numRows: model.rules.length, numCols: model.columns, starts: model.starts, indices: model.indices, values: model.values },
    });
    try {
      return use(open);
    } finally {
      open.dispose();
    }
  };
  const check = () => { if (stopped()) throw new Stopped("nobody waits for this any more"); };
  return {
    solve: (model, ask) => {
      check();
      const seconds = left();
      if (seconds <= 0) return unasked(ask);
      const used = worked(ask.seconds);
      const answer = opened(model, ask, (open) => run(highs, open, ask, seconds, () => stopped() || used()));
      check();
      return answer;
    },
    conflict: (model) => {
      check();
      return opened(model, { sense: "min", cost: new Float64Array(model.columns) }, (open) => {
        open.options.set({ output_flag: false, iis_strategy: 2 + 4 });
        return [...open.getIis().rowIndex];
      });
    },
  };
}
/** Whether this thread has worked so many seconds since now: on a busy machine a search is not cut short for waiting. */
function worked(seconds: number | undefined): () => boolean {
  if (seconds === undefined) return () => false;
  const [until, began] = [performance.now() + seconds * 1000, spentHere()];
  return () => performance.now() > until && spentHere() - began > seconds * 1000;
}
/** No time left: what was known stays, and nothing is proven. */
const unasked = ({ start, cost, sense }: Ask): Answer =>
  start ? { state: "solved", values: start, objective: dot(cost, start), bound: sense === "min" ? -Infinity : Infinity, proven: false, nodes: 0 } : { state: "nothing", nodes: 0 };

function run(highs: Highs, open: Open, { start, nodes }: Ask, seconds: number, enough: () => boolean): Answer {
  const { modelStatus, callbackType } = highs.constants;
  // Objectives are whole numbers: less than one apart is the same.
  open.options.set({ output_flag: false, mip_abs_gap: 0.999, mip_rel_gap: 0, random_seed: 0, mip_heuristic_run_feasibility_jump: false, ...(Number.isFinite(seconds) ? { time_limit: seconds } : {}), ...(nodes === undefined ? {} : { mip_max_nodes: nodes }) });
  if (start) open.setSolution({ colValue: start });
  open.run({ [callbackType.mipInterrupt]: (event) => { if (enough()) event.interrupt(); return undefined; }, [callbackType.simplexInterrupt]: (event) => { if (enough()) event.interrupt(); return undefined; } });
  const status = open.getModelStatus();
  if (status === modelStatus.infeasible) return { state: "infeasible" };
  const searched = Number(open.info.get("mip_node_count"));
  const values = open.getSolution().colValue;
  const feasible = open.info.get("primal_solution_status") === 2;
  if (!feasible) return { state: "nothing", nodes: searched };
  const objective = Number(open.info.get("objective_function_value"));
  const bound = Number(open.info.get("mip_dual_bound"));
  return { state: "solved", values, objective, bound, proven: status === modelStatus.optimal, nodes: searched };
}
