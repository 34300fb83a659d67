import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { alreadyAdded } from "#db/queries/alike.server.ts";
import { fixed, inList, listed } from "#db/fixed.server.ts";
import { centres, communities, communityPartners, endUserContacts, organizations, partners } from "#db/schema.ts";

const open = isNull(communityPartners.endedAt);
/** A community with the names around it. */
export const communityById = async (db: Database, id: string) =>
  (
    await db
      .select({
        row: communities,
        centre: centres.name,
        slug: centres.slug,
        hue: centres.hue,
        school: organizations.name,
      })
      .from(communities)
      .innerJoin(centres, eq(centres.id, communities.centreId))
      .innerJoin(organizations, eq(organizations.id, communities.organizationId))
      .where(eq(communities.id, id))
  )[0];
/** Returns organisations that take part now, the institution that leads first. `rowId` is null for that one: it cannot leave. */
export const partnersOf = (db: Database, communityId: string) =>
  db
    .select({
      id: organizations.id,
      name: organizations.name,
      kind: organizations.kind,
      employees: organizations.employees,
      rowId: communityPartners.id,
      since: communityPartners.since,
    })
    .from(communities)
    .innerJoin(
      organizations,
      or(
        eq(organizations.id, communities.organizationId),
        sql`
          ${organizations.id} in (
            select ${communityPartners.organizationId}
            from ${communityPartners}
            where ${communityPartners.communityId} = ${communityId} and ${open}
          )
        `,
      ),
    )
    .leftJoin(
      communityPartners,
      and(
        eq(communityPartners.communityId, communities.id),
        eq(communityPartners.organizationId, organizations.id),
        open,
      ),
    )
    .where(eq(communities.id, communityId))
    .orderBy(sql`${organizations.id} <> ${communities.organizationId}`, asc(organizations.name));
export type PartnerRow = Awaited<ReturnType<typeof partnersOf>>[number];
/** Returns organisations of the centre that do not take part yet. */
export const otherOrganizations = (db: Database, centreId: string, communityId: string) =>
  db
    .select({ id: organizations.id, label: organizations.name })
    .from(partners)
    .innerJoin(organizations, eq(organizations.id, partners.organizationId))
    .where(
      and(
        eq(partners.centreId, centreId),
        sql`
          ${organizations.id} not in (
            select organization_id
            from communities
            where id = ${communityId}
            union all
            select organization_id
            from community_partners
            where community_id = ${communityId} and ended_at is null
          )
        `,
      ),
    )
    .orderBy(asc(organizations.name));
/** Adds a partner; the database refuses one that takes part already. */
export const insertPartner = (db: Database, row: typeof communityPartners.$inferInsert) =>
  db.insert(communityPartners).values(row);
/** Ends that a partner takes part; false when it had ended or is of another community. */
export const endPartner = async (db: Database, rowId: string, communityId: string, at: Date) =>
  (
    await db
      .update(communityPartners)
      .set({ endedAt: at })
      .where(and(eq(communityPartners.id, rowId), eq(communityPartners.communityId, communityId), open))
      .returning({ id: communityPartners.id })
  ).length > 0;
/** Returns communities in which these organisations take part now, or which they lead. */
export const communitiesWith = async (db: Database, organizationIds: readonly string[]) =>
  organizationIds.length === 0 ? [] : communitiesOf(db, { organizations: listed(organizationIds) });
const communitiesOf = fixed((db) =>
  db
    .selectDistinct({ id: communities.id, centreId: communities.centreId, name: communities.name })
    .from(communities)
    .where(
      or(
        inList(communities.organizationId, sql.placeholder("organizations")),
        sql`
              ${communities.id} in (
                select ${communityPartners.communityId}
                from ${communityPartners}
                where ${communityPartners.organizationId} = any(${sql.placeholder("organizations")}::uuid[]) and ${open}
              )
            `,
      ),
    ),
);
/** Tells what these communities and their centres are called, by the alphabet. */
export const namesOfCommunities = (db: Database, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({ id: communities.id, name: communities.name, centre: centres.name })
        .from(communities)
        .innerJoin(centres, eq(centres.id, communities.centreId))
        .where(inArray(communities.id, [...ids]))
        .orderBy(asc(communities.name));
const among = (centreId: string, ids: readonly string[] | null) =>
  and(eq(communities.centreId, centreId), ids ? inArray(communities.id, [...ids]) : undefined);
/**
 * Returns a page of a centre's communities, of these only where ids are given, by name; with how many members and
 * partners each has.
 */
export const communitiesPage = (
  db: Database,
  centreId: string,
  ids: readonly string[] | null,
  at: { limit: number; offset: number },
) =>
  db
    .select({
      id: communities.id,
      name: communities.name,
      form: communities.form,
      about: communities.about,
      school: organizations.name,
      members: sql<number>`
        (
          select count(distinct m.person_id)
          from community_members m
          where m.community_id = ${communities.id} and m.ended_at is null
        )::int
      `,
      partners: sql<number>`
        (
          select count(*)
          from community_partners p
          where p.community_id = ${communities.id} and p.ended_at is null
        )::int + 1
      `,
    })
    .from(communities)
    .innerJoin(organizations, eq(organizations.id, communities.organizationId))
    .where(among(centreId, ids))
    .orderBy(asc(communities.name), asc(communities.id))
    .limit(at.limit)
    .offset(at.offset);
/** Says how many communities a centre has; with `ids` only these. */
export const countCommunities = async (db: Database, centreId: string, ids: readonly string[] | null) =>
  (await db.select({ n: sql<number>`count(*)::int` }).from(communities).where(among(centreId, ids)))[0]?.n ?? 0;
/** Lists up to a hundred end users without an account, the current ones first. */
export const contactsOf = (db: Database, communityId: string) =>
  db
    .select()
    .from(endUserContacts)
    .where(eq(endUserContacts.communityId, communityId))
    .orderBy(sql`${endUserContacts.endedAt} is not null`, asc(endUserContacts.name))
    .limit(100);
/** Adds an end user who has no account. */
export const insertContact = (db: Database, row: typeof endUserContacts.$inferInsert) =>
  db.insert(endUserContacts).values(row);
/** Tells whether this end user stands among the contacts of now; one is added at a time. */
export const isContact = (
  db: Database,
  { communityId, name, standsFor }: typeof endUserContacts.$inferInsert,
): Promise<boolean> =>
  alreadyAdded(db, { place: `contacts ${communityId}`, said: { name, standsFor } }, () =>
    db
      .select({ name: endUserContacts.name, standsFor: endUserContacts.standsFor })
      .from(endUserContacts)
      .where(and(eq(endUserContacts.communityId, communityId), isNull(endUserContacts.endedAt))),
  );
/** Ends a contact; false when it had ended or is of another community. */
export const endContact = async (db: Database, id: string, communityId: string, at: Date) =>
  (
    await db
      .update(endUserContacts)
      .set({ endedAt: at })
      .where(
        and(eq(endUserContacts.id, id), eq(endUserContacts.communityId, communityId), isNull(endUserContacts.endedAt)),
      )
      .returning({ id: endUserContacts.id })
  ).length > 0;
/** Returns a community as it is kept, also one that is not recognised yet; undefined when there is none. */
export const communityRow = async (db: Database, id: string) =>
  (await db.select().from(communities).where(eq(communities.id, id)))[0];
