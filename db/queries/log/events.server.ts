import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { events, people } from "#db/schema.ts";

/** This is one line of the log of an assignment. */
export type Event = typeof events.$inferSelect;
/** Returns the end of the chain of an assignment; "" for one without events. */
export const lastHash = async (db: Database, assignmentId: string) =>
  (
    await db
      .select({ hash: events.hash })
      .from(events)
      .where(eq(events.assignmentId, assignmentId))
      .orderBy(desc(events.seq))
      .limit(1)
  )[0]?.hash ?? "";
/** Adds a line to the log of an assignment; the database refuses a second successor of a line. */
export const insertEvent = (db: Database, row: typeof events.$inferInsert) => db.insert(events).values(row);
/** Reads the log, the oldest line first. */
export const eventsOf = (db: Database, assignmentId: string, limit = 500) =>
  db
    .select({ event: events, actor: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(eq(events.assignmentId, assignmentId))
    .orderBy(asc(events.seq))
    .limit(limit);
/** Returns the move that brought an assignment into the status it is in, with who made it. */
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
/** Tells whether this object was ever moved so. */
export const wasMoved = async (db: Database, objectId: string, move: string) =>
  (await movedBy(db, { object: objectId, move })).length > 0;
const movedBy = fixed((db) =>
  db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.objectId, sql.placeholder("object")), eq(events.move, sql.placeholder("move"))))
    .limit(1),
);
/** Reads the newest lines of the log, the newest first. */
export const newestEvents = (db: Database, assignmentId: string, limit = 100) =>
  db
    .select({ event: events, actor: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(eq(events.assignmentId, assignmentId))
    .orderBy(desc(events.seq))
    .limit(limit);
/** Returns an event with the name of whoever made it. */
export const eventWithActor = async (db: Database, id: string) =>
  (
    await db
      .select({ event: events, actor: people.name })
      .from(events)
      .leftJoin(people, eq(people.id, events.actorId))
      .where(eq(events.id, id))
  )[0];
