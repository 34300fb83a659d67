import { and, asc, desc, eq, inArray, lte, ne, or, sql, type SQL } from "drizzle-orm";
import { lastingClocks, overlayClocks, undoneClocks, type ClockId } from "#app/domain/workflow/clocks.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { assignments, deadlines } from "#db/schema.ts";
import { nearestEndOf } from "#db/schema/nearest-end.ts";

export type Deadline = typeof deadlines.$inferSelect;
const alive = inArray(deadlines.status, ["running", "paused"]);
/** Selects what still asks something: it runs, is paused, or ran out and lasts. */
const asks = or(alive, and(eq(deadlines.status, "out"), inArray(deadlines.clock, [...lastingClocks])));
const leftUndone = and(eq(deadlines.status, "out"), inArray(deadlines.clock, [...undoneClocks]));
/** Starts a clock; the database refuses a second one of the same kind that runs for an object. */
export const insertDeadline = async (db: Database, row: typeof deadlines.$inferInsert) => {
  await db.insert(deadlines).values(row);
  await keepNearest(db, [row]);
};
/** Changes a clock, and with it the nearest end that its assignment carries (docs/decisions/035). */
export const changeDeadline = async (db: Database, id: string, set: Partial<Deadline>) =>
  keepNearest(db, await db.update(deadlines).set(set).where(eq(deadlines.id, id)).returning(whose));
/** Stops the named clocks of one object, also those that ran out and ask on. */
export const meetClocks = async (db: Database, objectId: string, clocks: readonly ClockId[]) => {
  if (clocks.length)
    await metWhere(db, and(eq(deadlines.objectId, objectId), inArray(deadlines.clock, [...clocks]), asks));
};
/** Stops every clock of one object, in the same way. */
export const meetAllClocks = (db: Database, objectId: string) =>
  metWhere(db, and(eq(deadlines.objectId, objectId), asks));
const whose = { assignmentId: deadlines.assignmentId, object: deadlines.object };
const metWhere = async (db: Database, where: SQL | undefined) =>
  keepNearest(db, await db.update(deadlines).set({ status: "met" }).where(where).returning(whose));
/** What lists are ordered by says what its clocks say: after every write of a clock of the assignment itself. */
async function keepNearest(db: Database, written: readonly { assignmentId: string; object: string }[]) {
  for (const id of new Set(written.filter((d) => d.object === "assignment").map((d) => d.assignmentId)))
    await setNearest(db, { id });
}
const setNearest = fixed((db) =>
  db
    .update(assignments)
    .set({ runningDue: nearestEndOf(), stillDue: nearestEndOf(overlayClocks) })
    .where(eq(assignments.id, sql.placeholder("id"))),
);
/** Returns clocks of an assignment and of its parts that run or are paused. */
export const aliveDeadlines = (db: Database, assignmentId: string) =>
  db
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.assignmentId, assignmentId), alive));
/** Returns clocks of an assignment and of its parts that ask something or left something undone, also after they ran out. */
export const askingDeadlines = (db: Database, assignmentId: string) =>
  db
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.assignmentId, assignmentId), or(asks, leftUndone)));
/** Returns the newest of this clock of an assignment that nobody answered yet; it may have run out. */
export const openDeadline = async (db: Database, assignmentId: string, clock: ClockId): Promise<Deadline | undefined> =>
  (
    await db
      .select()
      .from(deadlines)
      .where(
        and(
          eq(deadlines.assignmentId, assignmentId),
          eq(deadlines.object, "assignment"),
          eq(deadlines.clock, clock),
          ne(deadlines.status, "met"),
        ),
      )
      .orderBy(desc(deadlines.startedAt))
      .limit(1)
  )[0];
/** Returns clocks whose next moment has come, oldest first; the pass takes them one by one. */
export const dueDeadlines = (db: Database, now: Date, limit: number, only?: string) =>
  db
    .select({ id: deadlines.id, assignmentId: deadlines.assignmentId, nextAt: deadlines.nextAt })
    .from(deadlines)
    .where(
      and(
        eq(deadlines.status, "running"),
        lte(deadlines.nextAt, now),
        only ? eq(deadlines.assignmentId, only) : undefined,
      ),
    )
    .orderBy(asc(deadlines.nextAt), asc(deadlines.id))
    .limit(limit);
/** Returns a clock that was not answered: it runs, is paused or ran out; undefined otherwise. */
export const findDeadline = async (db: Database, id: string) =>
  (
    await db
      .select()
      .from(deadlines)
      .where(and(eq(deadlines.id, id), ne(deadlines.status, "met")))
  )[0];
