import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { personByEmail, personById } from "#db/queries/account/people.server.ts";
import { hasFactors, takeAway } from "#app/services/account/take-factors.server.ts";
import { inTransaction, noReach, type Context } from "#app/services/context.ts";
import { notePlatform, requireAdministrator } from "./acting.server.ts";

/**
 * Takes the second factors of an account away that an administrator looked up, as a coordinator does of whoever works in the
 * centre. Refuses `not_yours` for oneself and `wrong_status` for whoever has none.
 */
export async function takeFactorsOf(ctx: Context, personId: string): Promise<void> {
  requireAdministrator(ctx);
  const person = await inTransaction(ctx, ({ db }) => personById(db, personId));
  if (!person || person.id === ctx.actor.id) return refuse("not_yours");
  if (!(await hasFactors(ctx, person.id))) refuse("wrong_status");
  await takeAway(ctx, person, ctx.actor.id);
  await note(ctx, person.id, ctx.actor.id);
}
/**
 * Does the same by the operator at the machine, also of the only administrator, whom nobody else can help. Answers
 * whether there was anything to take away. Refuses beside the field an address without an account.
 */
export async function takeFactorsAtMachine(ctx: Context, email: string): Promise<boolean> {
  const person = await ctx.transact(noReach, (db) => personByEmail(db, email));
  if (!person || person.erasedAt) return refuseFields({ take_factors: { code: "nobody_here" } });
  if (!(await hasFactors(ctx, person.id))) return false;
  await takeAway(ctx, person, null);
  await note(ctx, person.id, "");
  return true;
}
/** Writes in a transaction of its own: factors are within reach of their owner only, and this log of whoever acts. */
function note(ctx: Context, personId: string, by: string): Promise<void> {
  const reach = { ...noReach, person: by };
  return ctx.transact(
    reach,
    async (db) => void (await notePlatform({ ...ctx, reach, db }, "factors_taken", { personId })),
  );
}
