import { heldSeat, leftSeat } from "#app/domain/words.ts";
import { alias } from "drizzle-orm/pg-core";
import { and, asc, eq, inArray, isNotNull, isNull, notExists, or, sql } from "drizzle-orm";
import { underWay } from "#app/domain/assignment/process.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { present } from "#db/queries/present.server.ts";
import { roundUnderWay } from "#app/domain/rounds/words.ts";
import { isStudentSeat } from "#app/domain/words.ts";
import { assignments, members, memberships, people, roundGuides, rounds } from "#db/schema.ts";

/** Lists seats of one person in one team, an open invitation first. */
export const ownSeats = (db: Database, assignmentId: string, personId: string) =>
  db
    .select()
    .from(members)
    .where(
      and(eq(members.assignmentId, assignmentId), eq(members.personId, personId), inArray(members.status, heldSeat)),
    )
    .orderBy(asc(members.status));
/** Lists who ever had a seat of a student in this team: their names are not for everybody (`namesStudents`). */
export const studentsEver = async (db: Database, assignmentId: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await everSeated(db, { assignmentId })).flatMap(({ personId, role }) =>
      personId !== null && isStudentSeat(role) ? [personId] : [],
    ),
  );
const everSeated = fixed((db) =>
  db
    .select({ personId: members.personId, role: members.role })
    .from(members)
    .where(eq(members.assignmentId, sql.placeholder("assignmentId"))),
);
/** Offers a seat; who holds one in this team with this role keeps it. */
export const insertSeat = (db: Database, row: typeof members.$inferInsert) =>
  db.insert(members).values(row).onConflictDoNothing();
/**
 * Returns what these people are in and that goes on: titles of assignments in which they hold a seat or are asked for one, in
 * this centre or of this company, and names of the rounds of this centre in which they guide.
 */
export const workOfPeople = (
  db: Database,
  where: { centreId?: string; organizationId?: string },
  personIds: readonly string[],
): Promise<{ personId: string; title: string }[]> => {
  const seats = seatsOfPeople(db, where, personIds);
  return where.centreId
    ? seats.union(guidedBy(db, where.centreId, personIds)).orderBy(sql`title`)
    : seats.orderBy(asc(assignments.title));
};
const seatsOfPeople = (
  db: Database,
  where: { centreId?: string; organizationId?: string },
  personIds: readonly string[],
) =>
  db
    .selectDistinct({ personId: members.personId, title: assignments.title })
    .from(members)
    .innerJoin(assignments, eq(assignments.id, members.assignmentId))
    .where(
      and(
        where.centreId ? eq(members.centreId, where.centreId) : undefined,
        where.organizationId
          ? or(
              eq(assignments.organizationId, where.organizationId),
              eq(assignments.institutionId, where.organizationId),
            )
          : undefined,
        inArray(members.personId, [...personIds]),
        inArray(members.status, heldSeat),
        inArray(assignments.status, [...underWay]),
      ),
    );
const guidedBy = (db: Database, centreId: string, personIds: readonly string[]) =>
  db
    .select({ personId: roundGuides.personId, title: sql<string>`${rounds.name}`.as("title") })
    .from(roundGuides)
    .innerJoin(rounds, eq(rounds.id, roundGuides.roundId))
    .where(
      and(
        eq(rounds.centreId, centreId),
        inArray(roundGuides.personId, [...personIds]),
        isNull(roundGuides.endedAt),
        inArray(rounds.status, [...roundUnderWay]),
      ),
    );
/**
 * Returns the seats of the work under way in a centre that somebody had or has, and that nobody with a role in the centre, in
 * the company or in the school has now.
 */
export const emptySeats = (db: Database, centreId: string) => emptyIn(db, { centre: centreId });
const emptyIn = fixed((db) => {
  const holder = alias(members, "holder");
  const held = db
    .select({ id: holder.id })
    .from(holder)
    .innerJoin(people, and(eq(people.id, holder.personId), present))
    .innerJoin(memberships, and(eq(memberships.personId, holder.personId), isNull(memberships.endedAt)))
    .where(
      and(
        eq(holder.assignmentId, members.assignmentId),
        eq(holder.role, members.role),
        eq(holder.status, "active"),
        or(
          eq(memberships.centreId, assignments.centreId),
          eq(memberships.organizationId, assignments.organizationId),
          eq(memberships.organizationId, assignments.institutionId),
        ),
      ),
    );
  return db
    .selectDistinct({
      id: assignments.id,
      title: assignments.title,
      status: assignments.status,
      role: members.role,
    })
    .from(members)
    .innerJoin(assignments, eq(assignments.id, members.assignmentId))
    .where(
      and(
        eq(assignments.centreId, sql.placeholder("centre")),
        inArray(assignments.status, [...underWay]),
        inArray(members.status, ["active", ...leftSeat]),
        isNotNull(members.joinedAt),
        notExists(held),
      ),
    )
    .orderBy(asc(assignments.title), asc(members.role));
});
/** Everybody who sits in the team or was asked for it is out of it. */
export const dismissTeam = (db: Database, assignmentId: string) =>
  db
    .update(members)
    .set({ status: "removed" })
    .where(and(eq(members.assignmentId, assignmentId), inArray(members.status, heldSeat)));
/** Lists who sits in the team or is asked for it, by side and name. */
export const teamWithNames = (db: Database, assignmentId: string) =>
  db
    .select({
      member: members,
      name: people.name,
      email: people.email,
      ageBand: people.ageBand,
      turns18On: people.turns18On,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.assignmentId, assignmentId), inArray(members.status, heldSeat)))
    .orderBy(asc(members.side), asc(people.name));
/** Returns the name of whoever holds a seat; "" when the seat is gone. */
export const memberName = async (db: Database, memberId: string) =>
  (
    await db
      .select({ name: people.name })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(eq(members.id, memberId))
  )[0]?.name ?? "";
/** Sets in which of several teams a seat is; null where there is one. */
export const setTeamNumber = (db: Database, memberId: string, team: number | null) =>
  db.update(members).set({ team }).where(eq(members.id, memberId));
