import { and, asc, desc, eq, inArray, lt, lte, ne, sql } from "drizzle-orm";
import type { Database } from "../client.server.ts";
import { assignments, claims, deadlines } from "../schema.ts";

export type Deadline = typeof deadlines.$inferSelect;
const alive = inArray(deadlines.status, ["running", "paused"]);

export const insertDeadline = (db: Database, row: typeof deadlines.$inferInsert) => db.insert(deadlines).values(row);
export const changeDeadline = (db: Database, id: string, set: Partial<Deadline>) => db.update(deadlines).set(set).where(eq(deadlines.id, id));
/** Stops the named clocks of one object. */
export const meetClocks = (db: Database, objectId: string, clocks: readonly string[]) =>
  clocks.length === 0 ? Promise.resolve() : db.update(deadlines).set({ status: "met" }).where(and(eq(deadlines.objectId, objectId), inArray(deadlines.clock, [...clocks]), alive));
export const meetAllClocks = (db: Database, objectId: string) => db.update(deadlines).set({ status: "met" }).where(and(eq(deadlines.objectId, objectId), alive));
export const aliveDeadlines = (db: Database, assignmentId: string) => db.select().from(deadlines).where(and(eq(deadlines.assignmentId, assignmentId), alive));
/** Clocks nobody answered yet, the run-out ones included, the newest first. */
export const openDeadlines = (db: Database, assignmentId: string) => db.select().from(deadlines).where(and(eq(deadlines.assignmentId, assignmentId), ne(deadlines.status, "met"))).orderBy(desc(deadlines.startedAt));
export const moveWindow = (db: Database, assignmentId: string, windowEnd: Date) => db.update(assignments).set({ windowEnd }).where(eq(assignments.id, assignmentId));
export const prolongClaim = (db: Database, claimId: string, validUntil: Date) => db.update(claims).set({ validUntil }).where(and(eq(claims.id, claimId), lt(claims.validUntil, validUntil)));
/** Clocks whose next moment has come, oldest first; the pass takes them one by one. */
export const dueDeadlines = (db: Database, now: Date, limit: number, only?: string) =>
  db.select({ id: deadlines.id, assignmentId: deadlines.assignmentId, nextAt: deadlines.nextAt }).from(deadlines).where(and(eq(deadlines.status, "running"), lte(deadlines.nextAt, now), only ? eq(deadlines.assignmentId, only) : undefined)).orderBy(asc(deadlines.nextAt), asc(deadlines.id)).limit(limit);
export const findDeadline = async (db: Database, id: string) => (await db.select().from(deadlines).where(and(eq(deadlines.id, id), ne(deadlines.status, "met"))))[0];
/** The nearest running deadline of an assignment among these clocks. */
export const nearest = async (db: Database, assignmentId: string) =>
  (await db.select().from(deadlines).where(and(eq(deadlines.assignmentId, assignmentId), eq(deadlines.status, "running"), sql`${deadlines.clock} <> 'draft_idle'`)).orderBy(asc(deadlines.dueAt)).limit(1))[0];
