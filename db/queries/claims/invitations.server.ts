import { and, eq, inArray, isNull } from "drizzle-orm";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { assignments, centres, communities, communityMembers, invitations, people } from "#db/schema.ts";

/** Lists who may claim for this community: its leads. */
export const leadsOf = (db: Database, communityId: string) =>
  db
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(communityMembers)
    .innerJoin(people, eq(people.id, communityMembers.personId))
    .where(
      and(
        eq(communityMembers.communityId, communityId),
        eq(communityMembers.claimRight, true),
        isNull(communityMembers.endedAt),
        present,
      ),
    );
/**
 * Returns invitations to secret questions, still open in these statuses, that wait until a lead of one of these
 * communities accepts secrecy. Nothing of the question itself comes along.
 */
export const awaitingSecrecy = async (
  db: Database,
  communityIds: readonly string[],
  during: readonly AssignmentStatus[],
  assignmentId?: string,
) =>
  communityIds.length === 0
    ? []
    : db
        .select({
          assignmentId: invitations.assignmentId,
          communityId: invitations.communityId,
          community: communities.name,
          centre: centres.name,
        })
        .from(invitations)
        .innerJoin(communities, eq(communities.id, invitations.communityId))
        .innerJoin(assignments, eq(assignments.id, invitations.assignmentId))
        .innerJoin(centres, eq(centres.id, invitations.centreId))
        .where(
          and(
            inArray(invitations.communityId, [...communityIds]),
            isNull(invitations.acceptedAt),
            inArray(assignments.status, [...during]),
            assignmentId ? eq(invitations.assignmentId, assignmentId) : undefined,
          ),
        );
/**
 * Notes that these communities took up their invitation to this assignment; the first moment stays. Answers the communities that
 * did so now, and not those that had done so before.
 */
export const acceptInvitations = async (
  db: Database,
  assignmentId: string,
  communityIds: readonly string[],
  at: Date,
): Promise<string[]> => {
  const accepted = await db
    .update(invitations)
    .set({ acceptedAt: at })
    .where(
      and(
        eq(invitations.assignmentId, assignmentId),
        inArray(invitations.communityId, [...communityIds]),
        isNull(invitations.acceptedAt),
      ),
    )
    .returning({ id: invitations.communityId });
  return accepted.map(({ id }) => id);
};
/** Invites a community; one that was invited before keeps its first invitation. */
export const inviteCommunity = (db: Database, row: typeof invitations.$inferInsert) =>
  db.insert(invitations).values(row).onConflictDoNothing();
