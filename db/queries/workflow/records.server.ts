import { and, desc, eq, notInArray } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { records } from "#db/schema.ts";

/** Keeps what an act recorded; it counts (`open`) until the team it is about has gone. */
export const insertRecord = (db: Database, row: typeof records.$inferInsert) => db.insert(records).values(row);
/**
 * A new team starts anew: what the old one recorded stays with the assignment, and no guard reads it. The
 * question's own checks stand.
 */
export const closeRecordsOfTeam = (db: Database, assignmentId: string) =>
  db
    .update(records)
    .set({ open: false })
    .where(
      and(
        eq(records.assignmentId, assignmentId),
        notInArray(records.kind, ["fit_check", "text_approval", "company_check", "community_invitation"]),
      ),
    );
/** The newest record of a kind that an act kept. */
export const latestRecord = async (db: Database, assignmentId: string, kind: string) =>
  (
    await db
      .select({ data: records.data })
      .from(records)
      .where(and(eq(records.assignmentId, assignmentId), eq(records.kind, kind)))
      .orderBy(desc(records.at))
      .limit(1)
  )[0];
