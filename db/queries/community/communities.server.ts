import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { ParticipationLevel } from "#app/domain/community/words.ts";
import type { Database } from "#db/client.server.ts";
import { listed } from "#db/fixed.server.ts";
import {
  ambitionApprovals,
  ambitions,
  centres,
  communities,
  communityMembers,
  communityPartners,
  endUserContacts,
  memberships,
  organizations,
  partnerCommitments,
  partners,
  people,
} from "#db/schema.ts";

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
/**
 * Organisations that take part now, the institution that leads first. `rowId` is null for that one: it cannot leave.
 */
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
/** Organisations of the centre that do not take part yet. */
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
export const insertPartner = (db: Database, row: typeof communityPartners.$inferInsert) =>
  db.insert(communityPartners).values(row);
export const endPartner = async (db: Database, rowId: string, communityId: string, at: Date) =>
  (
    await db
      .update(communityPartners)
      .set({ endedAt: at })
      .where(and(eq(communityPartners.id, rowId), eq(communityPartners.communityId, communityId), open))
      .returning({ id: communityPartners.id })
  ).length > 0;

/** Communities in which these organisations take part now, or which they lead. */
export const communitiesWith = async (db: Database, organizationIds: readonly string[]) =>
  organizationIds.length === 0
    ? []
    : db
        .selectDistinct({ id: communities.id, centreId: communities.centreId, name: communities.name })
        .from(communities)
        .where(
          or(
            inArray(communities.organizationId, [...organizationIds]),
            sql`
              ${communities.id} in (
                select ${communityPartners.communityId}
                from ${communityPartners}
                where ${communityPartners.organizationId} = any(${listed(organizationIds)}::uuid[]) and ${open}
              )
            `,
          ),
        );
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
 * A page of a centre's communities, of these only where ids are given, by name; with how many members and partners each
 * has.
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
export const countCommunities = async (db: Database, centreId: string, ids: readonly string[] | null) =>
  (await db.select({ n: sql<number>`count(*)::int` }).from(communities).where(among(centreId, ids)))[0]?.n ?? 0;

const held = isNull(communityMembers.endedAt);
/**
 * Roles as they are held, or were: those of now first, by name. `organizations` are those the person has a role in
 * beside centres.
 */
export const membersPage = (db: Database, communityId: string, at: { limit: number; offset: number }) =>
  db
    .select({
      id: communityMembers.id,
      personId: communityMembers.personId,
      name: people.name,
      role: communityMembers.role,
      claimRight: communityMembers.claimRight,
      level: communityMembers.participationLevel,
      since: communityMembers.since,
      endedAt: communityMembers.endedAt,
      organizations: sql`
        array_to_json(
          array(
            select distinct m.organization_id::text
            from memberships m
            where m.person_id = ${communityMembers.personId}
              and m.centre_id is null
              and m.organization_id is not null
              and m.ended_at is null
          )
        )::text
      `.mapWith((json: string) => JSON.parse(json) as string[]),
    })
    .from(communityMembers)
    .innerJoin(people, eq(people.id, communityMembers.personId))
    .where(eq(communityMembers.communityId, communityId))
    .orderBy(
      sql`${communityMembers.endedAt} is not null`,
      asc(people.name),
      desc(communityMembers.since),
      asc(communityMembers.id),
    )
    .limit(at.limit)
    .offset(at.offset);
export const memberCounts = async (db: Database, communityId: string) =>
  db
    .select({
      role: communityMembers.role,
      now: sql<number>`count(*) filter (where ${held})::int`,
      ever: sql<number>`count(*)::int`,
    })
    .from(communityMembers)
    .where(eq(communityMembers.communityId, communityId))
    .groupBy(communityMembers.role);
/**
 * How many people take part how much now: each once, by the most they do in any role. `order` is the levels, the most
 * first.
 */
export const levelCounts = async (db: Database, communityId: string, order: readonly ParticipationLevel[]) => [
  ...(await db.execute<{ level: ParticipationLevel; n: number }>(
    sql`
      select x.level, count(*)::int as n
      from (
        select distinct on (m.person_id) m.participation_level as level
        from community_members m
        where m.community_id = ${communityId} and m.ended_at is null
        order by m.person_id, array_position(${listed(order)}::text[], m.participation_level)
      ) x
      group by x.level
    `,
  )),
];
/** Everybody who is a member now, each once, by name. */
export const membersNow = (db: Database, communityId: string) =>
  db
    .selectDistinct({ id: people.id, label: people.name })
    .from(communityMembers)
    .innerJoin(people, eq(people.id, communityMembers.personId))
    .where(and(eq(communityMembers.communityId, communityId), held))
    .orderBy(asc(people.name));
/** Members of now in these roles, with the role. */
export const membersAs = (
  db: Database,
  communityId: string,
  roles: readonly (typeof communityMembers.$inferSelect)["role"][],
) =>
  db
    .select({ id: people.id, name: people.name, role: communityMembers.role, claimRight: communityMembers.claimRight })
    .from(communityMembers)
    .innerJoin(people, eq(people.id, communityMembers.personId))
    .where(and(eq(communityMembers.communityId, communityId), held, inArray(communityMembers.role, [...roles])))
    .orderBy(asc(people.name));
/**
 * People with one of these roles in the centre, or in one of these organisations, who do not hold that role in the
 * community now.
 */
