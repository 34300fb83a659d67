import { mayReachPerson, mayReadPeople, offeredRoles, type Circle } from "#app/domain/account/appointing.ts";
import { refuse } from "#app/domain/refusal.ts";
import type { AgeBand } from "#app/domain/words.ts";
import { endMembership, membershipsOf, peopleWithRole, personById } from "#db/queries/account/people.server.ts";
import { workOfPeople } from "#db/queries/team/seats.server.ts";
import { endInvitations, openInvitations, type Circle as QueryCircle } from "#db/queries/account/proof.server.ts";
import { endSession, sessionsOf } from "#db/queries/account/sessions.server.ts";
import { schoolsOfCentre } from "#db/queries/centre/centres.server.ts";
import { coordinatedCentre } from "#app/services/centre/coordinated.server.ts";
import { centreCircle, organizationCircle } from "./circles.server.ts";
import { noReach, inTransaction, type Context, type Inside } from "#app/services/context.ts";

type StatedAge = { ageBand: AgeBand | null; turns18On: string | null };
type Invited = Awaited<ReturnType<typeof openInvitations>>[number];
/** Returns one's own account: details, roles and where one is logged in. */
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
      age: person.ageBand === null ? null : { ageBand: person.ageBand, turns18On: person.turns18On },
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
/**
 * Tells what a list of people is for this reader: which roles they appoint to, and of whom they may end the role.
 * Nobody ends their own: then nobody might be left.
 */
async function listOf(inside: Inside, circle: Circle, where: QueryCircle) {
  const offers = offeredRoles(inside.actor, circle);
  const people = await peopleWithRole(inside.db, where);
  const invited = offers.length > 0 ? await openInvitations(inside.db, where, inside.now()) : [];
  const work =
    offers.length > 0 ? await workOfPeople(inside.db, where, [...new Set(people.map((p) => p.personId))]) : [];
  // Nobody in a company or a school reads the age of a student there (docs/domain.md 3.3).
  const aged = <T extends { role: string } & StatedAge>({ ageBand, turns18On, ...one }: T) => ({
    ...one,
    age: circle.kind === "centre" && one.role === "student" ? { ageBand, turns18On } : null,
  });
  return {
    kind: circle.kind,
    circle: where,
    offers,
    mayInvite: offers.length > 0,
    invitations: invited.map(aged),
    people: people.map(({ email, mandate, ...person }) => ({
      ...aged(person),
      ...(mayReachPerson(inside.actor, circle, person.personId) ? { email, mandate } : { email: null, mandate: null }),
      /** Tells what whoever ends the role should know: the work that this person is in, and that nobody else has the role. */
      seats: work.flatMap(({ personId, title }) => (personId === person.personId ? [title] : [])),
      last: people.filter(({ role }) => role === person.role).length === 1,
      mayEnd: person.personId !== inside.actor.id && offers.includes(person.role),
    })),
    key: inside.newId(),
  };
}
/** Returns people of one company or school, for whoever has a role in it and for whoever appoints there. Refuses `not_found` to others. */
export const peopleOfOrganization = (ctx: Context | Inside, id: string) =>
  inTransaction(ctx, async (inside) => {
    const { organization, circle } = await organizationCircle(inside, id);
    if (!mayReadPeople(inside.actor, circle)) refuse("not_found");
    const { name, kvk, place } = organization;
    return { id, name, kvk, place, ...(await listOf(inside, circle, { organizationId: id })) };
  });
/** Returns people of one centre, for its coordinator, with its schools: of which one each of the staff is, and who signs for it. */
export const peopleOfCentre = (ctx: Context | Inside, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const centre = await coordinatedCentre(inside, slug);
    return {
      id: centre.id,
      name: centre.name,
      slug: centre.slug,
      hue: centre.hue,
      schools: (await schoolsOfCentre(inside.db, centre.id)).map(({ id, name, appoints }) => ({
        id,
        name,
        reads: mayReadPeople(inside.actor, { kind: "institution", id, centres: appoints ? [centre.id] : [] }),
      })),
      ...(await listOf(inside, centreCircle(centre.id), { centreId: centre.id })),
    };
  });
/**
 * Withdraws an invitation to the own circle, with every other letter of it to that address: their links no longer work.
 * Refuses `not_yours`, and `wrong_status` for one that was answered or withdrawn meanwhile.
 */
export const withdrawInvitation = (
  ctx: Context | Inside,
  own: { circle: QueryCircle; invitations: readonly Pick<Invited, "id" | "email" | "role">[]; mayInvite: boolean },
  id: string,
) =>
  inTransaction(ctx, async (inside) => {
    if (!own.mayInvite) refuse("not_yours");
    const invited = own.invitations.find((each) => each.id === id) ?? refuse("wrong_status");
    await endInvitations(inside.db, own.circle, invited, inside.now());
  });
/** Ends a role of somebody in a circle where the reader appoints to it. Refuses `not_yours`. */
export const endRole = (
  ctx: Context | Inside,
  circle: { people: readonly { id: string; mayEnd: boolean }[] },
  membershipId: string,
) =>
  inTransaction(ctx, async (inside) => {
    const found = circle.people.find((p) => p.id === membershipId);
    if (!found?.mayEnd) refuse("not_yours");
    await endMembership(inside.db, membershipId, inside.now());
  });
