import { roundUnderWay } from "#app/domain/rounds/words.ts";
import { standingClaim, heldSeat } from "#app/domain/words.ts";
import { and, count, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { underWay } from "#app/domain/assignment/process.ts";
import type { AccountAct } from "#app/domain/account/own-acts.ts";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import {
  accountEvents,
  assignments,
  centres,
  claims,
  communityMembers,
  members,
  memberships,
  organizations,
  people,
  rounds,
  roundStudents,
} from "#db/schema.ts";

/** Adds a line to the log of an account; `byId` is who did it, when that was somebody else. */
export const writeAct = (
  db: Database,
  row: { id: string; personId: string; act: AccountAct; at: Date; byId?: string },
) => db.insert(accountEvents).values(row);
/** Lists what was done with this account, the newest first. */
export const actsOf = (db: Database, personId: string, limit = 20) =>
  db
    .select({ id: accountEvents.id, act: accountEvents.act, at: accountEvents.at })
    .from(accountEvents)
    .where(eq(accountEvents.personId, personId))
    .orderBy(desc(accountEvents.at), desc(accountEvents.id))
    .limit(limit);

/** Finds where this person is the only one left who may do what somebody must: with how many running assignments wait for them. */
export async function onlyOneIn(db: Database, personId: string) {
  const own = await db
    .select({
      role: memberships.role,
      centreId: memberships.centreId,
      organizationId: memberships.organizationId,
      place: sql<string>`coalesce(${centres.name}, ${organizations.name}, '')`,
    })
    .from(memberships)
    .leftJoin(centres, eq(centres.id, memberships.centreId))
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(
      and(
        eq(memberships.personId, personId),
        isNull(memberships.endedAt),
        inArray(memberships.role, ["coordinator", "client_owner", "authorised_signatory"]),
      ),
    );
  const found: { role: string; place: string }[] = [];
  for (const { role, centreId, organizationId, place } of own) {
    const circle = centreId
      ? eq(memberships.centreId, centreId)
      : and(isNull(memberships.centreId), eq(memberships.organizationId, organizationId ?? ""));
    const [others] = await db
      .select({ n: count() })
      .from(memberships)
      .innerJoin(people, and(eq(people.id, memberships.personId), present))
      .where(and(circle, eq(memberships.role, role), ne(memberships.personId, personId), isNull(memberships.endedAt)));
    if ((others?.n ?? 0) > 0) continue;
    if (centreId || (await runningOf(db, organizationId ?? "")) > 0) found.push({ role, place });
  }
  return found;
}
const runningOf = async (db: Database, organizationId: string) =>
  (
    await db
      .select({ n: count() })
      .from(assignments)
      .where(
        and(
          or(eq(assignments.organizationId, organizationId), eq(assignments.institutionId, organizationId)),
          inArray(assignments.status, underWay),
        ),
      )
  )[0]?.n ?? 0;

/** Returns running assignments that this person leads, or whose chosen claim is theirs, or whose team has nobody else in their role. */
export async function leadsIn(db: Database, personId: string) {
  const running = inArray(assignments.status, underWay);
  const card = { id: assignments.id, title: assignments.title };
  const led = await db
    .select(card)
    .from(assignments)
    .where(and(eq(assignments.leadId, personId), running));
  const chosen = await db
    .select(card)
    .from(claims)
    .innerJoin(assignments, eq(assignments.id, claims.assignmentId))
    .where(and(eq(claims.leadId, personId), inArray(claims.status, standingClaim), running));
  const guided = await db
    .select(card)
    .from(members)
    .innerJoin(assignments, eq(assignments.id, members.assignmentId))
    .where(
      and(
        eq(members.personId, personId),
        eq(members.status, "active"),
        inArray(members.role, ["project_manager", "teacher"]),
        running,
        sql`not exists (
          select from members o
          where o.assignment_id = ${members.assignmentId} and o.role = ${members.role} and o.status = 'active'
            and o.person_id <> ${personId}
        )`,
      ),
    );
  return [...new Map([...led, ...chosen, ...guided].map((each) => [each.id, each])).values()];
}

/** Seats somebody still has in a running assignment. */
export const openSeats = (db: Database, personId: string) =>
  db
    .select({ id: members.id, status: members.status })
    .from(members)
    .innerJoin(assignments, and(eq(assignments.id, members.assignmentId), inArray(assignments.status, underWay)))
    .where(and(eq(members.personId, personId), inArray(members.status, heldSeat)));

/** Roles, places in communities and in rounds that still run end; rounds are planned anew. */
export async function endRights(db: Database, personId: string, at: Date): Promise<void> {
  await db
    .update(memberships)
    .set({ endedAt: at })
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)));
  await db
    .update(communityMembers)
    .set({ endedAt: at })
    .where(and(eq(communityMembers.personId, personId), isNull(communityMembers.endedAt)));
  const open = db.select({ id: rounds.id }).from(rounds).where(inArray(rounds.status, roundUnderWay));
  const left = await db
    .update(roundStudents)
    .set({ status: "dropped" })
    .where(
      and(
        eq(roundStudents.personId, personId),
        ne(roundStudents.status, "dropped"),
        inArray(roundStudents.roundId, open),
      ),
    )
    .returning({ roundId: roundStudents.roundId });
  if (left.length)
    await db
      .update(rounds)
      .set({ version: sql`${rounds.version} + 1` })
      .where(
        inArray(
          rounds.id,
          left.map(({ roundId }) => roundId),
        ),
      );
}

/** Lists who answers for personal data, per centre, and where people ask. */
export const privacyContacts = (db: Database) =>
  db
    .select({ name: centres.name, slug: centres.slug, controller: centres.controller, contact: centres.privacyContact })
    .from(centres)
    .orderBy(centres.name);
/** Keeps who answers for the personal data of a centre, and where people write to. */
export const setPrivacyContact = (db: Database, id: string, set: { controller: string; privacyContact: string }) =>
  db.update(centres).set(set).where(eq(centres.id, id));
