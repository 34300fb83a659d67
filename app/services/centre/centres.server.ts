import { centreCount, centreBySlug, listCentres } from "#db/queries/centre/centres.server.ts";
import { refuse } from "#app/domain/refusal.ts";
import { memoizeFor } from "#app/services/memoize-for.server.ts";
import { noReach, inTransaction, type Context } from "#app/services/context.ts";

/** All centres by name, for choosing one; nothing about them is secret. */
export const centreChoices = (ctx: Context) => ctx.transact(noReach, listCentres);
/** What centres are called, by name; at most ten seconds old. */
export const centreNames = memoizeFor(10_000, async (ctx) =>
  (await centreChoices(ctx)).map(({ slug, name }) => ({ slug, name })),
);
/** Whether anybody opened a centre yet. */
export const hasCentre = (ctx: Context) => ctx.transact(noReach, async (db) => (await centreCount(db)) > 0);
/** A centre by its address; refuses `not_found`. */
export const centreAt = (ctx: Context, slug: string) =>
  inTransaction(ctx, async ({ db }) => (await centreBySlug(db, slug)) ?? refuse("not_found"));
