import { note, seatsTaken, type Choosing, type Step } from "./choosing.ts";
import { frozen, lots, pointsOf, priced, stays, type Aim, type LevelId } from "./levels.ts";
import { lifted } from "./lifted.ts";
import { dot, withRows, type Model } from "./linear.ts";
import { place } from "./place.ts";
import type { View } from "./view.ts";

/** Solves level after level, each frozen before the next; null when the rules leave no plan at all. `apart`: assignments whose teams are taken one by one. */
export function chain(view: View, apart: ReadonlySet<string>, choosing: Choosing): Step | null {
  const placed = place(view, apart, choosing);
  if (!placed) return null;
  const { step, aims } = placed;
  missing(step, choosing);
  if (choosing.stay === "early" && view.instance.previous) fine(step, "stay", "max", stays(step.layout), choosing);
  if (step.levels.some(({ id }) => id === "missing" || id === "stay")) step.placing = step.model;
  for (const aim of aims) aimed(step, aim, choosing);
  step.model = withRanks(step);
  step.values = lifted(step.layout, step.values);
  if (choosing.fine && step.layout.quality.length > 0) fine(step, "quality", "max", pointsOf(step.layout), choosing);
  if (choosing.stay === "late" && view.instance.previous) fine(step, "stay", "max", stays(step.layout), choosing);
  if (choosing.fine) fine(step, "lottery", "min", lots(step.layout), choosing);
  return step;
}
/** Where skills may be missing: in as few teams as possible. */
function missing(step: Step, choosing: Choosing) {
  if (step.layout.gaps.length === 0) return;
  const cost = new Float64Array(step.model.columns);
  for (const { column } of step.layout.gaps) cost[column] = 1;
  settle(step, { id: "missing", sense: "min", cost, ...(choosing.limits.nodes === undefined ? {} : { nodes: choosing.limits.nodes }) }, choosing);
}
function aimed(step: Step, aim: Aim, choosing: Choosing) {
  const left = new Set(seatsTaken(step).map(({ rank }) => aim.price(rank)));
  const fixed = left.size === 1 && aim.id === "rank" && step.layout.seats.every(({ rank }) => left.has(aim.price(rank)));
  if (fixed) return;
  settle(step, { id: aim.id, ...(aim.rank === undefined ? {} : { rank: aim.rank }), sense: aim.sense, cost: priced(step.layout, ({ rank }) => aim.price(rank)), nodes: choosing.limits.nodes }, choosing);
}
type Wanted = { id: LevelId; rank?: number; sense: "min" | "max"; cost: Float64Array; nodes?: number | undefined; seconds?: number };
function settle(step: Step, { id, rank, sense, cost, nodes, seconds }: Wanted, choosing: Choosing) {
  const answer = choosing.solver.solve(step.model, { sense, cost, start: step.values, nodes, seconds });
  if (answer.state === "solved") step.values = answer.values;
  const value = Math.round(dot(cost, step.values));
  const best = answer.state === "solved" ? (sense === "min" ? Math.ceil(answer.bound - 1e-6) : Math.floor(answer.bound + 1e-6)) : sense === "min" ? 0 : Infinity;
  const bound = answer.state === "solved" && answer.proven ? value : best;
  note(step, { id, ...(rank === undefined ? {} : { rank }), value, bound, proven: bound === value, nodes: answer.state === "infeasible" ? 0 : answer.nodes }, choosing);
  step.model = withRows(step.model, [frozen(cost, value, sense)]);
}
const fine = (step: Step, id: LevelId, sense: "min" | "max", cost: Float64Array, choosing: Choosing) =>
  settle(step, { id, sense, cost, nodes: choosing.limits.fineNodes, seconds: choosing.limits.fineSeconds }, choosing);

/** The choices are settled: each rank keeps its own number of students. Far easier on the solver than one row with all ranks in it, which is dropped. */
function withRanks({ layout, values, placing }: Step): Model {
  const count = new Map<number, number>();
  for (const { rank } of seatsTaken({ layout, values })) count.set(rank, (count.get(rank) ?? 0) + 1);
  const ranks = [...new Set(layout.seats.map(({ rank }) => rank))].sort((a, b) => a - b);
  const rows = ranks.map((rank) => frozen(priced(layout, (seat) => (seat.rank === rank ? 1 : 0)), count.get(rank) ?? 0));
  return withRows(placing, rows);
}
