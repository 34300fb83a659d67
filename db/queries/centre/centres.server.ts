import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import type { Switches } from "#app/domain/centre/switches.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { centres, organizations, partners } from "#db/schema.ts";

/** Says what everybody may know of every centre. */
export const publicCentres = (db: Database) =>
  db.select({ slug: centres.slug, name: centres.name }).from(centres).orderBy(centres.name);
/** Lists every centre, as the reach of the clock and of the postman. */
export const allCentreIds = async (db: Database) =>
  (await db.select({ id: centres.id }).from(centres)).map((c) => c.id);
/** Says how many centres there are, whoever asks. */
export const centreCount = async (db: Database): Promise<number> =>
  (await db.select({ n: count() }).from(centres))[0]?.n ?? 0;
/** Sets one switch of a centre, when its switches are still of this version; answers whether it did. */
export const changeSwitches = async <S extends keyof Switches>(
  db: Database,
  { id, version }: { id: string; version: number },
  name: S,
  value: Switches[S],
): Promise<boolean> =>
  (
    await db
      .update(centres)
      .set({
        switches: sql`${centres.switches} || ${JSON.stringify({ [name]: value })}::jsonb`,
        switchesVersion: version + 1,
      })
      .where(and(eq(centres.id, id), eq(centres.switchesVersion, version)))
      .returning({ id: centres.id })
  ).length > 0;
/** Returns centres in which these organisations take part, as far as the reader reaches. */
export const centresOfPartners = async (db: Database, organizationIds: readonly string[]) =>
  organizationIds.length === 0
    ? []
    : [
        ...new Set(
          (
            await db
              .select({ id: partners.centreId })
              .from(partners)
              .where(inArray(partners.organizationId, [...organizationIds]))
          ).map((row) => row.id),
        ),
      ];
/** Finds the centre through which this school came in, as far as the reader reaches. */
export const appointingCentres = async (db: Database, organizationId: string) =>
  (
    await db
      .select({ id: partners.centreId })
      .from(partners)
      .where(and(eq(partners.organizationId, organizationId), eq(partners.appoints, true)))
  ).map((row) => row.id);
/** Returns a centre with its settings; undefined when there is none. */
export const centreById = async (db: Database, id: string) =>
  (await db.select().from(centres).where(eq(centres.id, id)))[0];
/** Lists every centre as an option, by name. */
export const centreNames = (db: Database) =>
  db.select({ id: centres.id, label: centres.name }).from(centres).orderBy(asc(centres.name));
/** Returns a centre by its name in addresses; undefined when there is none. */
export const centreBySlug = async (db: Database, slug: string) =>
  (await db.select().from(centres).where(eq(centres.slug, slug)))[0];
/** Returns every centre with what its page says, by name. */
export const listCentres = (db: Database) => centresByName(db, {});
const centresByName = fixed((db) =>
  db
    .select({
      id: centres.id,
      slug: centres.slug,
      name: centres.name,
      region: centres.region,
      about: centres.about,
      hue: centres.hue,
    })
    .from(centres)
    .orderBy(asc(centres.name)),
);
/** Adds a centre; the database refuses a name in addresses that another has. */
export const insertCentre = (db: Database, row: typeof centres.$inferInsert) => db.insert(centres).values(row);
/** Tells whether a centre has this name in addresses already. */
export const isSlugTaken = async (db: Database, slug: string): Promise<boolean> =>
  (await db.select({ id: centres.id }).from(centres).where(eq(centres.slug, slug))).length > 0;
/** Returns the schools that take part in a centre, the one that leads first. Asks the centre's reach. */
export const schoolsOfCentre = (db: Database, centreId: string) =>
  db
    .select({
      id: organizations.id,
      name: organizations.name,
      kvk: organizations.kvk,
      appoints: partners.appoints,
    })
    .from(partners)
    .innerJoin(organizations, eq(organizations.id, partners.organizationId))
    .where(and(eq(partners.centreId, centreId), eq(organizations.kind, "institution")))
    .orderBy(asc(partners.since), asc(organizations.name));
/** Replaces the lines that this centre checks before it takes a question in, in their order. */
export const setChecklist = (db: Database, centreId: string, checklist: string[]) =>
  db.update(centres).set({ checklist }).where(eq(centres.id, centreId));
