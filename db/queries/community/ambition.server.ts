import { asc, desc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { ambitionApprovals, ambitions, organizations, people } from "#db/schema.ts";

/** Lists the last `limit` versions of the ambition with their writers, the newest first. */
export const ambitionsOf = (db: Database, communityId: string, limit = 25) =>
  db
    .select({ id: ambitions.id, number: ambitions.number, text: ambitions.text, at: ambitions.at, by: people.name })
    .from(ambitions)
    .innerJoin(people, eq(people.id, ambitions.byId))
    .where(eq(ambitions.communityId, communityId))
    .orderBy(desc(ambitions.number))
    .limit(limit);
/** Adds a version of the ambition; the database refuses a number that the community has already. */
export const insertAmbition = (db: Database, row: typeof ambitions.$inferInsert) => db.insert(ambitions).values(row);
/** Lists which organisations approved these versions, and by whom, the first approval first. */
export const approvalsOf = (db: Database, ambitionIds: readonly string[]) =>
  ambitionIds.length === 0
    ? Promise.resolve([])
    : db
        .select({
          ambitionId: ambitionApprovals.ambitionId,
          organizationId: ambitionApprovals.organizationId,
          organization: organizations.name,
          by: people.name,
          at: ambitionApprovals.at,
        })
        .from(ambitionApprovals)
        .innerJoin(organizations, eq(organizations.id, ambitionApprovals.organizationId))
        .innerJoin(people, eq(people.id, ambitionApprovals.personId))
        .where(inArray(ambitionApprovals.ambitionId, [...ambitionIds]))
        .orderBy(asc(ambitionApprovals.at));
/** A yes that was said already stays as it was. */
export const insertApproval = (db: Database, row: typeof ambitionApprovals.$inferInsert) =>
  db.insert(ambitionApprovals).values(row).onConflictDoNothing();