export const candidates = (
  db: Database,
  at: {
    communityId: string;
    role: (typeof communityMembers.$inferSelect)["role"];
    centreId: string | null;
    organizationIds: readonly string[];
    roles: readonly string[];
  },
) =>
  db
    .selectDistinct({ id: people.id, label: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        at.centreId
          ? eq(memberships.centreId, at.centreId)
          : and(isNull(memberships.centreId), inArray(memberships.organizationId, [...at.organizationIds])),
        inArray(memberships.role, [...at.roles] as never[]),
        isNull(memberships.endedAt),
        isNull(people.disabledAt),
        sql`
          not exists (
            select from community_members m
            where m.community_id = ${at.communityId}
              and m.person_id = ${people.id}
              and m.role = ${at.role}
              and m.ended_at is null
          )
        `,
      ),
    )
    .orderBy(asc(people.name));
export const memberRow = async (db: Database, id: string) =>
  (await db.select().from(communityMembers).where(eq(communityMembers.id, id)))[0];
export const insertMember = (db: Database, row: typeof communityMembers.$inferInsert) =>
  db.insert(communityMembers).values(row);
export const endMember = async (db: Database, id: string, at: Date) =>
  (
    await db
      .update(communityMembers)
      .set({ endedAt: at })
      .where(and(eq(communityMembers.id, id), held))
      .returning({ id: communityMembers.id })
  ).length > 0;
/** Changes how much somebody takes part in a role, when it still is what was seen; answers whether it was. */
export const changeLevel = async (db: Database, was: { id: string; level: string }, level: ParticipationLevel) =>
  (
    await db
      .update(communityMembers)
      .set({ participationLevel: level })
      .where(and(eq(communityMembers.id, was.id), sql`${communityMembers.participationLevel} = ${was.level}`, held))
      .returning({ id: communityMembers.id })
  ).length > 0;
/** End users without an account, those of now first; the last hundred. */
export const contactsOf = (db: Database, communityId: string) =>
  db
    .select()
    .from(endUserContacts)
    .where(eq(endUserContacts.communityId, communityId))
    .orderBy(sql`${endUserContacts.endedAt} is not null`, asc(endUserContacts.name))
    .limit(100);
export const insertContact = (db: Database, row: typeof endUserContacts.$inferInsert) =>
  db.insert(endUserContacts).values(row);
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

/** Versions of the ambition with their writers, the newest first: the last `limit`. */
export const ambitionsOf = (db: Database, communityId: string, limit = 25) =>
  db
    .select({ id: ambitions.id, number: ambitions.number, text: ambitions.text, at: ambitions.at, by: people.name })
    .from(ambitions)
    .innerJoin(people, eq(people.id, ambitions.byId))
    .where(eq(ambitions.communityId, communityId))
    .orderBy(desc(ambitions.number))
    .limit(limit);
export const insertAmbition = (db: Database, row: typeof ambitions.$inferInsert) => db.insert(ambitions).values(row);
export const approvalsOf = (db: Database, ambitionIds: readonly string[]) =>
  ambitionIds.length === 0
    ? Promise.resolve([])
    : db
        .select({
          ambitionId: ambitionApprovals.ambitionId,
          organizationId: ambitionApprovals.organizationId,
          organization: organizations.name,
          by: people.name,
          at: ambitionApprovals.at,
        })
        .from(ambitionApprovals)
        .innerJoin(organizations, eq(organizations.id, ambitionApprovals.organizationId))
        .innerJoin(people, eq(people.id, ambitionApprovals.personId))
        .where(inArray(ambitionApprovals.ambitionId, [...ambitionIds]))
        .orderBy(asc(ambitionApprovals.at));
/** A yes that was said already stays as it was. */
export const insertApproval = (db: Database, row: typeof ambitionApprovals.$inferInsert) =>
  db.insert(ambitionApprovals).values(row).onConflictDoNothing();

/** Promises, the newest year first. */
export const commitmentsOf = (db: Database, communityId: string) =>
  db
    .select({ row: partnerCommitments, organization: organizations.name, kind: organizations.kind })
    .from(partnerCommitments)
    .innerJoin(organizations, eq(organizations.id, partnerCommitments.organizationId))
    .where(eq(partnerCommitments.communityId, communityId))
    .orderBy(desc(partnerCommitments.year), asc(organizations.name))
    .limit(200);
export const commitmentById = async (db: Database, id: string) =>
  (await db.select().from(partnerCommitments).where(eq(partnerCommitments.id, id)))[0];
export const commitmentFor = async (db: Database, at: { communityId: string; organizationId: string; year: number }) =>
  (
    await db
      .select({ id: partnerCommitments.id })
      .from(partnerCommitments)
      .where(
        and(
          eq(partnerCommitments.communityId, at.communityId),
          eq(partnerCommitments.organizationId, at.organizationId),
          eq(partnerCommitments.year, at.year),
        ),
      )
  )[0];
export const insertCommitment = (db: Database, row: typeof partnerCommitments.$inferInsert) =>
  db.insert(partnerCommitments).values(row);
export const changeCommitment = async (
  db: Database,
  was: { id: string; version: number },
  set: Partial<typeof partnerCommitments.$inferInsert>,
) =>
  (
    await db
      .update(partnerCommitments)
      .set({ ...set, version: was.version + 1 })
      .where(and(eq(partnerCommitments.id, was.id), eq(partnerCommitments.version, was.version)))
      .returning({ id: partnerCommitments.id })
  ).length > 0;
