import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { implementations, observations } from "#db/schema.ts";

/** Keeps one plan for each assignment: the last said replaces it. */
export const putImplementation = (db: Database, row: typeof implementations.$inferInsert) =>
  db
    .insert(implementations)
    .values(row)
    .onConflictDoUpdate({
      target: implementations.assignmentId,
      set: {
        owner: row.owner,
        ownerEmail: row.ownerEmail,
        steps: row.steps,
        targetOn: row.targetOn,
        degree: row.degree,
        since: row.since,
      },
    });
/** Returns the plan by which a result is taken into use; undefined when there is none. */
export const implementationOf = async (db: Database, assignmentId: string) =>
  (await db.select().from(implementations).where(eq(implementations.assignmentId, assignmentId)))[0];
/** Notes how far the result is in use, as was last seen. */
export const setDegree = (db: Database, assignmentId: string, degree: "none" | "pilot" | "partial" | "full") =>
  db.update(implementations).set({ degree }).where(eq(implementations.assignmentId, assignmentId));
/** Adds what somebody saw of the use. */
export const insertObservation = (db: Database, row: typeof observations.$inferInsert) =>
  db.insert(observations).values(row);
/** Lists what was seen of the use, the oldest first. */
export const observationRows = (db: Database, assignmentId: string) =>
  db.select().from(observations).where(eq(observations.assignmentId, assignmentId)).orderBy(asc(observations.at));
