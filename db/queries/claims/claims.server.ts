import { standingClaim, openClaim } from "#app/domain/words.ts";
import { and, asc, eq, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { explainedEndings } from "#app/domain/claims/process.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { batch } from "#db/batch.server.ts";
import { claims, communities, communityMembers, events, invitations, people } from "#db/schema.ts";

export type Claim = typeof claims.$inferSelect;
/** Claims that wait for a choice: submitted or shortlisted. */
export const undecidedClaims = (db: Database, assignmentId: string) =>
  db
    .select({ id: claims.id, leadId: claims.leadId, validUntil: claims.validUntil })
    .from(claims)
    .where(and(eq(claims.assignmentId, assignmentId), inArray(claims.status, openClaim)))
    .orderBy(claims.id);
/** Returns the claim that was chosen, as a list of one or none (`one_selected_claim`). */
export const selectedClaims = (db: Database, assignmentId: string) =>
  db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.assignmentId, assignmentId), eq(claims.status, "selected")));
/** Sets the place of a claim among the reserves; 1 is asked first, null is no reserve that was named. */
export const setReserveOrder = (db: Database, claimId: string, order: number | null) =>
  db.update(claims).set({ reserveOrder: order }).where(eq(claims.id, claimId));
/** Lists every claim, ended ones too, the oldest first. */
export const claimsWithNames = (db: Database, assignmentId: string) =>
  db
    .select({ claim: claims, community: communities.name, lead: people.name })
    .from(claims)
    .innerJoin(communities, eq(communities.id, claims.communityId))
    .innerJoin(people, eq(people.id, claims.leadId))
    .where(eq(claims.assignmentId, assignmentId))
    .orderBy(asc(claims.createdAt));
/** Says why claims on these assignments ended: the reason and what was said with it, by claim. */
export const declinesOn = (db: Database, assignmentIds: readonly string[]) =>
  db
    .select({ claimId: events.objectId, reason: events.reason, answers: events.answers })
    .from(events)
    .where(
      and(
        inArray(events.assignmentId, [...assignmentIds]),
        eq(events.object, "claim"),
        inArray(events.move, [...explainedEndings]),
      ),
    );
const count = sql<number>`count(*)::int`;
const inCommunity = (column: AnyPgColumn) => eq(column, sql.placeholder("community"));
const onAssignment = (column: AnyPgColumn) => eq(column, sql.placeholder("assignment"));
const setting = batch({
  community: fixed((db) => db.select().from(communities).where(inCommunity(communities.id))),
  right: fixed((db) =>
    db
      .select({ n: count })
      .from(communityMembers)
      .where(
        and(
          inCommunity(communityMembers.communityId),
          eq(communityMembers.personId, sql.placeholder("person")),
          eq(communityMembers.claimRight, true),
          isNull(communityMembers.endedAt),
        ),
      ),
  ),
  open: fixed((db) =>
    db
      .select({ n: count })
      .from(claims)
      .where(
        and(onAssignment(claims.assignmentId), inCommunity(claims.communityId), inArray(claims.status, standingClaim)),
      ),
  ),
  invited: fixed((db) =>
    db
      .select({ n: count })
      .from(invitations)
      .where(
        and(
          onAssignment(invitations.assignmentId),
          inCommunity(invitations.communityId),
          isNotNull(invitations.acceptedAt),
        ),
      ),
  ),
});
/** Says what the guards of a claim need to know of the community and the person claiming. */
export async function claimSetting(
  db: Database,
  on: { communityId: string | null; personId: string; assignmentId: string },
) {
  if (!on.communityId) return { community: null, mayClaim: false, openByCommunity: 0, invited: false };
  const { community, right, open, invited } = await setting(db, {
    community: on.communityId,
    person: on.personId || null,
    assignment: on.assignmentId,
  });
  return {
    community: community[0] ?? null,
    mayClaim: (right[0]?.n ?? 0) > 0,
    openByCommunity: open[0]?.n ?? 0,
    invited: (invited[0]?.n ?? 0) > 0,
  };
}
/** A claim stays valid until this moment; never shorter than it was. */
export const prolongClaim = (db: Database, claimId: string, validUntil: Date) =>
  db
    .update(claims)
    .set({ validUntil })
    .where(and(eq(claims.id, claimId), lt(claims.validUntil, validUntil)));
