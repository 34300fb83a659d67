import { and, asc, eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { acceptanceResults } from "#db/schema.ts";

/** Records one verdict per criterion per delivery: the last word counts. */
export const judgeCriterion = (db: Database, row: typeof acceptanceResults.$inferInsert) =>
  db
    .insert(acceptanceResults)
    .values(row)
    .onConflictDoUpdate({
      target: [acceptanceResults.deliveryId, acceptanceResults.criterion],
      set: {
        met: row.met,
        value: row.value,
        evidence: row.evidence,
        measurer: row.measurer,
        finding: row.finding,
        byId: row.byId,
        at: row.at,
      },
    });
/** Keeps what the team answers to the finding on one criterion; the verdict stays. */
export const answerFinding = (db: Database, deliveryId: string, criterion: number, answer: string) =>
  db
    .update(acceptanceResults)
    .set({ answer })
    .where(and(eq(acceptanceResults.deliveryId, deliveryId), eq(acceptanceResults.criterion, criterion)));
/** Replaces the verdict on one criterion, when a deviation is accepted after all. */
export const setVerdict = (db: Database, deliveryId: string, criterion: number, met: "deviates") =>
  db
    .update(acceptanceResults)
    .set({ met })
    .where(and(eq(acceptanceResults.deliveryId, deliveryId), eq(acceptanceResults.criterion, criterion)));
/** Lists the verdicts on every delivery, by criterion. */
export const resultRows = (db: Database, assignmentId: string) =>
  db
    .select()
    .from(acceptanceResults)
    .where(eq(acceptanceResults.assignmentId, assignmentId))
    .orderBy(asc(acceptanceResults.criterion));
