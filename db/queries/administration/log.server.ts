import { count, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/client.server.ts";
import { centres, organizations, people, platformEvents } from "#db/schema.ts";

/** Adds a line to the log of the platform, which only grows; only an administrator or the product itself may. */
export const writePlatformEvent = (db: Database, row: typeof platformEvents.$inferInsert) =>
  db.insert(platformEvents).values(row);

/** The log of the platform, the newest first, with the names that its numbers have now. */
export async function platformLog(db: Database, { limit, offset }: { limit: number; offset: number }) {
  const [actor, about] = [alias(people, "actor"), alias(people, "about")];
  const rows = await db
    .select({
      id: platformEvents.id,
      act: platformEvents.act,
      at: platformEvents.at,
      reason: platformEvents.reason,
      actor: actor.name,
      person: about.name,
      personId: platformEvents.personId,
      centre: centres.name,
      organization: organizations.name,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(platformEvents)
    .leftJoin(actor, eq(actor.id, platformEvents.actorId))
    .leftJoin(about, eq(about.id, platformEvents.personId))
    .leftJoin(centres, eq(centres.id, platformEvents.centreId))
    .leftJoin(organizations, eq(organizations.id, platformEvents.organizationId))
    .orderBy(desc(platformEvents.at), desc(platformEvents.id))
    .limit(limit)
    .offset(offset);
  return { rows, total: rows[0]?.total ?? (await db.select({ n: count() }).from(platformEvents))[0]?.n ?? 0 };
}
