import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { centres, organizations, partners, tokens } from "#db/schema.ts";

/** One at a time opens a centre or changes who may come in: who waits sees what the other did. Until the transaction ends. */
export const inLine = async (db: Database): Promise<void> =>
  void (await db.execute(sql`select pg_advisory_xact_lock(hashtext('administration'))`));

export const insertCentre = (db: Database, row: typeof centres.$inferInsert) => db.insert(centres).values(row);
export const isSlugTaken = async (db: Database, slug: string): Promise<boolean> =>
  (await db.select({ id: centres.id }).from(centres).where(eq(centres.slug, slug))).length > 0;
/** Whoever has this number of the Chamber of Commerce, the institution before a company that took it. */
export const holderOfKvk = async (db: Database, kvk: string) =>
  (
    await db
      .select({ id: organizations.id, kind: organizations.kind, name: organizations.name })
      .from(organizations)
      .where(eq(organizations.kvk, kvk))
      .orderBy(sql`${organizations.kind} <> 'institution'`)
  )[0];
/** Whether any institution is here. */
export const hasInstitution = async (db: Database): Promise<boolean> =>
  (await db.select({ id: organizations.id }).from(organizations).where(eq(organizations.kind, "institution")).limit(1))
    .length > 0;

/** Ends every code of the first page. */
export const endCodes = (db: Database, at: Date) =>
  db
    .update(tokens)
    .set({ usedAt: at })
    .where(and(eq(tokens.kind, "begin"), isNull(tokens.usedAt)));
/** The schools that take part in a centre, the one that leads first. Asks the centre's reach. */
export const schoolsOfCentre = (db: Database, centreId: string) =>
  db
    .select({ id: organizations.id, name: organizations.name, kvk: organizations.kvk })
    .from(partners)
    .innerJoin(organizations, eq(organizations.id, partners.organizationId))
    .where(and(eq(partners.centreId, centreId), eq(organizations.kind, "institution")))
    .orderBy(asc(partners.since), asc(organizations.name));
