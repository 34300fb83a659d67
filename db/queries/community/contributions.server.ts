import { and, asc, desc, eq, inArray, isNull, ne, sql, type SQL } from "drizzle-orm";
import { alreadyAdded } from "#db/queries/alike.server.ts";
import type { Database } from "#db/client.server.ts";
import { contributions, organizations, people } from "#db/schema.ts";

type At = { limit: number; offset: number };
const n = sql<number>`count(*)::int`;
const entered = (communityId: string, organizationIds: readonly string[] | "all") =>
  and(
    eq(contributions.communityId, communityId),
    isNull(contributions.endedAt),
    organizationIds === "all" ? undefined : inArray(contributions.organizationId, [...organizationIds]),
  );
/** Reads a page of contributions of these organisations, or of all of them, the latest period first. */
export const contributionsPage = (db: Database, communityId: string, of: readonly string[] | "all", at: At) =>
  db
    .select({ row: contributions, organization: organizations.name, by: people.name })
    .from(contributions)
    .innerJoin(organizations, eq(organizations.id, contributions.organizationId))
    .leftJoin(people, eq(people.id, contributions.byId))
    .where(entered(communityId, of))
    .orderBy(desc(contributions.fromOn), asc(contributions.id))
    .limit(at.limit)
    .offset(at.offset);
/** Counts the contributions that `contributionsPage` pages through. */
export const countContributions = async (db: Database, communityId: string, of: readonly string[] | "all") =>
  (await db.select({ n }).from(contributions).where(entered(communityId, of)))[0]?.n ?? 0;
/** Counts what was worked, also of entries from before minutes were kept. */
const minutesGiven = sql<number | null>`coalesce(${contributions.minutes}, ${contributions.hours} * 60)`;
/** Holds every year in which a part of the period lies. */
const yearsOfPeriod = sql`lateral generate_series(
  extract(year from ${contributions.fromOn})::int,
  extract(year from ${contributions.toOn})::int
) as y(year)`;
const days = sql`(${contributions.toOn} - ${contributions.fromOn} + 1)`;
/**
 * Counts what of this falls in the year, by its days: all until the end of that year without all before it, each
 * rounded, so that the years together are the whole.
 */
const inYear = (whole: SQL) => {
  const until = sql`(least(${contributions.toOn} + 1, make_date(y.year + 1, 1, 1)) - ${contributions.fromOn})`;
  const before = sql`(greatest(${contributions.fromOn}, make_date(y.year, 1, 1)) - ${contributions.fromOn})`;
  return sql`round(${whole}::numeric * ${until} / ${days}) - round(${whole}::numeric * ${before} / ${days})`;
};
/** Counts what came in by organisation, year and kind, in cents and hours: a period over two years counts in each by its days. */
export const contributionTotals = (db: Database, communityId: string, of: readonly string[] | "all") =>
  db
    .select({
      organizationId: contributions.organizationId,
      year: sql<number>`y.year`,
      kind: contributions.kind,
      value: sql<number>`sum(${inYear(sql`${contributions.value}`)})::float8`,
      hours: sql<number>`(coalesce(sum(${inYear(minutesGiven)}), 0) / 60)::float8`,
    })
    .from(contributions)
    .innerJoin(yearsOfPeriod, sql`true`)
    .where(entered(communityId, of))
    .groupBy(sql`1, 2, 3`);
/** Tells whether another entry of the same organisation says all the same and was not taken back; one asks at a time. */
export const sameContribution = (db: Database, row: typeof contributions.$inferInsert): Promise<boolean> =>
  alreadyAdded(
    db,
    { place: `contributions ${row.communityId} ${row.organizationId}`, said: { what: row.what, proof: row.proof } },
    () =>
      db
        .select({ what: contributions.what, proof: contributions.proof })
        .from(contributions)
        .where(
          and(
            entered(row.communityId, [row.organizationId]),
            ne(contributions.id, row.id),
            eq(contributions.kind, row.kind),
            eq(contributions.fromOn, row.fromOn),
            eq(contributions.toOn, row.toOn),
            eq(contributions.value, row.value),
            sql`${minutesGiven} is not distinct from ${row.minutes ?? null}::int`,
          ),
        ),
  );
/** Returns a contribution that was not taken back. */
export const contributionById = async (db: Database, id: string) =>
  (
    await db
      .select()
      .from(contributions)
      .where(and(eq(contributions.id, id), isNull(contributions.endedAt)))
  )[0];
/** Adds what an organisation contributed. */
export const insertContribution = (db: Database, row: typeof contributions.$inferInsert) =>
  db.insert(contributions).values(row);
/** Changes a contribution when it still is what was seen and was not taken back; answers whether it was. */
export const changeContribution = async (
  db: Database,
  was: { id: string; version: number },
  set: Partial<typeof contributions.$inferInsert>,
) =>
  (
    await db
      .update(contributions)
      .set({ ...set, version: was.version + 1 })
      .where(and(eq(contributions.id, was.id), eq(contributions.version, was.version), isNull(contributions.endedAt)))
      .returning({ id: contributions.id })
  ).length > 0;
