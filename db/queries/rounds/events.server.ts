import { desc, eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { people, roundEvents as events } from "#db/schema.ts";

type NewEvent = typeof events.$inferInsert;
/** Adds a line to the log of a round; the database refuses a second successor of a line. */
export const insertRoundEvent = (db: Database, event: NewEvent) => db.insert(events).values(event);

/** Returns the end of a round's chain; "" for a round without events. */
export const lastRoundHash = async (db: Database, roundId: string): Promise<string> => {
  const [last] = await db
    .select({ hash: events.hash })
    .from(events)
    .where(eq(events.roundId, roundId))
    .orderBy(desc(events.seq))
    .limit(1);
  return last?.hash ?? "";
};

/** Returns events of a round with the name of whoever acted, the latest first. A round has few: no page is needed. */
export const roundEvents = (db: Database, roundId: string) =>
  db
    .select({ event: events, actor: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(eq(events.roundId, roundId))
    .orderBy(desc(events.seq));
