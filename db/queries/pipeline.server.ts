import { and, eq, notInArray } from "drizzle-orm";
import { over } from "#app/domain/assignment.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { Database } from "../client.server.ts";
import { assignments } from "../schema.ts";
import { countByStatus, listCards } from "./lists.server.ts";

export const pipelineCounts = (db: Database, centreId: string) => countByStatus(db, eq(assignments.centreId, centreId));
/** Files of one centre: those in one state, or all that are not over. */
export const pipelineCards = (db: Database, centreId: string, status: AssignmentStatus | null) =>
  listCards(db, and(eq(assignments.centreId, centreId), status ? eq(assignments.status, status) : notInArray(assignments.status, [...over])), 500);
