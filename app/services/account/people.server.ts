import { refuse } from "#app/domain/refusal.ts";
import { endMembership, membershipsOf, peopleWithRole } from "#db/queries/account/people.server.ts";
import { endInvitations, openInvitations, type Circle } from "#db/queries/account/proof.server.ts";
import { organizationById, personById } from "#db/queries/account/lookup.server.ts";
import { endSession, sessionsOf } from "#db/queries/account/sessions.server.ts";
import { coordinatedCentre } from "#app/services/centre/coordinated.server.ts";
import { noReach, inTransaction, type Context, type Inside } from "#app/services/context.ts";

type Invited = Awaited<ReturnType<typeof openInvitations>>[number];
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
    const mayInvite = own.some((m) => m.role === "client_owner");
    const organization = (await organizationById(inside.db, id)) ?? refuse("not_found");
    return {
      id,
      name: organization.name,
      kvk: organization.kvk,
      place: organization.place,
      mayInvite,
      circle: { organizationId: id },
      invitations: mayInvite ? await openInvitations(inside.db, { organizationId: id }, inside.now()) : [],
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
      circle: { centreId: centre.id },
      invitations: await openInvitations(inside.db, { centreId: centre.id }, inside.now()),
      people: await peopleWithRole(inside.db, { centreId: centre.id }),
      key: inside.newId(),
    };
  });
/**
 * Withdraws an invitation to the own circle, with every other letter of it to that address: their links no longer work.
 * Refuses `not_yours`, and `wrong_status` for one that was answered or withdrawn meanwhile.
 */
export const withdrawInvitation = (
  ctx: Context | Inside,
  own: { circle: Circle; invitations: readonly Invited[]; mayInvite: boolean },
  id: string,
) =>
  inTransaction(ctx, async (inside) => {
    if (!own.mayInvite) refuse("not_yours");
    const invited = own.invitations.find((each) => each.id === id) ?? refuse("wrong_status");
    await endInvitations(inside.db, own.circle, invited, inside.now());
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
