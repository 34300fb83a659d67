import { and, asc, desc, eq, ne, notInArray } from "drizzle-orm";
import { untold } from "#app/domain/workflow/log-readers.ts";
import type { Database } from "#db/client.server.ts";
import { events, people } from "#db/schema.ts";

/** One line of the log of an assignment. */
export type Event = typeof events.$inferSelect;
/** The end of the chain of an assignment; "" for one without events. */
export const lastHash = async (db: Database, assignmentId: string) =>
  (
    await db
      .select({ hash: events.hash })
      .from(events)
      .where(eq(events.assignmentId, assignmentId))
      .orderBy(desc(events.seq))
      .limit(1)
  )[0]?.hash ?? "";
export const insertEvent = (db: Database, row: typeof events.$inferInsert) => db.insert(events).values(row);
/** The log, the oldest first. */
export const eventsOf = (db: Database, assignmentId: string, limit = 500) =>
  db
    .select({ event: events, actor: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(eq(events.assignmentId, assignmentId))
    .orderBy(asc(events.seq))
    .limit(limit);
/** The move that brought an assignment into the state it is in, with who made it. */
export const lastInto = async (db: Database, assignmentId: string, status: string) =>
  (
    await db
      .select({ event: events, actor: people.name })
      .from(events)
      .leftJoin(people, eq(people.id, events.actorId))
      .where(
        and(
          eq(events.assignmentId, assignmentId),
          eq(events.objectId, assignmentId),
          eq(events.toStatus, status),
          ne(events.fromStatus, status),
        ),
      )
      .orderBy(desc(events.seq))
      .limit(1)
  )[0];
/** Whether this object was ever moved so. */
export const wasMoved = async (db: Database, objectId: string, move: string) =>
  (
    await db
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.objectId, objectId), eq(events.move, move)))
      .limit(1)
  ).length > 0;
/** Who moved last: what a loser of a race is told, who may not know everything. */
export const lastMove = async (db: Database, assignmentId: string) =>
  (
    await db
      .select({ move: events.move, answers: events.answers, at: events.at, name: people.name, actorId: events.actorId })
      .from(events)
      .leftJoin(people, eq(people.id, events.actorId))
      .where(and(eq(events.assignmentId, assignmentId), notInArray(events.move, [...untold])))
      .orderBy(desc(events.seq))
      .limit(1)
  )[0];
/** An event with the name of who made it. */
export const eventWithActor = async (db: Database, id: string) =>
  (
    await db
      .select({ event: events, actor: people.name })
      .from(events)
      .leftJoin(people, eq(people.id, events.actorId))
      .where(eq(events.id, id))
  )[0];
