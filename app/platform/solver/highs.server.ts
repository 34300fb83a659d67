import loadHighs, { type Highs, type HighsCallbackMap, type Model as Open } from "highs";
import { dot, type Answer, type Ask, type Model, type Solver } from "#app/domain/matching/model/linear.ts";
import { solveByRelaxation, type Relaxation } from "./relaxation.server.ts";
import { threadCpuTime } from "./cpu-time.server.ts";

/** Is thrown when somebody no longer wants the answer. */
export class Stopped extends Error {}
/** Limits what a solver may spend: seconds that are left, and whether it should stop at once. */
type SolverBudget = { left: () => number; stopped: () => boolean };

let loaded: Promise<Highs> | undefined;
/** Returns the solver's own module, loaded once in this thread. What it prints is not ours to print. */
export const highsModule = (): Promise<Highs> => (loaded ??= loadHighs({ print: () => {}, printErr: () => {} }));

/**
 * Returns HiGHS as the solver of our models. One thread, one seed, whole objectives: the same answer each time unless
 * the clock ends a search.
 */
export function highsSolver(highs: Highs, { left, stopped }: SolverBudget): Solver {
  const check = () => {
    if (stopped()) throw new Stopped("nobody waits for this any more");
  };
  return {
    solve: (model, ask) => {
      check();
      const used = cpuTimeOver(ask.seconds);
      const cpuTime = () => stopped() || used();
      const search = (part: Model, asked: Ask, known = false): Answer => {
        const seconds = left();
        const answer =
          seconds <= 0
            ? outOfTime(asked)
            : withModel(highs, part, asked, (open) => run(highs, open, asked, seconds, cpuTime, known));
        check();
        return answer;
      };
      const relax = (): Relaxation | null =>
        withModel(highs, { ...model, whole: new Uint8Array(model.columns) }, ask, (open) =>
          solveRelaxation(highs, open, left(), cpuTime),
        );
      return ask.relaxationMargin === undefined || left() <= 0
        ? search(model, ask)
        : solveByRelaxation(model, ask, { search, relax });
    },
    conflict: (model) => {
      check();
      return withModel(highs, model, { sense: "min", cost: new Float64Array(model.columns) }, (open) => {
        open.options.set({ output_flag: false, iis_strategy: 2 + 4 });
        return [...open.getIis().rowIndex];
      });
    },
  };
}
/** Opens one of our models in HiGHS, and gives its memory back whatever comes of it. */
function withModel<T>(highs: Highs, model: Model, ask: Ask, use: (open: Open) => T): T {
  const { objectiveSense } = highs.constants;
  const open = highs.createModel({
    numCols: model.columns,
    numRows: model.rules.length,
    sense: ask.sense === "max" ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: ask.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    integrality: Int32Array.from(model.whole),
    matrix: {
      format: "csr",
      numRows: model.rules.length,
      numCols: model.columns,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
  });
  try {
    return use(open);
  } finally {
    open.dispose();
  }
}
/** Returns the model without whole numbers, solved: null when the time was over before. */
function solveRelaxation(highs: Highs, open: Open, seconds: number, enough: () => boolean): Relaxation | null {
  const { modelStatus } = highs.constants;
  open.options.set(usualOptions(seconds));
  open.run(interruptWhen(highs, enough));
  const status = open.getModelStatus();
  if (status === modelStatus.infeasible) return { state: "infeasible" };
  return status === modelStatus.optimal ? { state: "solved", prices: open.getSolution().rowDual } : null;
}
/**
 * Tells whether this thread has worked so many seconds since now: on a busy machine a search is not cut short for waiting.
 */
function cpuTimeOver(seconds: number | undefined): () => boolean {
  if (seconds === undefined) return () => false;
  const [until, began] = [performance.now() + seconds * 1000, threadCpuTime()];
  return () => performance.now() > until && threadCpuTime() - began > seconds * 1000;
}
const usualOptions = (seconds: number) => ({
  output_flag: false,
  random_seed: 0,
  ...(Number.isFinite(seconds) ? { time_limit: seconds } : {}),
});
const interruptWhen = ({ constants: { callbackType } }: Highs, enough: () => boolean): HighsCallbackMap => {
  const stop = (event: { interrupt: () => void }) => {
    if (enough()) event.interrupt();
    return undefined;
  };
  return { [callbackType.mipInterrupt]: stop, [callbackType.simplexInterrupt]: stop };
};
/** No time left: what was known stays, and nothing is proven. */
const outOfTime = ({ start, cost, sense }: Ask): Answer =>
  start
    ? {
        state: "solved",
        values: start,
        objective: dot(cost, start),
        bound: sense === "min" ? -Infinity : Infinity,
        proven: false,
        nodes: 0,
      }
    : { state: "nothing", nodes: 0 };

/**
 * Looks no further for plans than the search comes by itself: where the best one is most likely known, looking takes
 * longer than the proof.
 */
const proofOptions = {
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
};

function run(
  highs: Highs,
  open: Open,
  { start, nodes, known: likely = false }: Ask,
  seconds: number,
  enough: () => boolean,
  known: boolean,
): Answer {
  const { modelStatus } = highs.constants;
  // Objectives are whole numbers: less than one apart is the same.
  open.options.set({
    ...usualOptions(seconds),
    mip_abs_gap: 0.999,
    mip_rel_gap: 0,
    mip_heuristic_run_feasibility_jump: false,
    ...(nodes === undefined ? {} : { mip_max_nodes: nodes }),
    ...(known || likely ? proofOptions : {}),
  });
  if (start) open.setSolution({ colValue: start });
  open.run(interruptWhen(highs, enough));
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
