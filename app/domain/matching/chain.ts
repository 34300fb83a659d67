import { seatsTaken, type Choosing, type Step } from "./choosing.ts";
import { frozen, lots, pointsOf, priced, pricedFirst, stays, type Aim } from "./levels.ts";
import { lifted } from "./incumbent.ts";
import { withRows, type Model } from "./linear.ts";
import { place } from "./place.ts";
import { fine, settle } from "./lexicographic.ts";
import type { View } from "./view.ts";

/**
 * Solves level after level, each frozen before the next; null when the rules leave no plan at all. `apart`: assignments
 * whose teams are taken one by one.
 */
export function chain(view: View, apart: ReadonlySet<string>, choosing: Choosing): Step | null {
  const placed = place(view, apart, choosing);
  if (!placed) return null;
  const { step, aims } = placed;
  missing(step, choosing);
  if (choosing.stay === "early" && view.instance.previous) fine(step, "stay", "max", stays(step.layout), choosing);
  if (step.levels.some(({ id }) => id === "missing" || id === "stay")) step.placing = step.model;
  if (view.first.size > 0)
    settle(
      step,
      { id: "priority", sense: "min", cost: pricedFirst(step.layout, (rank) => rank), nodes: choosing.limits.nodes },
      choosing,
    );
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
  settle(
    step,
    {
      id: "missing",
      sense: "min",
      cost,
      ...(choosing.limits.nodes === undefined ? {} : { nodes: choosing.limits.nodes }),
    },
    choosing,
  );
}
function aimed(step: Step, aim: Aim, choosing: Choosing) {
  const left = new Set(seatsTaken(step).map(({ rank }) => aim.price(rank)));
  const fixed =
    left.size === 1 && aim.id === "rank" && step.layout.seats.every(({ rank }) => left.has(aim.price(rank)));
  if (fixed) return;
  settle(
    step,
    {
      id: aim.id,
      ...(aim.rank === undefined ? {} : { rank: aim.rank }),
      sense: aim.sense,
      cost: priced(step.layout, ({ rank }) => aim.price(rank)),
      nodes: choosing.limits.nodes,
    },
    choosing,
  );
}
/**
 * The choices are settled: each rank keeps its own number of students, and of those with priority. Far easier on the
 * solver than one row with all ranks in it, which is dropped.
 */
function withRanks({ layout, values, placing }: Step): Model {
  const taken = seatsTaken({ layout, values });
  const ranks = [...new Set(layout.seats.map(({ rank }) => rank))].sort((a, b) => a - b);
  const rows = ranks.map((rank) =>
    frozen(
      priced(layout, (seat) => (seat.rank === rank ? 1 : 0)),
      taken.filter((seat) => seat.rank === rank).length,
    ),
  );
  const { first } = layout.view;
  if (first.size > 0)
    rows.push(
      ...ranks.map((rank) =>
        frozen(
          pricedFirst(layout, (one) => (one === rank ? 1 : 0)),
          taken.filter((seat) => seat.rank === rank && first.has(seat.student)).length,
        ),
      ),
    );
  return withRows(placing, rows);
}
