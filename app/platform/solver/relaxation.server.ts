import type { Answer, Ask, Model } from "#app/domain/matching/model/linear.ts";

/** Describes a model without whole numbers, solved; `prices`: what one more of each row is worth then. */
export type Relaxation = { state: "infeasible" } | { state: "solved"; prices: Float64Array };
/** `known`: the start is probably the best there is, and the search is for the proof. */
type SolveSteps = {
  search: (model: Model, ask: Ask, known?: boolean) => Answer;
  relax: () => Relaxation | null;
};

/**
 * Looks for the best plan among the columns that a model without whole numbers finds worth their price, or nearly; in a
 * large model that is a fraction of the work. Then every column that no better plan can use is left out, by the same
 * prices, and what is left is searched with that plan in hand. The answer is as exact as that of one search.
 */
export function solveByRelaxation(model: Model, ask: Ask, { search, relax }: SolveSteps): Answer {
  const relaxed = relax();
  if (!relaxed) return search(model, ask);
  if (relaxed.state === "infeasible") return relaxed;
  const sign = ask.sense === "max" ? -1 : 1;
  const { least, dearer } = reducedCosts(
    model,
    ask.cost.map((cost) => sign * cost),
    relaxed.prices.map((price) => sign * price),
  );
  const within = (most: number): Model => ({
    ...model,
    upper: model.upper.map((upper, at) =>
      model.whole[at] === 1 && model.lower[at] === 0 && (dearer[at] ?? 0) > most ? 0 : upper,
    ),
  });
  let first: Answer = { state: "nothing", nodes: 0 };
  for (let most = ask.relaxationMargin ?? 0, tries = 0; first.state !== "solved" && tries < 3; most *= 2, tries++)
    first = search(within(most), ask);
  if (first.state !== "solved") return search(model, ask);
  const gap = sign * first.objective - least;
  // Objectives are whole numbers: with less than one between them there is nothing better.
  if (gap < 0.999) return { ...first, bound: first.objective, proven: true };
  const proof = search(within(gap), { ...ask, start: first.values }, true);
  if (proof.state !== "solved") return { ...first, bound: sign * least, proven: false };
  return { ...proof, bound: sign * Math.max(sign * proof.bound, least), nodes: first.nodes + proof.nodes };
}
/**
 * Finds what nothing can be cheaper than, at these prices of the rows, and how much dearer it is at least with one of
 * a column that could be left out. That follows from the rows by counting, whatever the prices are: bad ones only
 * rule out less.
 */
function reducedCosts(model: Model, cost: Float64Array, prices: Float64Array): { least: number; dearer: Float64Array } {
  const dearer = Float64Array.from(cost);
  let least = 0;
  for (let row = 0; row < model.rules.length; row++) {
    const price = prices[row] ?? 0;
    const side = (price > 0 ? model.rowLower[row] : model.rowUpper[row]) ?? 0;
    if (price === 0 || !Number.isFinite(side)) continue;
    least += price * side;
    for (let at = model.starts[row] ?? 0; at < (model.starts[row + 1] ?? 0); at++)
      dearer[model.indices[at] ?? 0] = (dearer[model.indices[at] ?? 0] ?? 0) - price * (model.values[at] ?? 0);
  }
  for (let at = 0; at < model.columns; at++)
    least += (dearer[at] ?? 0) * (((dearer[at] ?? 0) > 0 ? model.lower[at] : model.upper[at]) ?? 0);
  return { least, dearer };
}
