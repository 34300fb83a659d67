import { asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { centres, organizations, partners } from "#db/schema.ts";

const some = (
  column: typeof organizations.id | typeof partners.centreId | typeof partners.organizationId | typeof centres.id,
  ids: readonly string[],
) => (ids.length ? inArray(column, [...ids]) : sql`false`);
/** Reads these companies as choices, by the alphabet. */
export const companiesOf = (db: Database, ids: readonly string[]) =>
  db
    .select({ id: organizations.id, label: organizations.name })
    .from(organizations)
    .where(some(organizations.id, ids))
    .orderBy(asc(organizations.name));
/** Returns companies that take part in one of these centres, each once, by the alphabet. */
export const companiesIn = (db: Database, centreIds: readonly string[]) =>
  db
    .selectDistinct({ id: organizations.id, label: organizations.name })
    .from(organizations)
    .innerJoin(partners, eq(partners.organizationId, organizations.id))
    .where(sql`${some(partners.centreId, centreIds)} and ${organizations.kind} = 'company'`)
    .orderBy(asc(organizations.name));
/** Returns centres in which one of these organisations takes part, and these centres themselves, each once, by the alphabet. */
export const centresOf = (db: Database, organizationIds: readonly string[], centreIds: readonly string[]) =>
  db
    .selectDistinct({ id: centres.id, label: centres.name })
    .from(centres)
    .leftJoin(partners, eq(partners.centreId, centres.id))
    .where(or(some(partners.organizationId, organizationIds), some(centres.id, centreIds)))
    .orderBy(asc(centres.name));
