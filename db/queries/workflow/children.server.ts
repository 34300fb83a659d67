import { and, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { claims, communities, communityMembers, guardianRequests, invitations, members, people } from "#db/schema.ts";

const count = sql<number>`count(*)::int`;
/** What the guards of a claim need to know of the community and the person claiming. */
export async function claimSetting(
  db: Database,
  on: { communityId: string | null; personId: string; assignmentId: string },
) {
  if (!on.communityId) return { community: null, mayClaim: false, openByCommunity: 0, invited: false };
  const [community, right, open, invited] = await Promise.all([
    db.select().from(communities).where(eq(communities.id, on.communityId)),
    on.personId === ""
      ? Promise.resolve([{ n: 0 }])
      : db
          .select({ n: count })
          .from(communityMembers)
          .where(
            and(
              eq(communityMembers.communityId, on.communityId),
              eq(communityMembers.personId, on.personId),
              eq(communityMembers.claimRight, true),
              isNull(communityMembers.endedAt),
            ),
          ),
    db
      .select({ n: count })
      .from(claims)
      .where(
        and(
          eq(claims.assignmentId, on.assignmentId),
          eq(claims.communityId, on.communityId),
          inArray(claims.status, ["submitted", "shortlisted", "selected"]),
        ),
      ),
    db
      .select({ n: count })
      .from(invitations)
      .where(
        and(
          eq(invitations.assignmentId, on.assignmentId),
          eq(invitations.communityId, on.communityId),
          isNotNull(invitations.acceptedAt),
        ),
      ),
  ]);
  return {
    community: community[0] ?? null,
    mayClaim: (right[0]?.n ?? 0) > 0,
    openByCommunity: open[0]?.n ?? 0,
    invited: (invited[0]?.n ?? 0) > 0,
  };
}
/** Open guardian requests of students who turned eighteen by this day. */
export const grownUp = (db: Database, today: string) =>
  db
    .select({ id: guardianRequests.id, personId: people.id })
    .from(guardianRequests)
    .innerJoin(members, eq(members.id, guardianRequests.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(guardianRequests.status, "requested"), lte(people.turns18On, today)));
export const adult = (db: Database, personId: string) =>
  db.update(people).set({ ageBand: "18_plus", turns18On: null }).where(eq(people.id, personId));
/** Guardians who agreed, of students who are in the team now. */
export const guardiansOf = (db: Database, assignmentId: string) =>
  db
    .select({ name: guardianRequests.name, email: guardianRequests.email })
    .from(guardianRequests)
    .innerJoin(members, eq(members.id, guardianRequests.memberId))
    .where(
      and(
        eq(guardianRequests.assignmentId, assignmentId),
        eq(guardianRequests.status, "approved"),
        eq(members.status, "active"),
      ),
    );
export const memberName = async (db: Database, memberId: string) =>
  (
    await db
      .select({ name: people.name })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(eq(members.id, memberId))
  )[0]?.name ?? "";
