import { and, asc, desc, eq, inArray, isNull, ne, notInArray, sql } from "drizzle-orm";
import { untold } from "#app/domain/workflow/log-readers.ts";
import type { MemberRole } from "#app/domain/community/roles.ts";
import type { HeldRole, SeatRole } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import {
  communities,
  communityMembers,
  events,
  interests,
  members,
  memberships,
  claims,
  outbox,
  people,
} from "#db/schema.ts";
/** One line of the log of an assignment. */
export type Event = typeof events.$inferSelect;
export const lastHash = async (db: Database, assignmentId: string) =>
  (
    await db
      .select({ hash: events.hash })
      .from(events)
      .where(eq(events.assignmentId, assignmentId))
      .orderBy(desc(events.seq))
      .limit(1)
  )[0]?.hash ?? "";
export const insertEvent = (db: Database, row: typeof events.$inferInsert) => db.insert(events).values(row);
export const insertLetters = (db: Database, rows: (typeof outbox.$inferInsert)[]) =>
  rows.length ? db.insert(outbox).values(rows).onConflictDoNothing() : Promise.resolve();
export const eventsOf = (db: Database, assignmentId: string, limit = 500) =>
  db
    .select({ event: events, actor: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(eq(events.assignmentId, assignmentId))
    .orderBy(asc(events.seq))
    .limit(limit);
/** The move that brought an assignment into the state it is in, with who made it. */
export const lastInto = async (db: Database, assignmentId: string, status: string) =>
  (
    await db
      .select({ event: events, actor: people.name })
      .from(events)
      .leftJoin(people, eq(people.id, events.actorId))
      .where(
        and(
          eq(events.assignmentId, assignmentId),
          eq(events.objectId, assignmentId),
          eq(events.toStatus, status),
          ne(events.fromStatus, status),
        ),
      )
      .orderBy(desc(events.seq))
      .limit(1)
  )[0];
/** Whether this object was ever moved so. */
export const wasMoved = async (db: Database, objectId: string, move: string) =>
  (
    await db
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.objectId, objectId), eq(events.move, move)))
      .limit(1)
  ).length > 0;
/** Who moved last: what a loser of a race is told, who may not know everything. */
export const lastMove = async (db: Database, assignmentId: string) =>
  (
    await db
      .select({ move: events.move, at: events.at, name: people.name, actorId: events.actorId })
      .from(events)
      .leftJoin(people, eq(people.id, events.actorId))
      .where(and(eq(events.assignmentId, assignmentId), notInArray(events.move, [...untold])))
      .orderBy(desc(events.seq))
      .limit(1)
  )[0];

const current = isNull(memberships.endedAt);
const ids = (rows: { id: string }[]) => rows.map((r) => r.id);
/** People with one of these roles in a centre. */
export const inCentre = async (db: Database, centreId: string, roles: readonly HeldRole[]) =>
  roles.length
    ? ids(
        await db
          .select({ id: memberships.personId })
          .from(memberships)
          .where(and(eq(memberships.centreId, centreId), inArray(memberships.role, [...roles]), current)),
      )
    : [];
/** People with one of these roles in an organisation. */
export const inOrganization = async (db: Database, organizationId: string | null, roles: readonly HeldRole[]) =>
  roles.length && organizationId
    ? ids(
        await db
          .select({ id: memberships.personId })
          .from(memberships)
          .where(
            and(
              eq(memberships.organizationId, organizationId),
              isNull(memberships.centreId),
              inArray(memberships.role, [...roles]),
              current,
            ),
          ),
      )
    : [];
/** Who is or was in the team by choice; not who was put out. */
export const everInTeam = async (db: Database, assignmentId: string) =>
  ids(
    await db
      .select({ id: members.personId })
      .from(members)
      .where(and(eq(members.assignmentId, assignmentId), inArray(members.status, ["active", "left"]))),
  );
export const inTeam = async (db: Database, assignmentId: string, roles: readonly SeatRole[] | "all") =>
  ids(
    await db
      .select({ id: members.personId })
      .from(members)
      .where(
        and(
          eq(members.assignmentId, assignmentId),
          eq(members.status, "active"),
          roles === "all" ? sql`true` : inArray(members.role, [...roles]),
        ),
      ),
  );
export const inCommunity = async (db: Database, communityId: string, roles: readonly MemberRole[]) =>
  ids(
    await db
      .select({ id: communityMembers.personId })
      .from(communityMembers)
      .where(
        and(
          eq(communityMembers.communityId, communityId),
          inArray(communityMembers.role, [...roles] as MemberRole[]),
          isNull(communityMembers.endedAt),
        ),
      ),
  );
export const openClaimants = async (db: Database, assignmentId: string) =>
  ids(
    await db
      .select({ id: claims.leadId })
      .from(claims)
      .where(
        and(eq(claims.assignmentId, assignmentId), inArray(claims.status, ["submitted", "shortlisted", "selected"])),
      ),
  );
export const interestedIn = async (db: Database, assignmentId: string) =>
  ids(
    await db
      .select({ id: interests.personId })
      .from(interests)
      .where(and(eq(interests.assignmentId, assignmentId), inArray(interests.status, ["shown", "lapsed"]))),
  );
export const communityOf = async (db: Database, id: string) =>
  (await db.select().from(communities).where(eq(communities.id, id)))[0];
export const eventWithActor = async (db: Database, id: string) =>
  (
    await db
      .select({ event: events, actor: people.name })
      .from(events)
      .leftJoin(people, eq(people.id, events.actorId))
      .where(eq(events.id, id))
  )[0];
