import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ParticipationLevel } from "#app/domain/community/words.ts";
import type { HeldRole } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { listed } from "#db/fixed.server.ts";
import { present } from "#db/queries/present.server.ts";
import { communityMembers, memberships, people } from "#db/schema.ts";

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
/** Says how many members a community has in each role, now and ever. */
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
 * Says how many people take part how much now: each once, by the most they do in any role. `order` is the levels, the most
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
/** Returns everybody who is a member now and may come in, each once, by name. */
export const membersNow = (db: Database, communityId: string) =>
  db
    .selectDistinct({ id: people.id, label: people.name })
    .from(communityMembers)
    .innerJoin(people, eq(people.id, communityMembers.personId))
    .where(and(eq(communityMembers.communityId, communityId), held, present))
    .orderBy(asc(people.name));
/** Lists current members in these roles, with the role. */
export const membersAs = (
  db: Database,
  communityId: string,
  roles: readonly (typeof communityMembers.$inferSelect)["role"][],
) =>
  db
    .select({ id: people.id, name: people.name, role: communityMembers.role, claimRight: communityMembers.claimRight })
    .from(communityMembers)
    .innerJoin(people, eq(people.id, communityMembers.personId))
    .where(
      and(eq(communityMembers.communityId, communityId), held, present, inArray(communityMembers.role, [...roles])),
    )
    .orderBy(asc(people.name));
/**
 * Returns people with one of these roles in the centre, or in one of these organisations, who do not hold that role
 * in the community now.
 */
export const candidates = (
  db: Database,
  at: {
    communityId: string;
    role: (typeof communityMembers.$inferSelect)["role"];
    centreId: string | null;
    organizationIds: readonly string[];
    roles: readonly HeldRole[];
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
        inArray(memberships.role, [...at.roles]),
        isNull(memberships.endedAt),
        present,
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
/** Returns a membership of a community, also one that ended; undefined when there is none. */
export const memberRow = async (db: Database, id: string) =>
  (await db.select().from(communityMembers).where(eq(communityMembers.id, id)))[0];
/** Adds a member; the database refuses a role that somebody has there already. */
export const insertMember = (db: Database, row: typeof communityMembers.$inferInsert) =>
  db.insert(communityMembers).values(row);
/** Ends a membership; false when it had ended before. */
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
