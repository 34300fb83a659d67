import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { atWork } from "#app/domain/assignment/process.ts";
import type { Answered } from "#app/domain/company/response-time.ts";
import type { Database } from "#db/client.server.ts";
import { assignments, centres, communities, memberships, organizations, showcases } from "#db/schema.ts";
import { openToAll } from "#db/queries/workflow/visible.server.ts";

const a = assignments;
/** Matches a question that everybody may find under its company's name. */
const openlyNamed = and(openToAll, eq(a.hideCompany, false));
/** Tells whether a question of this company was ever open for everybody under its name. With the company's reach. */
export const wasEverPublic = async (db: Database, companyId: string): Promise<boolean> =>
  (
    await db
      .select({ id: a.id })
      .from(a)
      .where(and(eq(a.organizationId, companyId), sql`${a.publishedAt} is not null`, openlyNamed))
      .limit(1)
  ).length > 0;

/**
 * Lists what was asked of a company since a day and answered by its own people: claims put before it, its question
 * sent back for more, questions of readers. Only about questions that everybody could find under its name. With the
 * company's reach; the newest thousand.
 */
export async function answeredBy(db: Database, companyId: string, since: Date): Promise<Answered[]> {
  const from = since.toISOString();
  const about = (id: SQL) => sql`exists (select from ${a} where ${a.id} = ${id} and ${openlyNamed})`;
  const rows = await db.execute<{ kind: Answered["kind"]; asked: string; answered: string }>(sql`
    select *
    from (
      select 'claim' as kind, c.created_at as asked, min(e.at) as answered
      from events e
      join claims c on c.id = e.object_id
      where e.organization_id = ${companyId}
        and e.object = 'claim'
        and e.move in ('shortlist', 'decline_claim', 'select_claim')
        and e.acting_as = 'client_owner'
        and c.created_at >= ${from}
        and ${about(sql`e.assignment_id`)}
      group by c.id, c.created_at
      union all
      select
        'change',
        e.at,
        (
          select min(s.at)
          from events s
          where s.assignment_id = e.assignment_id
            and s.move = 'submit'
            and s.at > e.at
            and s.acting_as in ('client_owner', 'problem_owner')
        )
      from events e
      where e.organization_id = ${companyId}
        and e.move = 'return_to_draft'
        and e.at >= ${from}
        and ${about(sql`e.assignment_id`)}
      union all
      select 'question', q.at, q.answered_at
      from questions q
      where q.organization_id = ${companyId}
        and q.status = 'answered'
        and q.at >= ${from}
        and ${about(sql`q.assignment_id`)}
        and exists (
          select from memberships m
          where m.person_id = q.answered_by and m.organization_id = ${companyId} and m.centre_id is null
        )
    ) as asked_of
    where answered is not null
    order by asked desc
    limit 1000
  `);
  return [...rows].map(({ kind, asked, answered }) => ({
    kind,
    askedAt: new Date(asked),
    answeredAt: new Date(answered),
  }));
}
/**
 * Returns companies that everybody may know by name: with an open question or a shown result under it, in one centre
 * or anywhere.
 */
export const knownCompanies = async (db: Database, centreId: string | null, limit: number) => [
  ...(await db.execute<{ id: string; name: string }>(sql`
    select o.id, o.name
    from organizations o
    join (
      select ${a.organizationId} as id
      from ${a}
      where ${a.status} = 'published' and ${openlyNamed} and ${centreId ? eq(a.centreId, centreId) : sql`true`}
      union
      select ${showcases.organizationId}
      from ${showcases}
      where ${showcases.status} = 'shown'
        and ${showcases.companyNamed}
        and ${centreId ? eq(showcases.centreId, centreId) : sql`true`}
    ) as known on known.id = o.id
    where not o.hide_name
    order by o.name, o.id
    limit ${limit}
  `)),
];
/** Changes what a company says about itself; only if it is still what was read. */
export const changeOrganization = async (
  db: Database,
  was: { id: string; version: number },
  set: Partial<typeof organizations.$inferInsert>,
): Promise<boolean> =>
  (
    await db
      .update(organizations)
      .set({ ...set, version: was.version + 1 })
      .where(and(eq(organizations.id, was.id), eq(organizations.version, was.version)))
      .returning({ id: organizations.id })
  ).length > 0;
/** Returns assignments of this company that stand on the marketplace now, in no order. */
export const publishedOf = async (db: Database, companyId: string) =>
  (
    await db
      .select({ id: a.id })
      .from(a)
      .where(and(eq(a.organizationId, companyId), eq(a.status, "published")))
  ).map((row) => row.id);

/** The communities a school leads, with their centres. */
export const communitiesOf = (db: Database, institutionId: string) =>
  db
    .select({
      id: communities.id,
      name: communities.name,
      about: communities.about,
      levels: communities.levels,
      centre: centres.name,
      slug: centres.slug,
    })
    .from(communities)
    .innerJoin(centres, eq(centres.id, communities.centreId))
    .where(eq(communities.organizationId, institutionId))
    .orderBy(asc(communities.name));
/** Lists communities of this centre with their schools, by the alphabet. */
export const communitiesAt = (db: Database, centreId: string) =>
  db
    .select({
      id: communities.id,
      name: communities.name,
      about: communities.about,
      schoolId: organizations.id,
      school: organizations.name,
    })
    .from(communities)
    .innerJoin(organizations, eq(organizations.id, communities.organizationId))
    .where(eq(communities.centreId, centreId))
    .orderBy(asc(communities.name));
/** Returns programmes whose students take part, by name. */
export const programmesOf = async (db: Database, institutionId: string) =>
  (
    await db
      .selectDistinct({ programme: memberships.programme })
      .from(memberships)
      .where(
        and(
          eq(memberships.organizationId, institutionId),
          eq(memberships.role, "student"),
          sql`${memberships.endedAt} is null`,
          sql`${memberships.programme} <> ''`,
        ),
      )
      .orderBy(asc(memberships.programme))
      .limit(100)
  ).flatMap((row) => row.programme ?? []);
/** Returns schools by name, for site maps: those that lead a community. */
export const leadingSchools = (db: Database) =>
  db
    .selectDistinct({ id: organizations.id })
    .from(organizations)
    .innerJoin(communities, eq(communities.organizationId, organizations.id))
    .where(eq(organizations.kind, "institution"))
    .orderBy(desc(organizations.id));
/**
 * Says how many assignments that everybody could once find are at work or in use, for one school or one centre. With the
 * reach of all centres.
 */
export async function publicWork(db: Database, at: { institutionId: string } | { centreId: string }) {
  const here = "centreId" in at ? eq(a.centreId, at.centreId) : eq(a.institutionId, at.institutionId);
  const [row] = await db
    .select({
      working: sql<number>`count(*) filter (where ${inArray(a.status, [...atWork])})::int`,
      inUse: sql<number>`
        count(*) filter (
          where exists (
            select from implementations i where i.assignment_id = assignments.id and i.degree <> 'none'
          )
        )::int
      `,
    })
    .from(a)
    .where(and(here, sql`${a.publishedAt} is not null`, openToAll));
  return { working: row?.working ?? 0, inUse: row?.inUse ?? 0 };
}
