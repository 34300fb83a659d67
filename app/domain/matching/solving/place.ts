import { smallestWorstRank } from "./bound.ts";
import { recordLevel, seatsTaken, type SolveOptions, type SolveState } from "./solve-state.ts";
import { layout, type Layout } from "#app/domain/matching/model/layout.ts";
import {
  aimsOf,
  combinedAims,
  fixedLevel,
  lowest,
  costsOf,
  priorityCosts,
  type Aim,
} from "#app/domain/matching/levels.ts";
import { withRows, type Model } from "#app/domain/matching/model/linear.ts";
import { optimizeLevel } from "./lexicographic.ts";
import type { View } from "#app/domain/matching/view.ts";

/** One more student placed outweighs any sum of ranks worth having; that it truly did is checked against a bound. */
const placing = 1000;
/** Describes a first solution: how many it places, how many could be at most, and how many of the first aims are settled with it. */
type FirstSolution = {
  layout: Layout;
  values: Float64Array;
  count: number;
  most: number;
  settled: number;
  nodes: number;
};
type Placed = { step: SolveState; aims: Aim[] };

/**
 * Settles levels 1 and 2: the most students, then nobody lower than need be. The first aims are settled in the same
 * search where that is proof enough; `aims` are those left.
 */
export function place(view: View, apart: ReadonlySet<string>, options: SolveOptions): Placed | null {
  const how = lowest[options.preset];
  const least = how === "highest" ? 1 : how === "anywhere" ? Infinity : (view.instance.bearable ?? Infinity);
  const { worst: from, placed } = smallestWorstRank(view, least);
  const bound = placed + heldIn(view);
  const lists = view.outside - 1;
  const layoutUpTo = (worst: number) => layout(view, { reach: { worst, outside: () => false }, apart });
  const at =
    (bound === view.instance.students.length ? allWithin(layoutUpTo, from, lists, options) : null) ??
    mostWithin(
      (worst) => tryWithin(layoutUpTo(worst), aimsOf[options.preset](worst), bound, options),
      from,
      lists,
      bound,
    );
  if (!at) return null;
  const { worst, tried, proven } = at;
  const begun = recordFirstLevels(tried, options, { worst, limited: how !== "anywhere", proven });
  const left = view.instance.students.length - tried.count;
  return view.instance.fallback && left > 0 ? placeOutsideLists(view, apart, options, begun, worst) : begun;
}
type At = { worst: number; tried: FirstSolution; proven: boolean };
/**
 * Everybody may fit: asking for that at once is by far the quickest, at one choice lower after another. `proven`: each
 * time it was impossible, not merely not found.
 */
function allWithin(
  layoutUpTo: (worst: number) => Layout,
  from: number,
  lists: number,
  options: SolveOptions,
): At | null {
  let proven = true;
  for (let worst = from; worst <= lists; worst++) {
    const laid = layoutUpTo(worst);
    if (laid.gaps.length > 0) return null;
    const count = laid.view.instance.students.length;
    const { price, step, aims } = combinedAims(aimsOf[options.preset](worst), count, laid.view.outside);
    const answer = options.solver.solve(everybody(laid), {
      sense: "min",
      cost: costsOf(laid, ({ rank }) => price(rank)),
      nodes: options.limits.nodes,
      relaxationMargin: step / 2,
    });
    if (answer.state === "solved")
      return {
        worst,
        proven,
        tried: {
          layout: laid,
          values: answer.values,
          count,
          most: count,
          settled: answer.proven ? aims : 0,
          nodes: answer.nodes,
        },
      };
    proven &&= answer.state === "infeasible";
  }
  return null;
}
/** Not everybody fits: how many do on the whole lists, and then the lowest choice that still places so many. */
function mostWithin(
  attempt: (worst: number) => FirstSolution | null,
  from: number,
  lists: number,
  bound: number,
): At | null {
  let [worst, tried, proven] = [from, attempt(from), true];
  if ((tried?.count ?? -1) >= bound || from >= lists) return tried && { worst, tried, proven };
  const anywhere = attempt(lists);
  if (!anywhere) return null;
  while (worst < lists && (tried?.count ?? -1) < anywhere.count) {
    proven &&= (tried?.most ?? -1) < anywhere.count;
    tried = ++worst === lists ? anywhere : attempt(worst);
  }
  return tried && { worst, tried: { ...tried, most: anywhere.most }, proven };
}
const heldIn = (view: View) =>
  view.instance.locked.reduce((sum, team) => sum + team.students.filter((id) => view.student.has(id)).length, 0);

function tryWithin(
  laid: Layout,
  [first]: readonly Aim[],
  bound: number,
  { limits, solver }: SolveOptions,
): FirstSolution | null {
  const sign = first?.sense === "max" ? -1 : 1;
  const price = (rank: number) => sign * (first?.price(rank) ?? 0);
  const cost = costsOf(laid, ({ rank }) => price(rank) - placing);
  for (const { column } of laid.gaps) cost[column] = placing / 10;
  const answer = solver.solve(laid.model, { sense: "min", cost, nodes: limits.nodes });
  if (answer.state !== "solved") return null;
  const tried = {
    layout: laid,
    values: answer.values,
    count: seatsTaken({ layout: laid, values: answer.values }).length,
    most: bound,
    settled: answer.proven && laid.gaps.length === 0 ? 1 : 0,
    nodes: answer.nodes,
  };
  return tried.count >= bound ? tried : counted(tried, { limits, solver });
}
/** Returns the model in which every student has a place. */
const everybody = ({ model }: Layout): Model => ({
  ...model,
  rowLower: model.rowLower.map((lower, row) => (model.rules[row]?.code === "one_place" ? 1 : lower)),
});
/** Keeps the number of placed students. */
const keeping = (laid: Layout, count: number): Model =>
  count === laid.view.instance.students.length
    ? everybody(laid)
    : withRows(laid.model, [
        fixedLevel(
          costsOf(laid, () => 1),
          count,
        ),
      ]);
