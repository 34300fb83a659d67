import { centreCount, centreBySlug, listCentres } from "#db/queries/centre/centres.server.ts";
import { refuse } from "#app/domain/refusal.ts";
import { memoizeFor } from "#app/services/memoize-for.server.ts";
import { noReach, inTransaction, type Context, type Transact } from "#app/services/context.ts";

/** Returns all centres by name, for choosing one; nothing about them is secret. */
export const centreChoices = (ctx: Context) => ctx.transact(noReach, listCentres);
/** Tells what centres are called, by name; at most ten seconds old. */
export const centreNames = memoizeFor(10_000, async (ctx) =>
  (await centreChoices(ctx)).map(({ slug, name }) => ({ slug, name })),
);
/** Databases in which a centre was seen: one that was opened stays, so nobody asks again. */
const begun = new WeakSet<Transact>();
/** Says whether anybody opened a centre yet. */
export async function hasCentre({ transact }: Context): Promise<boolean> {
  if (begun.has(transact)) return true;
  const found = await transact(noReach, async (db) => (await centreCount(db)) > 0);
  if (found) begun.add(transact);
  return found;
}
/** Returns a centre by its address; refuses `not_found`. */
export const centreAt = (ctx: Context, slug: string) =>
  inTransaction(ctx, async ({ db }) => (await centreBySlug(db, slug)) ?? refuse("not_found"));
