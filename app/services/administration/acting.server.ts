import type { DisablingReason, PlatformAct } from "#app/domain/administration/acts.ts";
import { refuse } from "#app/domain/refusal.ts";
import { isPlatformAdmin } from "#db/queries/administration/administrators.server.ts";
import { writePlatformEvent } from "#db/queries/administration/log.server.ts";
import { inLine } from "#db/queries/administration/opening.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** Names whom or what an act of the platform is about, by number. */
type About = {
  personId?: string | null;
  centreId?: string | null;
  organizationId?: string | null;
  reason?: DisablingReason;
};
/** Writes an act in the platform's log; at the machine and by the clock it is nobody's. */
export const notePlatform = ({ db, newId, now, reach }: Inside, act: PlatformAct, about: About = {}) =>
  writePlatformEvent(db, { id: newId(), act, actorId: reach.person || null, at: now(), ...about });

/** Refuses `not_found` to whoever is no administrator: to them none of it exists. */
export function requireAdministrator(ctx: Pick<Context, "actor">): void {
  if (!ctx.actor.platformAdmin) refuse("not_found");
}
/** Requires the same, asked once more inside the transaction and in line: the administration may just have ended. */
export async function requireAdministratorNow({ db, actor }: Inside): Promise<void> {
  if (!(await isPlatformAdmin(db, actor.id))) refuse("not_found");
}
/**
 * Runs an act of an administrator, in line: of two who end each other, the second one is none any more. Refuses `not_found`
 * to others.
 */
export const administering = async (ctx: Context, work: (inside: Inside) => Promise<void>) => {
  requireAdministrator(ctx);
  // Rounds that somebody is in may be of any centre.
  const reach = { ...(await systemContextEverywhere(ctx)).reach, person: ctx.actor.id };
  return inTransaction({ ...ctx, reach }, async (inside) => {
    await inLine(inside.db);
    await requireAdministratorNow(inside);
    await work(inside);
  });
};
