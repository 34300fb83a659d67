import { seatsTaken, type SolveOptions, type SolveState } from "./solve-state.ts";
import {
  fixedLevel,
  lotteryCosts,
  lotteryRange,
  pointsOf,
  costsOf,
  priorityCosts,
  stayCosts,
  type Aim,
} from "#app/domain/matching/levels.ts";
import { liftedIncumbent } from "./incumbent.ts";
import { withRows, type Model } from "#app/domain/matching/model/linear.ts";
import { place } from "./place.ts";
import { evenSpread } from "./even-spread.ts";
import { guidesStay } from "./guides-stay.ts";
import { optimizeFineLevel, optimizeLevel, optimizeTogether } from "./lexicographic.ts";
import type { View } from "#app/domain/matching/view.ts";

/**
 * Solves level after level, each frozen before the next; null when the rules leave no plan at all. `apart`: assignments
 * whose teams are taken one by one.
 */
export function solveLevels(view: View, apart: ReadonlySet<string>, options: SolveOptions): SolveState | null {
  const placed = place(view, apart, options);
  if (!placed) return null;
  const { step: state, aims } = placed;
  optimizeMissing(state, options);
  if (options.stay === "early" && view.instance.previous)
    optimizeFineLevel(state, "stay", "max", stayCosts(state.layout), options);
  if (state.levels.some(({ id }) => id === "missing" || id === "stay")) state.placing = state.model;
  if (view.first.size > 0)
    optimizeLevel(
      state,
      { id: "priority", sense: "min", cost: priorityCosts(state.layout, (rank) => rank), nodes: options.limits.nodes },
      options,
    );
  for (const aim of aims) optimizeAim(state, aim, options);
  state.model = withRanks(state);
  state.values = liftedIncumbent(state.layout, state.values);
  if (options.fine && state.layout.quality.length > 0)
    optimizeFineLevel(state, "quality", "max", pointsOf(state.layout), options);
  if (options.stay === "late" && view.instance.previous)
    optimizeFineLevel(state, "stay", "max", stayCosts(state.layout), options);
  if (options.fine) {
    keepGuides(state, options);
    spreadAndDraw(state, options);
  }
  return state;
}
/** As many teams of the plan before as can be keep their guides. */
function keepGuides(state: SolveState, options: SolveOptions) {
  const stay = guidesStay(state);
  if (!stay) return;
  const { model, values, cost, goingOn } = stay;
  Object.assign(state, { model, values, goingOn });
  optimizeFineLevel(state, "guides", "max", cost, options);
}
/** What is equal to all else is spread evenly over the assignments; what is equal then, the lots decide. */
function spreadAndDraw(state: SolveState, options: SolveOptions) {
  const { model, values, cost } = evenSpread(state);
  Object.assign(state, { model, values });
  const range = lotteryRange(
    state.layout.view.instance.students.length,
    seatsTaken(state).map(({ rank }) => rank),
  );
  const lots = { id: "lottery" as const, cost: lotteryCosts(state.layout), ...range };
  optimizeTogether(state, { id: "even", cost }, lots, options);
}
/** Lets skills be missing, where they may, in as few teams as possible. */
function optimizeMissing(state: SolveState, options: SolveOptions) {
  if (state.layout.gaps.length === 0) return;
  const cost = new Float64Array(state.model.columns);
  for (const { column } of state.layout.gaps) cost[column] = 1;
  optimizeLevel(
    state,
    {
      id: "missing",
      sense: "min",
      cost,
      ...(options.limits.nodes === undefined ? {} : { nodes: options.limits.nodes }),
    },
    options,
  );
}
function optimizeAim(state: SolveState, aim: Aim, options: SolveOptions) {
  const left = new Set(seatsTaken(state).map(({ rank }) => aim.price(rank)));
  const fixed =
    left.size === 1 && aim.id === "rank" && state.layout.seats.every(({ rank }) => left.has(aim.price(rank)));
  if (fixed) return;
  optimizeLevel(
    state,
    {
      id: aim.id,
      ...(aim.rank === undefined ? {} : { rank: aim.rank }),
      sense: aim.sense,
      cost: costsOf(state.layout, ({ rank }) => aim.price(rank)),
      nodes: options.limits.nodes,
    },
    options,
  );
}
/**
 * The choices are settled: each rank keeps its own number of students, and of those with priority. Far easier on the
 * solver than one row with all ranks in it, which is dropped.
 */
function withRanks({ layout, values, placing }: SolveState): Model {
  const taken = seatsTaken({ layout, values });
  const ranks = [...new Set(layout.seats.map(({ rank }) => rank))].sort((a, b) => a - b);
  const rows = ranks.map((rank) =>
    fixedLevel(
      costsOf(layout, (seat) => (seat.rank === rank ? 1 : 0)),
      taken.filter((seat) => seat.rank === rank).length,
    ),
  );
  const { first } = layout.view;
  if (first.size > 0)
    rows.push(
      ...ranks.map((rank) =>
        fixedLevel(
          priorityCosts(layout, (one) => (one === rank ? 1 : 0)),
          taken.filter((seat) => seat.rank === rank && first.has(seat.student)).length,
        ),
      ),
    );
  return withRows(placing, rows);
}
