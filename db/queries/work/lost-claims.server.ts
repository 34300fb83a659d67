import { and, desc, eq, inArray, or } from "drizzle-orm";
import { lostClaim } from "#app/domain/claims/process.ts";
import { openClaim } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { assignments, centres, claims, communities } from "#db/schema.ts";

/**
 * Claims of this person that were not chosen, or wait in reserve while an agreement is made with another; the newest ten,
 * none for a visitor.
 */
export const lostClaims = (db: Database, personId: string) =>
  db
    .select({
      id: claims.id,
      assignmentId: claims.assignmentId,
      title: assignments.title,
      centre: centres.name,
      community: communities.name,
      status: claims.status,
    })
    .from(claims)
    .innerJoin(assignments, eq(assignments.id, claims.assignmentId))
    .innerJoin(centres, eq(centres.id, assignments.centreId))
    .innerJoin(communities, eq(communities.id, claims.communityId))
    .where(
      and(
        eq(claims.leadId, personId),
        or(
          inArray(claims.status, [...lostClaim]),
          and(inArray(claims.status, [...openClaim]), eq(assignments.status, "agreeing")),
        ),
      ),
    )
    .orderBy(desc(claims.createdAt), claims.id)
    .limit(10);
