import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { personByEmail } from "#db/queries/account/people.server.ts";
import {
  addPlatformAdmin,
  endPlatformAdmin,
  isPlatformAdmin,
  platformAdmins,
} from "#db/queries/administration/administrators.server.ts";
import { noReach, type Context, type Inside } from "#app/services/context.ts";
import { administering, notePlatform } from "./acting.server.ts";

/** Makes the owner of a proved address an administrator. Refuses beside the field when there is none. */
export const addAdministrator = (ctx: Context, email: string) =>
  administering(ctx, async (inside) => {
    const person = await personByEmail(inside.db, email);
    if (!person?.emailVerifiedAt) return refuseFields({ email: { code: "nobody_here" } });
    if (!mayComeIn(person)) refuseFields({ email: { code: "disabled_account" } });
    if (await isPlatformAdmin(inside.db, person.id)) return;
    const { db, newId, now, actor } = inside;
    await addPlatformAdmin(db, { id: newId(), personId: person.id, grantedBy: actor.id, grantedAt: now() });
    await notePlatform(inside, "administrator_added", { personId: person.id });
  });
/**
 * Ends that somebody administers the platform, oneself too; their account and other roles stay. Refuses `not_found` to
 * others, and `wrong_status` for whoever is no administrator and for the only one: somebody always administers.
 */
export const endAdministrator = (ctx: Context, personId: string) =>
  administering(ctx, async (inside) => {
    const all = await platformAdmins(inside.db);
    if (all.length === 1) refuse("wrong_status");
    if (!(await endAdministratorInside(inside, personId))) refuse("wrong_status");
  });
/**
 * Does the same inside a transaction that is in line, without asking whether they are the only one; writes it in the
 * platform's log. Answers whether there was anything to end.
 */
export async function endAdministratorInside(inside: Inside, personId: string): Promise<boolean> {
  if (!(await isPlatformAdmin(inside.db, personId))) return false;
  // Before it ends: only an administrator writes in this log.
  await notePlatform(inside, "administrator_ended", { personId });
  await endPlatformAdmin(inside.db, personId, inside.now());
  return true;
}
/** Lists every administrator by name. */
export const administrators = (ctx: Context) => ctx.transact(noReach, platformAdmins);
