import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { assignments, assignmentTexts } from "#db/schema.ts";

export const insertAssignment = (db: Database, row: typeof assignments.$inferInsert) =>
  db.insert(assignments).values(row);
export const changeAssignment = (
  db: Database,
  id: string,
  set: Partial<Omit<typeof assignments.$inferInsert, "status">>,
) => db.update(assignments).set(set).where(eq(assignments.id, id));
export const textOf = async (db: Database, id: string) =>
  (await db.select().from(assignmentTexts).where(eq(assignmentTexts.assignmentId, id)))[0];
export const putText = (db: Database, row: typeof assignmentTexts.$inferInsert) =>
  db
    .insert(assignmentTexts)
    .values(row)
    .onConflictDoUpdate({ target: assignmentTexts.assignmentId, set: { problem: row.problem, intake: row.intake } });
