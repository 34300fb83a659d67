import { and, asc, eq, isNull } from "drizzle-orm";
import type { CentreRole } from "#app/domain/words.ts";
import { saysSame } from "#app/domain/marks.ts";
import { waitTurn } from "#db/queries/alike.server.ts";
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
/** Tells whether a community of this name is in the centre; whoever founds there waits for whoever did so before. */
export async function nameTaken(db: Database, centreId: string, name: string): Promise<boolean> {
  await waitTurn(db, `communities ${centreId}`);
  const names = await db.select({ name: communities.name }).from(communities).where(eq(communities.centreId, centreId));
  return names.some((one) => saysSame(one.name, name));
}
/** Adds a community; whether it is recognised stands in the row. */
export const insertCommunity = (db: Database, row: typeof communities.$inferInsert) =>
  db.insert(communities).values(row);
