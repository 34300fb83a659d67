import { openMilestone } from "#app/domain/words.ts";
import { and, inArray, lt, sql, type Placeholder } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { milestones } from "#db/schema.ts";

/** A milestone is late from the day after its own, until it is reached, moved or dropped. */
export const isLate = (today: string | Placeholder) =>
  and(inArray(milestones.status, openMilestone), lt(milestones.dueOn, sql`${today}::date`));

/** Late milestones of these assignments, the longest overdue first: what goes before every other turn. */
export const lateMilestones = (db: Database, assignmentIds: readonly string[], today: string) =>
  assignmentIds.length
    ? db
        .select({
          assignmentId: milestones.assignmentId,
          id: milestones.id,
          title: milestones.title,
          dueOn: milestones.dueOn,
          personId: milestones.personId,
        })
        .from(milestones)
        .where(and(inArray(milestones.assignmentId, [...assignmentIds]), isLate(today)))
        .orderBy(milestones.dueOn)
    : Promise.resolve([]);
