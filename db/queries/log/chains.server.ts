import { asc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { assignments, events, roundEvents, rounds } from "#db/schema.ts";

type Place = { of: string; seq: number };
/** Describes an event as a link of its chain: `of` is the assignment or the round, `content` what its hash was taken over. */
export type Link = Place & { id: string; hash: string; previousHash: string; content: Record<string, unknown> };

/** Reads events of all assignments, one log after the other, from just after this place. */
export const eventsOfAssignmentsAfter = async (db: Database, after: Place | undefined, most: number) =>
  (
    await db
      .select()
      .from(events)
      .where(after && sql`(${events.assignmentId}, ${events.seq}) > (${after.of}::uuid, ${after.seq}::bigint)`)
      .orderBy(asc(events.assignmentId), asc(events.seq))
      .limit(most)
  ).map((event): Link => ({ ...event, of: event.assignmentId, content: event }));

/** Returns the same for rounds of matching. */
export const eventsOfRoundsAfter = async (db: Database, after: Place | undefined, most: number) =>
  (
    await db
      .select()
      .from(roundEvents)
      .where(after && sql`(${roundEvents.roundId}, ${roundEvents.seq}) > (${after.of}::uuid, ${after.seq}::bigint)`)
      .orderBy(asc(roundEvents.roundId), asc(roundEvents.seq))
      .limit(most)
  ).map((event): Link => ({ ...event, of: event.roundId, content: event }));

/** Returns assignments from behind this one on, each with whether it has an event. A draft has none until it is sent in. */
export const loggedAssignmentsAfter = (db: Database, after: string | undefined, most: number) => {
  const own = db.select({ id: events.id }).from(events).where(eq(events.assignmentId, assignments.id));
  return db
    .select({ of: assignments.id, logged: sql<boolean>`${assignments.status} = 'draft' or exists ${own}` })
    .from(assignments)
    .where(after === undefined ? undefined : gt(assignments.id, after))
    .orderBy(asc(assignments.id))
    .limit(most);
};

/** Returns the same for rounds of matching. */
export const loggedRoundsAfter = (db: Database, after: string | undefined, most: number) => {
  const own = db.select({ id: roundEvents.id }).from(roundEvents).where(eq(roundEvents.roundId, rounds.id));
  return db
    .select({ of: rounds.id, logged: sql<boolean>`exists ${own}` })
    .from(rounds)
    .where(after === undefined ? undefined : gt(rounds.id, after))
    .orderBy(asc(rounds.id))
    .limit(most);
};
