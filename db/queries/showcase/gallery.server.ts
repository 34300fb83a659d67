import { and, arrayContains, asc, desc, eq, or, sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { assignments, centres, communities, organizations, showcases } from "#db/schema.ts";
import { inPublic } from "#db/queries/workflow/visible.server.ts";

const s = showcases;
const institution = sql.identifier("institution");
/**
 * The company stands by name, and so with its town, only where it said so for this result, and never while it asks not
 * to be named at all.
 */
const named = sql`(${s.companyNamed} and not ${organizations.hideName})`;
const card = {
  id: s.assignmentId,
  title: s.title,
  changed: s.changed,
  place: sql<string>`case when ${named} then ${s.place} else '' end`,
  themes: s.themes,
  degree: s.degree,
  inUseOn: s.inUseOn,
  shownAt: s.shownAt,
  centre: centres.name,
  centreSlug: centres.slug,
  company: sql<string | null>`case when ${named} then ${organizations.name} end`,
  companyId: sql<string | null>`case when ${named} then ${s.organizationId} end`,
};
const shown = eq(s.status, "shown");
type ShownWhere = {
  theme?: string;
  centreId?: string;
  institutionId?: string /** Results under the name of this company. */;
  company?: string;
};
const narrowed = ({ theme, centreId, institutionId, company }: ShownWhere): SQL | undefined =>
  and(
    shown,
    theme ? arrayContains(s.themes, [theme]) : undefined,
    centreId ? eq(s.centreId, centreId) : undefined,
    institutionId ? eq(s.institutionId, institutionId) : undefined,
    company ? and(eq(s.organizationId, company), named) : undefined,
  );
/** Returns results for everybody, the newest first; only what is shown, whoever asks. */
export const shownResults = (db: Database, where: ShownWhere, { offset, limit }: { offset: number; limit: number }) =>
  db
    .select(card)
    .from(s)
    .innerJoin(organizations, eq(organizations.id, s.organizationId))
    .innerJoin(centres, eq(centres.id, s.centreId))
    .where(narrowed(where))
    .orderBy(desc(s.shownAt), asc(s.id))
    .offset(offset)
    .limit(limit);
/** Counts the results that `shownResults` pages through. */
export const countShown = async (db: Database, where: ShownWhere): Promise<number> =>
  (
    await db
      .select({ n: sql<number>`count(*)::int` })
      .from(s)
      .innerJoin(organizations, eq(organizations.id, s.organizationId))
      .where(narrowed(where))
  )[0]?.n ?? 0;
/** Themes of shown results with how many have each, the commonest first. */
export const shownThemes = async (db: Database) => [
  ...(await db.execute<{ theme: string; n: number }>(
    sql`
      select theme, count(*)::int as n
      from ${s}, unnest(${s.themes}) as theme
      where ${shown}
      group by theme
      order by n desc, theme
    `,
  )),
];
/** One shown result with everything a visitor reads. */
export const shownResult = async (db: Database, id: string) =>
  (
    await db
      .select({
        ...card,
        askedFor: s.askedFor,
        made: s.made,
        quote: s.quote,
        quoteBy: sql<string>`case when ${named} then ${s.quoteBy} else '' end`,
        makers: s.makers,
        unnamed: s.unnamed,
        buildsOn: s.buildsOn,
        community: communities.name,
        schoolId: s.institutionId,
        school: sql<
          string | null
        >`(select ${institution}.name from organizations ${institution} where ${institution}.id = ${s.institutionId})`,
      })
      .from(s)
      .innerJoin(organizations, eq(organizations.id, s.organizationId))
      .innerJoin(centres, eq(centres.id, s.centreId))
      .leftJoin(communities, eq(communities.id, s.communityId))
      .where(and(shown, eq(s.assignmentId, id)))
  )[0];

/** Lists what a shown result builds on and what builds on it: shown results, and questions that are open for everybody. */
export async function publicRelatives(db: Database, id: string, buildsOn: string | null) {
  const a = assignments;
  const results = await db
    .select({ id: s.assignmentId, title: s.title, earlier: sql<boolean>`${s.assignmentId} = ${buildsOn ?? id}` })
    .from(s)
    .where(and(shown, or(buildsOn ? eq(s.assignmentId, buildsOn) : undefined, eq(s.buildsOn, id))))
    .limit(20);
  const questions = await db
    .select({ id: a.id, title: a.title, earlier: sql<boolean>`${a.id} = ${buildsOn ?? id}` })
    .from(a)
    .where(and(inPublic, or(buildsOn ? eq(a.id, buildsOn) : undefined, eq(a.buildsOn, id))))
    .limit(20);
  return { results, questions };
}
/** Returns addresses of shown results, for site maps. */
export const shownIds = (db: Database) =>
  db.select({ id: s.assignmentId, at: s.shownAt }).from(s).where(shown).orderBy(desc(s.shownAt), asc(s.id));
