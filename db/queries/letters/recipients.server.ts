import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { MemberRole } from "#app/domain/community/roles.ts";
import {
  type HeldRole,
  type SeatRole,
  standingClaim,
  leftSeat,
  onceInTeam,
  standingInterest,
} from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { agreements, claims, communityMembers, interests, members, memberships } from "#db/schema.ts";

const current = isNull(memberships.endedAt);
const ids = (rows: { id: string }[]) => rows.map((r) => r.id);
/** Lists people with one of these roles in a centre. */
export const inCentre = async (db: Database, centreId: string, roles: readonly HeldRole[]) =>
  roles.length
    ? ids(
        await db
          .select({ id: memberships.personId })
          .from(memberships)
          .where(and(eq(memberships.centreId, centreId), inArray(memberships.role, [...roles]), current)),
      )
    : [];
/** Lists people with one of these roles in an organisation. */
export const inOrganization = async (db: Database, organizationId: string | null, roles: readonly HeldRole[]) =>
  roles.length && organizationId
    ? ids(
        await db
          .select({ id: memberships.personId })
          .from(memberships)
          .where(
            and(
              eq(memberships.organizationId, organizationId),
              isNull(memberships.centreId),
              inArray(memberships.role, [...roles]),
              current,
            ),
          ),
      )
    : [];
/** Returns the school whose team a version of the agreement is or was of. */
export const schoolOfVersion = async (db: Database, assignmentId: string, number: number): Promise<string | null> =>
  (
    await db
      .select({ id: agreements.institutionId })
      .from(agreements)
      .where(and(eq(agreements.assignmentId, assignmentId), eq(agreements.number, number)))
  )[0]?.id ?? null;
/** Returns the school whose version of the agreement this part is; null for any other part. */
export const schoolOfPart = async (db: Database, partId: string): Promise<string | null> =>
  (await db.select({ id: agreements.institutionId }).from(agreements).where(eq(agreements.id, partId)))[0]?.id ?? null;
/** Lists who is or was in the team by choice; not who was put out. */
export const everInTeam = async (db: Database, assignmentId: string, roles: readonly SeatRole[]) =>
  ids(
    await db
      .select({ id: members.personId })
      .from(members)
      .where(
        and(
          eq(members.assignmentId, assignmentId),
          inArray(members.status, onceInTeam),
          inArray(members.role, [...roles]),
        ),
      ),
  );
/** Lists those who sat in the team, or were asked to, and have no seat there any more. */
export const leftTeam = async (db: Database, assignmentId: string) =>
  ids(
    await db
      .select({ id: members.personId })
      .from(members)
      .where(eq(members.assignmentId, assignmentId))
      .groupBy(members.personId)
      .having(sql`bool_and(${inArray(members.status, leftSeat)})`),
  );
/** Lists people who sit in the team now, in one of these seats. */
export const inTeam = async (db: Database, assignmentId: string, roles: readonly SeatRole[]) =>
  ids(
    await db
      .select({ id: members.personId })
      .from(members)
      .where(
        and(eq(members.assignmentId, assignmentId), eq(members.status, "active"), inArray(members.role, [...roles])),
      ),
  );
/** Lists people who were asked to join the team and did not answer yet. */
export const invitedToTeam = async (db: Database, assignmentId: string) =>
  ids(
    await db
      .select({ id: members.personId })
      .from(members)
      .where(and(eq(members.assignmentId, assignmentId), eq(members.status, "invited"))),
  );
/** Lists people who have one of these roles in a community now. */
export const inCommunity = async (db: Database, communityId: string, roles: readonly MemberRole[]) =>
  ids(
    await db
      .select({ id: communityMembers.personId })
      .from(communityMembers)
      .where(
        and(
          eq(communityMembers.communityId, communityId),
          inArray(communityMembers.role, [...roles] as MemberRole[]),
          isNull(communityMembers.endedAt),
        ),
      ),
  );
/** Leads whose claim is not over: selected ones too. */
export const openClaimants = async (db: Database, assignmentId: string) =>
  ids(
    await db
      .select({ id: claims.leadId })
      .from(claims)
      .where(and(eq(claims.assignmentId, assignmentId), inArray(claims.status, standingClaim))),
  );
/** Lists who shows interest or did until the question closed; not who withdrew. */
export const interestedIn = async (db: Database, assignmentId: string) =>
  ids(
    await db
      .select({ id: interests.personId })
      .from(interests)
      .where(and(eq(interests.assignmentId, assignmentId), inArray(interests.status, standingInterest))),
  );
/** Returns those of them who are in the community of this claim. */
export const interestedInClaim = async (db: Database, assignmentId: string, claimId: string) =>
  ids(
    await db
      .selectDistinct({ id: interests.personId })
      .from(interests)
      .innerJoin(claims, and(eq(claims.id, claimId), eq(claims.assignmentId, interests.assignmentId)))
      .innerJoin(
        communityMembers,
        and(
          eq(communityMembers.communityId, claims.communityId),
          eq(communityMembers.personId, interests.personId),
          isNull(communityMembers.endedAt),
        ),
      )
      .where(and(eq(interests.assignmentId, assignmentId), inArray(interests.status, standingInterest))),
  );
