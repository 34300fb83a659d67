import { publicFigures } from "#db/queries/figures.server.ts";
import type { Transact } from "#db/client.server.ts";
import { clerkEverywhere } from "./deadlines.server.ts";
import { inTransaction, type Context } from "./context.ts";

type Figures = Awaited<ReturnType<typeof publicFigures>>;
/** Counting a whole country takes tens of milliseconds; these numbers may be this old, in milliseconds. */
export const figuresFor = 10_000;
const kept = new WeakMap<Transact, { until: number; figures: Promise<Figures> }>();

/** Live figures over all centres, as numbers only; at most ten seconds old. */
export async function figuresOf(ctx: Context): Promise<Figures> {
  const there = kept.get(ctx.transact);
  if (there && there.until > +ctx.now()) return there.figures;
  const figures = count(ctx);
  kept.set(ctx.transact, { until: +ctx.now() + figuresFor, figures });
  figures.catch(() => kept.delete(ctx.transact));
  return figures;
}
const count = async (ctx: Context): Promise<Figures> => inTransaction(await clerkEverywhere(ctx), ({ db }) => publicFigures(db));
