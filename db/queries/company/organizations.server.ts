import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { waitTurn } from "#db/queries/alike.server.ts";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { memberships, organizations, partners, people } from "#db/schema.ts";

/** Notes when and how a centre found out that a company is who it says. */
export const verifyCompany = (db: Database, id: string, how: string, at: Date) =>
  db.update(organizations).set({ verifiedAt: at, verifiedHow: how }).where(eq(organizations.id, id));
/** Adds a company or a school. */
export const insertOrganization = (db: Database, row: typeof organizations.$inferInsert) =>
  db.insert(organizations).values(row);
/** Makes whoever adds an organisation of this number wait for whoever is doing so: a number is of one organisation. */
export const waitForKvk = (db: Database, kvk: string) => waitTurn(db, `organizations ${kvk}`);
/** Returns the organisation with this number of the chamber of commerce, for whoever may add it; undefined when it is new here. */
export async function organizationByKvk(db: Database, kvk: string) {
  await waitForKvk(db, kvk);
  return (await db.select({ id: organizations.id }).from(organizations).where(eq(organizations.kvk, kvk)))[0];
}
/** An organisation takes part in a centre. */
export const insertPartner = (db: Database, row: typeof partners.$inferInsert) => db.insert(partners).values(row);
export const organizationById = async (db: Database, id: string) =>
  (await db.select().from(organizations).where(eq(organizations.id, id)))[0];
/** Lists who may sign for these organisations, with how their authority was recorded. */
export const signersOf = (db: Database, organizationIds: readonly string[]) =>
  db
    .select({ organizationId: memberships.organizationId, name: people.name, mandate: memberships.mandate })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        inArray(memberships.organizationId, [...organizationIds]),
        eq(memberships.role, "authorised_signatory"),
        isNull(memberships.centreId),
        isNull(memberships.endedAt),
        present,
      ),
    )
    .orderBy(people.name);
/** Tells whether these people's signing authority was recorded at these organisations (guard `mandate_proven`). */
export const mandates = (db: Database, organizationIds: readonly string[]) =>
  db
    .select({
      personId: memberships.personId,
      organizationId: memberships.organizationId,
      mandate: memberships.mandate,
    })
    .from(memberships)
    .where(
      and(
        inArray(memberships.organizationId, [...organizationIds]),
        eq(memberships.role, "authorised_signatory"),
        sql`${memberships.endedAt} is null`,
      ),
    );
/** The names of these organisations, by id. */
export const organizationNames = async (db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    ids.length === 0
      ? []
      : (
          await db
            .select({ id: organizations.id, name: organizations.name })
            .from(organizations)
            .where(inArray(organizations.id, [...ids]))
        ).map(({ id, name }) => [id, name]),
  );
