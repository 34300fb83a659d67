import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { CentreRole } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { communities, memberships, organizations, partners, people } from "#db/schema.ts";

/** Lists schools of a centre, by name. */
export const institutionsOf = (db: Database, centreId: string) =>
  db
    .select({ id: organizations.id, label: organizations.name })
    .from(partners)
    .innerJoin(organizations, eq(organizations.id, partners.organizationId))
    .where(and(eq(partners.centreId, centreId), eq(organizations.kind, "institution")))
    .orderBy(asc(organizations.name));
/** Lists who holds a role in a centre now, by name. */
export const guidesOfCentre = (db: Database, centreId: string, role: string) =>
  db
    .selectDistinct({ id: people.id, label: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.centreId, centreId),
        eq(memberships.role, role as CentreRole),
        isNull(memberships.endedAt),
        present,
      ),
    )
    .orderBy(asc(people.name));
/** Makes sure that no two of a name begin at once: whoever founds in a centre waits for whoever did so before. */
export async function nameTaken(db: Database, centreId: string, name: string): Promise<boolean> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`community ${centreId}`}, 0))`);
  return (
    (
      await db
        .select({ id: communities.id })
        .from(communities)
        .where(and(eq(communities.centreId, centreId), sql`lower(${communities.name}) = lower(${name})`))
        .limit(1)
    ).length > 0
  );
}
/** Adds a community; whether it is recognised stands in the row. */
export const insertCommunity = (db: Database, row: typeof communities.$inferInsert) =>
  db.insert(communities).values(row);
