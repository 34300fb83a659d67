import { publicFigures } from "#db/queries/figures.server.ts";
import { atMostOld } from "./at-most-old.server.ts";
import { clerkEverywhere } from "./deadlines.server.ts";
import { inTransaction } from "./context.ts";

/** Counting a whole country takes tens of milliseconds; these numbers may be this old, in milliseconds. */
export const figuresFor = 10_000;
/** Live figures over all centres, as numbers only; at most ten seconds old. */
export const figuresOf = atMostOld(figuresFor, async (ctx) =>
  inTransaction(await clerkEverywhere(ctx), ({ db }) => publicFigures(db)),
);
