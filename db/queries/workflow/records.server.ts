import { and, desc, eq, inArray, lte, max, notInArray } from "drizzle-orm";
import { triedInDispute } from "#app/domain/assignment/ladder.ts";
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
/**
 * What was tried in a dispute no longer counts, nor the default notices of its time: all of them once it is settled, and at
 * a new dispute those of `before` the last that was tried in the one that was decided.
 */
export async function closeRecordsOfDispute(db: Database, assignmentId: string, which: "all" | "before") {
  const here = eq(records.assignmentId, assignmentId);
  const tried = and(here, eq(records.open, true), inArray(records.kind, [...triedInDispute]));
  const [last] = await db
    .select({ at: max(records.at) })
    .from(records)
    .where(tried);
  const until = which === "before" ? lte(records.at, last?.at ?? new Date(0)) : undefined;
  await db
    .update(records)
    .set({ open: false })
    .where(and(here, eq(records.kind, "default_notice"), until));
  await db.update(records).set({ open: false }).where(tried);
}
/** Returns the newest record of a kind that an act kept. */
export const latestRecord = async (db: Database, assignmentId: string, kind: string) =>
  (
    await db
      .select({ data: records.data })
      .from(records)
      .where(and(eq(records.assignmentId, assignmentId), eq(records.kind, kind)))
      .orderBy(desc(records.at))
      .limit(1)
  )[0];