/** Fewer were placed than the bound allows, so a separate solve finds out whether more can be placed. */
function counted(tried: FirstSolution, { limits, solver }: Pick<SolveOptions, "limits" | "solver">): FirstSolution {
  const answer = solver.solve(tried.layout.model, {
    sense: "max",
    cost: costsOf(tried.layout, () => 1),
    start: tried.values,
    nodes: limits.nodes,
  });
  if (answer.state !== "solved") return tried;
  const most = Math.min(tried.most, Math.floor(answer.bound + 1e-6));
  const count = Math.round(answer.objective);
  return count > tried.count
    ? { ...tried, values: answer.values, count, most, settled: 0, nodes: answer.nodes }
    : { ...tried, most };
}
/** Writes down levels 1 and 2, and the first aims when they came with them. */
function recordFirstLevels(
  tried: FirstSolution,
  options: SolveOptions,
  { worst, limited, proven }: { worst: number; limited: boolean; proven: boolean },
): Placed {
  const { layout: laid, values, count, most, nodes } = tried;
  const fixed = keeping(laid, count);
  const state: SolveState = { layout: laid, model: fixed, placing: fixed, values, levels: [], goingOn: [] };
  const sure = count >= most;
  recordLevel(state, { id: "placed", value: count, bound: most, proven: sure, nodes }, options);
  if (limited)
    recordLevel(state, { id: "worst", value: worst, bound: worst, proven: sure && proven, nodes: 0 }, options);
  const aims = aimsOf[options.preset](worst);
  if (laid.view.first.size > 0) {
    firstPlaced(state, options);
    return { step: state, aims };
  }
  // Where staying comes first, the choices wait for it.
  const settled = sure && !(options.stay === "early" && laid.view.instance.previous) ? tried.settled : 0;
  for (const { id, rank, price } of aims.slice(0, settled)) {
    const cost = costsOf(laid, (seat) => price(seat.rank));
    const value = seatsTaken(state).reduce((sum, seat) => sum + price(seat.rank), 0);
    if (id === "rank" && laid.seats.every((seat) => price(seat.rank) === price(laid.seats[0]?.rank ?? 0))) continue;
    recordLevel(
      state,
      { id, ...(rank === undefined ? {} : { rank }), value, bound: value, proven: true, nodes: 0 },
      options,
    );
    state.model = withRows(state.model, [fixedLevel(cost, value)]);
  }
  return { step: state, aims: aims.slice(settled) };
}
/** Where not everybody has a place, those with priority are the last to go without. */
function firstPlaced(state: SolveState, options: SolveOptions) {
  const { students } = state.layout.view.instance;
  if (seatsTaken(state).length === students.length) return;
  optimizeLevel(
    state,
    { id: "priority_placed", sense: "max", cost: priorityCosts(state.layout, () => 1), nodes: options.limits.nodes },
    options,
  );
  state.placing = state.model;
}
/**
 * Not everybody fits on the own lists: who is left over may go anywhere else. Only they: nobody leaves the own list for
 * it. The levels of choices then begin anew, and are proven for these students outside; others might have done, unless
 * the plan without them says no total is lower.
 */
function placeOutsideLists(
  view: View,
  apart: ReadonlySet<string>,
  options: SolveOptions,
  within: Placed,
  worst: number,
): Placed {
  const seated = new Set(seatsTaken(within.step).map(({ student }) => student));
  const laid = layout(view, { reach: { worst, outside: (id) => !seated.has(id) }, apart });
  const aims = aimsOf[options.preset](view.outside);
  const tried = tryWithin(laid, aims, view.instance.students.length, options);
  if (!tried || tried.count <= seated.size) return within;
  const [own] = within.step.levels;
  const model = keeping(laid, tried.count);
  const total = within.step.levels.find(({ id, proven }) => id === "total" && proven)?.value;
  const chosen = { floor: total === undefined ? -Infinity : total + (tried.count - seated.size) * view.outside };
  const state: SolveState = {
    layout: laid,
    model,
    placing: model,
    values: tried.values,
    levels: [],
    chosen,
    goingOn: [],
  };
  recordLevel(
    state,
    {
      id: "own_list",
      value: seated.size,
      bound: own?.bound ?? seated.size,
      proven: own?.proven ?? false,
      nodes: own?.nodes ?? 0,
    },
    options,
  );
  recordLevel(
    state,
    {
      id: "placed",
      value: tried.count,
      bound: view.instance.students.length,
      proven: tried.count === view.instance.students.length,
      nodes: tried.nodes,
    },
    options,
  );
  if (view.first.size > 0) firstPlaced(state, options);
  return { step: state, aims };
}
