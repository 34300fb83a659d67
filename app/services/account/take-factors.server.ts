import { refuse } from "#app/domain/refusal.ts";
import { worksIn } from "#db/queries/account/factors.server.ts";
import { personByEmail } from "#db/queries/account/people.server.ts";
import { coordinatedCentre } from "#app/services/centre/coordinated.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { asOwner, dropEverything, factorChanged, ownFactors } from "./factors.server.ts";
import { endAccess } from "./proof.server.ts";

/** Returns the centre whose coordinator asks, or an administrator of the platform. Refuses `not_found` to everybody else. */
export const centreOfCoordinator = (ctx: Context, slug: string) =>
  inTransaction(ctx, (inside) => coordinatedCentre(inside, slug, { or: inside.actor.platformAdmin === true }));
/**
 * Takes the second factors of somebody away who lost them all. A coordinator does it of whoever has a role in the centre, or
 * whose organisation takes part there; an administrator of the platform of anybody; and nobody of themselves. They saw
 * who it is before. Every session and open link of that person ends, the log says who did it, and a letter tells the
 * person. They still need their password.
 * Refuses `not_yours` for anybody else, known or not.
 */
export async function takeFactorsAway(ctx: Context, slug: string, email: string): Promise<void> {
  const centre = await centreOfCoordinator(ctx, slug);
  const person = await inTransaction(ctx, async ({ db }) => {
    const found = await personByEmail(db, email);
    const related = found && (ctx.actor.platformAdmin || (await worksIn(db, found.id, centre.id)));
    return related ? found : null;
  });
  if (!person || person.id === ctx.actor.id) return refuse("not_yours");
  await takeAway(ctx, person, ctx.actor.id);
}
/** Tells whether somebody has a second factor. */
export const hasFactors = async (ctx: Context, personId: string): Promise<boolean> =>
  (await ownFactors(ctx, personId)).factors.length > 0;

/** Takes everything away; `byId` is null at the machine. */
export const takeAway = (ctx: Context, person: { id: string; email: string }, byId: string | null): Promise<void> =>
  asOwner(ctx, person.id, async (inside) => {
    await dropEverything(inside, person.id);
    await endAccess(inside, person);
    await factorChanged(inside, person.id, "factors_taken", byId ?? undefined);
  });
