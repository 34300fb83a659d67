import { refuse } from "#app/domain/refusal.ts";
import { endMembership, membershipsOf, peopleWithRole } from "#db/queries/account/people.server.ts";
import { organizationById, personById } from "#db/queries/account/lookup.server.ts";
import { endSession, sessionsOf } from "#db/queries/account/sessions.server.ts";
import { coordinatedCentre } from "#app/services/centre/coordinated.server.ts";
import { noReach, inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** One's own account: details, roles and where one is logged in. */
export const ownAccount = (ctx: Context) =>
  inTransaction(ctx, async ({ db, actor, now, newId }) => {
    const person = (await personById(db, actor.id)) ?? refuse("not_found");
    const sessions = (await sessionsOf(db, actor.id, now())).map(({ id, device, lastSeenAt }) => ({
      id,
      device,
      lastSeenAt,
    }));
    return {
      name: person.name,
      email: person.email,
      roles: await membershipsOf(db, actor.id),
      sessions,
      key: newId(),
    };
  });
/** Ends one session of one's own. Refuses `not_found` for another's. */
export const endOwnSession = (ctx: Context, sessionId: string) =>
  ctx.transact(noReach, async (db) => {
    if (!(await sessionsOf(db, ctx.actor.id, ctx.now())).some((s) => s.id === sessionId)) refuse("not_found");
    await endSession(db, sessionId);
  });
/** People of one company or institution, for its own owner. */
export const peopleOfOrganization = (ctx: Context | Inside, id: string) =>
  inTransaction(ctx, async (inside) => {
    const own = inside.actor.memberships.filter((m) => m.centreId === null && m.organizationId === id);
    if (own.length === 0) refuse("not_found");
    const organization = (await organizationById(inside.db, id)) ?? refuse("not_found");
    return {
      id,
      name: organization.name,
      kvk: organization.kvk,
      place: organization.place,
      mayInvite: own.some((m) => m.role === "client_owner"),
      people: await peopleWithRole(inside.db, { organizationId: id }),
      key: inside.newId(),
    };
  });
/** People of one centre, for its coordinator. */
export const peopleOfCentre = (ctx: Context | Inside, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const centre = await coordinatedCentre(inside, slug);
    return {
      id: centre.id,
      name: centre.name,
      slug: centre.slug,
      hue: centre.hue,
      mayInvite: true,
      people: await peopleWithRole(inside.db, { centreId: centre.id }),
      key: inside.newId(),
    };
  });
/** Ends a role of somebody in the own circle. Nobody ends their own: then nobody might be left. */
export const endRole = (
  ctx: Context | Inside,
  circle: { people: readonly { id: string; personId: string }[]; mayInvite: boolean },
  membershipId: string,
) =>
  inTransaction(ctx, async (inside) => {
    const found = circle.people.find((p) => p.id === membershipId);
    if (!found || !circle.mayInvite || found.personId === inside.actor.id) refuse("not_yours");
    await endMembership(inside.db, membershipId, inside.now());
  });
