import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "../client.server.ts";
import { assignments, centres, communities, communityMembers, invitations, people } from "../schema.ts";

/** Who may claim for this community: its leads. */
export const leadsOf = (db: Database, communityId: string) =>
  db.select({ id: people.id, name: people.name, email: people.email }).from(communityMembers).innerJoin(people, eq(people.id, communityMembers.personId)).where(and(eq(communityMembers.communityId, communityId), eq(communityMembers.claimRight, true), isNull(communityMembers.endedAt)));
/** Invitations to secret questions that wait until this lead accepts secrecy. Nothing of the question itself comes along. */
export const awaitingSecrecy = (db: Database, personId: string, assignmentId?: string) =>
  db.select({ assignmentId: invitations.assignmentId, communityId: invitations.communityId, community: communities.name, centre: centres.name }).from(invitations)
    .innerJoin(communities, eq(communities.id, invitations.communityId)).innerJoin(assignments, eq(assignments.id, invitations.assignmentId)).innerJoin(centres, eq(centres.id, invitations.centreId))
    .innerJoin(communityMembers, and(eq(communityMembers.communityId, invitations.communityId), eq(communityMembers.personId, personId), eq(communityMembers.claimRight, true), isNull(communityMembers.endedAt)))
    .where(and(isNull(invitations.acceptedAt), eq(assignments.status, "published"), assignmentId ? eq(invitations.assignmentId, assignmentId) : undefined));
export const acceptInvitations = (db: Database, assignmentId: string, communityIds: readonly string[], at: Date) =>
  db.update(invitations).set({ acceptedAt: at }).where(and(eq(invitations.assignmentId, assignmentId), inArray(invitations.communityId, [...communityIds]), isNull(invitations.acceptedAt)));
