import type { Layout } from "#app/domain/matching/model/layout.ts";

/**
 * Returns the same solution with every column of quality as high as its rows let it: a search that starts from it
 * starts from what it is worth.
 */
export function liftedIncumbent({ model, quality }: Layout, values: Float64Array): Float64Array {
  const best = new Map(
    quality.filter(({ kind }) => kind !== "stars").map(({ column }) => [column, model.upper[column] ?? 0]),
  );
  for (let row = 0; row < model.rules.length; row++) {
    const [from, to] = [model.starts[row] ?? 0, model.starts[row + 1] ?? 0];
    const last = model.indices[to - 1] ?? -1;
    if (model.values[to - 1] !== -1 || model.rowLower[row] !== 0 || model.rowUpper[row] !== Infinity || !best.has(last))
      continue;
    let room = 0;
    for (let at = from; at < to - 1; at++) room += (model.values[at] ?? 0) * (values[model.indices[at] ?? 0] ?? 0);
    best.set(last, Math.min(best.get(last) ?? 0, Math.round(room)));
  }
  const out = Float64Array.from(values);
  for (const [column, value] of best) out[column] = value;
  return out;
}
