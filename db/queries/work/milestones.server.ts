import { openMilestone } from "#app/domain/words.ts";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { milestones } from "#db/schema.ts";

/** Adds milestones; with an empty list it does nothing. */
export const insertMilestones = (db: Database, rows: (typeof milestones.$inferInsert)[]) =>
  rows.length ? db.insert(milestones).values(rows) : Promise.resolve();
/** Returns milestones that still lie ahead: not reached and not dropped. */
export const plannedMilestones = (db: Database, assignmentId: string) =>
  db
    .select({ id: milestones.id, title: milestones.title, dueOn: milestones.dueOn })
    .from(milestones)
    .where(and(eq(milestones.assignmentId, assignmentId), inArray(milestones.status, openMilestone)))
    .orderBy(asc(milestones.dueOn), asc(milestones.id));
/** Lists every milestone, by its day. */
export const milestoneRows = (db: Database, assignmentId: string) => allMilestones(db, { assignmentId });
const allMilestones = fixed((db) =>
  db
    .select()
    .from(milestones)
    .where(eq(milestones.assignmentId, sql.placeholder("assignmentId")))
    .orderBy(asc(milestones.dueOn)),
);
