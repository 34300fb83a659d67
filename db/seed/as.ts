import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { centres, claims, communities, communityMembers, invitations, members, memberships, organizations, partners } from "#db/schema.ts";
import { reachOf, type Actor } from "#app/domain/policy.ts";
import type { Context } from "#app/services/context.ts";
import type { World } from "./world.ts";

/** The context of one person at this moment, with the roles they hold. */
export async function contextOf(w: World, personId: string): Promise<Context> {
  const centreIds = await w.house.transact({ person: "", centres: [], organizations: [] }, async (db) => (await db.select({ id: centres.id }).from(centres)).map((c) => c.id));
  const actor = await w.house.transact({ person: personId, centres: centreIds, organizations: [] }, async (db): Promise<Actor> => {
    const own = await db.select({ id: communities.id, centreId: communities.centreId, role: communityMembers.role, claimRight: communityMembers.claimRight }).from(communityMembers).innerJoin(communities, eq(communities.id, communityMembers.communityId)).where(and(eq(communityMembers.personId, personId), isNull(communityMembers.endedAt)));
    const seats = await db.select({ assignmentId: members.assignmentId, centreId: members.centreId, organizationId: members.organizationId, role: members.role, status: members.status }).from(members).where(and(eq(members.personId, personId), inArray(members.status, ["invited", "active"])));
    const invited = own.length ? await db.select({ id: invitations.assignmentId }).from(invitations).where(and(inArray(invitations.communityId, own.map((c) => c.id)), isNotNull(invitations.acceptedAt))) : [];
    const home = await db.select({ centreId: partners.centreId }).from(memberships).innerJoin(organizations, eq(organizations.id, memberships.organizationId)).innerJoin(partners, eq(partners.organizationId, organizations.id)).where(and(eq(memberships.personId, personId), eq(organizations.kind, "institution"), eq(memberships.role, "authorised_signatory")));
    return {
      id: personId, institutionCentres: home.map((p) => p.centreId), memberships: await db.select({ centreId: memberships.centreId, organizationId: memberships.organizationId, role: memberships.role }).from(memberships).where(and(eq(memberships.personId, personId), isNull(memberships.endedAt))),
      seats: seats.map(({ status, ...seat }) => ({ ...seat, active: status === "active" })), leads: (await db.select({ id: claims.assignmentId }).from(claims).where(eq(claims.leadId, personId))).map((c) => c.id), invited: invited.map((i) => i.id), communities: own,
    };
  });
  return { transact: w.house.transact, now: w.now, newId: w.newId, actor, reach: reachOf(actor), locale: "nl", requestId: "world" };
}
