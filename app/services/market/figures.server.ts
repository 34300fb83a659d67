import { publicFigures } from "#db/queries/market/figures.server.ts";
import { memoizeFor } from "#app/services/memoize-for.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction } from "#app/services/context.ts";

/** Counting a whole country takes tens of milliseconds; these numbers may be this old, in milliseconds. */
const figuresFor = 10_000;
/** Counts live figures over all centres, as numbers only; they are at most ten seconds old. */
export const figuresOf = memoizeFor(figuresFor, async (ctx) =>
  inTransaction(await systemContextEverywhere(ctx), ({ db }) => publicFigures(db)),
);
