import { and, desc, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { stoodOrTakesPart } from "./taking-part.server.ts";
import { assignments, roundAssignments, roundRuns, rounds } from "#db/schema.ts";

/**
 * The rounds an assignment takes part in, newest first, with how many teams the published plan made for it; null before a
 * plan is published.
 */
export const roundsOfAssignment = (db: Database, assignmentId: string) =>
  db
    .select({
      id: rounds.id,
      name: rounds.name,
      status: rounds.status,
      chooseBy: rounds.chooseBy,
      teams: sql<number | null>`
        case when ${roundRuns.plan} is not null then (
          select count(*)::int
          from jsonb_array_elements(${roundRuns.plan} -> 'teams') as team
          where team ->> 'assignment' = ${roundAssignments.id}::text
        ) end
      `,
    })
    .from(roundAssignments)
    .innerJoin(rounds, eq(rounds.id, roundAssignments.roundId))
    .innerJoin(assignments, eq(assignments.id, roundAssignments.assignmentId))
    .leftJoin(roundRuns, eq(roundRuns.id, rounds.publishedRun))
    .where(
      and(
        eq(roundAssignments.assignmentId, assignmentId),
        isNull(roundAssignments.endedAt),
        notInArray(rounds.status, ["draft", "cancelled"]),
        stoodOrTakesPart(rounds.status),
      ),
    )
    .orderBy(desc(rounds.createdAt));
