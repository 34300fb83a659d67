import { endTokens } from "#db/queries/account/proof.server.ts";
import { mayComeIn } from "#app/domain/account/coming-in.ts";
import type { DisablingReason } from "#app/domain/administration/acts.ts";
import { refuse } from "#app/domain/refusal.ts";
import { changePerson, personByEmail, personById } from "#db/queries/account/people.server.ts";
import { endSessionsOf } from "#db/queries/account/sessions.server.ts";
import { platformAdmins } from "#db/queries/administration/administrators.server.ts";
import {
  centresOnlyCoordinatedBy,
  disabledBecause,
  rolesOfPerson,
} from "#db/queries/administration/overview.server.ts";
import { planAnewWithout } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { hasFactors } from "#app/services/account/take-factors.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import { administering, notePlatform, requireAdministrator } from "./acting.server.ts";

/**
 * Returns one account by its whole address, for an administrator: who, which roles, whether they may come in, and
 * whether they administer the platform, alone or with others.
 */
export async function accountAt(ctx: Context, email: string) {
  requireAdministrator(ctx);
  await throttle(ctx, "look_up", { person: ctx.actor.id });
  const found = await inTransaction(ctx, async ({ db, actor }) => {
    const person = await personByEmail(db, email);
    if (!person || person.erasedAt) return null;
    const { id, name, disabledAt, closedAt, emailVerifiedAt, version } = person;
    return {
      id,
      name,
      email: person.email,
      version,
      state: closedAt ? "closed" : disabledAt ? "off" : emailVerifiedAt ? "on" : "unproved",
      since: disabledAt,
      reason: disabledAt ? await disabledBecause(db, id) : null,
      roles: await rolesOfPerson(db, id),
      administers: administersAs(id, await platformAdmins(db)),
      onlyCoordinatorOf: await centresOnlyCoordinatedBy(db, id),
      self: id === actor.id,
    } as const;
  });
  return found && { ...found, hasFactor: await hasFactors(ctx, found.id) };
}

const administersAs = (id: string, all: readonly { personId: string }[]) =>
  all.every(({ personId }) => personId !== id) ? "no" : all.length === 1 ? "alone" : "with_others";

/**
 * Disables an account: no session, link or feed of it works from now on, and its names stay where they are
 * (docs/domain.md 3.5). Nobody disables themselves, so somebody always administers. Refuses `not_found` to others and for
 * nobody, `not_yours` for oneself, `wrong_status` for whoever is disabled or has closed the account.
 */
export const disablePerson = (ctx: Context, personId: string, reason: DisablingReason) =>
  administering(ctx, async (inside) => {
    if (personId === inside.actor.id) refuse("not_yours");
    const person = (await personById(inside.db, personId)) ?? refuse("not_found");
    if (!mayComeIn(person)) refuse("wrong_status");
    await changePerson(inside.db, personId, { disabledAt: inside.now() });
    await endSessionsOf(inside.db, personId);
    await planAnewWithout(inside.db, personId);
    await endTokens(inside.db, { id: personId, email: person.email }, "all", inside.now());
    await notePlatform(inside, "person_disabled", { personId, reason });
  });
/** Lets somebody in again, with the password and the roles they had. Refuses as `disablePerson`. */
export const enablePerson = (ctx: Context, personId: string) =>
  administering(ctx, async (inside) => {
    const person = (await personById(inside.db, personId)) ?? refuse("not_found");
    if (mayComeIn(person) || person.closedAt || person.erasedAt) refuse("wrong_status");
    await changePerson(inside.db, personId, { disabledAt: null });
    await planAnewWithout(inside.db, personId);
    await notePlatform(inside, "person_enabled", { personId });
  });
