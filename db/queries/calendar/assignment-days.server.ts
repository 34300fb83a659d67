import { openMilestone } from "#app/domain/words.ts";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { Database } from "#db/client.server.ts";
import { deadlines, milestones } from "#db/schema.ts";

/** Tells when these clocks of these assignments end. */
export const clocksEnding = <Id extends ClockId>(db: Database, ids: readonly string[], clocks: readonly Id[]) =>
  ids.length
    ? db
        .select({ assignmentId: deadlines.assignmentId, clock: sql<Id>`${deadlines.clock}`, dueAt: deadlines.dueAt })
        .from(deadlines)
        .where(
          and(
            inArray(deadlines.assignmentId, [...ids]),
            eq(deadlines.object, "assignment"),
            eq(deadlines.status, "running"),
            inArray(deadlines.clock, [...clocks]),
          ),
        )
        .orderBy(asc(deadlines.dueAt))
    : Promise.resolve([]);
/** Lists milestones of these assignments that nobody answered yet. */
export const openMilestones = (db: Database, ids: readonly string[]) =>
  ids.length
    ? db
        .select({
          id: milestones.id,
          assignmentId: milestones.assignmentId,
          title: milestones.title,
          dueOn: milestones.dueOn,
        })
        .from(milestones)
        .where(and(inArray(milestones.assignmentId, [...ids]), inArray(milestones.status, openMilestone)))
        .orderBy(asc(milestones.dueOn))
    : Promise.resolve([]);
