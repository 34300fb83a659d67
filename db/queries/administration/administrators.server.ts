import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { people, platformAdministrators as administrators } from "#db/schema.ts";

/** Selects current administrators who may log in: a disabled one keeps nothing running. */
const administering = (db: Database, of?: string) =>
  db
    .select({
      id: administrators.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      at: administrators.grantedAt,
    })
    .from(administrators)
    .innerJoin(people, and(eq(people.id, administrators.personId), present))
    .where(and(isNull(administrators.endedAt), of === undefined ? undefined : eq(administrators.personId, of)))
    .orderBy(asc(administrators.grantedAt), asc(administrators.id));

/**
 * Tells whether this person is an administrator of the platform now. Of who sends a request, `actor.platformAdmin` knows
 * it.
 */
export const isPlatformAdmin = async (db: Database, personId: string): Promise<boolean> =>
  (await administering(db, personId).limit(1)).length > 0;
/** Tells whether the platform has an administrator: while it has none, its first page waits for the code of the log. */
export const hasPlatformAdmin = async (db: Database): Promise<boolean> => (await administering(db).limit(1)).length > 0;
/** Lists every current administrator, the first one first. */
export const platformAdmins = (db: Database) => administering(db);
/** Makes somebody an administrator; does nothing for whoever is one. Answers whether it did. */
export const addPlatformAdmin = async (db: Database, row: typeof administrators.$inferInsert): Promise<boolean> =>
  (await db.insert(administrators).values(row).onConflictDoNothing().returning({ id: administrators.id })).length > 0;
/** Ends the right of this person to administer the platform; the row stays, as history. */
export const endPlatformAdmin = (db: Database, personId: string, at: Date) =>
  db
    .update(administrators)
    .set({ endedAt: at })
    .where(and(eq(administrators.personId, personId), isNull(administrators.endedAt)));
