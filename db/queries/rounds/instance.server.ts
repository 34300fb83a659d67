import { and, asc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "#db/client.server.ts";
import { shownName } from "./students.server.ts";
import { takesPart } from "./taking-part.server.ts";
import { companyHidden } from "#db/queries/workflow/visible.server.ts";
import { present } from "#db/queries/present.server.ts";
import {
  assignments,
  organizations,
  people,
  roundAssignments,
  roundPeerWishes,
  roundRatings,
  roundGuides,
  roundPins,
  roundStudents,
} from "#db/schema.ts";

/**
 * Everything a plan of this round is made from, each list in one order, so that the same round always makes the same
 * plan.
 */
export async function planFacts(db: Database, roundId: string) {
  const [assignmentRows, students, guides, peerWishes, ratings, pins] = await Promise.all([
    db
      .select(getTableColumns(roundAssignments))
      .from(roundAssignments)
      .innerJoin(assignments, eq(assignments.id, roundAssignments.assignmentId))
      .where(and(eq(roundAssignments.roundId, roundId), isNull(roundAssignments.endedAt), takesPart))
      .orderBy(asc(roundAssignments.id)),
    db
      .select()
      .from(roundStudents)
      .where(
        and(eq(roundStudents.roundId, roundId), eq(roundStudents.status, "in"), comesIn(db, roundStudents.personId)),
      )
      .orderBy(asc(roundStudents.id)),
    db
      .select()
      .from(roundGuides)
      .where(and(eq(roundGuides.roundId, roundId), isNull(roundGuides.endedAt), comesIn(db, roundGuides.personId)))
      .orderBy(asc(roundGuides.id)),
    db
      .select()
      .from(roundPeerWishes)
      .where(and(eq(roundPeerWishes.roundId, roundId), eq(roundPeerWishes.status, "approved")))
      .orderBy(asc(roundPeerWishes.id)),
    db
      .select()
      .from(roundRatings)
      .where(eq(roundRatings.roundId, roundId))
      .orderBy(asc(roundRatings.choiceId), asc(roundRatings.studentId)),
    openPins(db, roundId),
  ]);
  return { assignments: assignmentRows, students, guides, peerWishes, ratings, pins };
}
/** Says whose account is open: no plan is made for others. */
const comesIn = (db: Database, personId: AnyPgColumn) =>
  inArray(personId, db.select({ id: people.id }).from(people).where(present));
/** Returns pins of all kinds (`pinKinds`) that are in force, in the order in which they were set. */
export const openPins = (db: Database, roundId: string) =>
  db
    .select()
    .from(roundPins)
    .where(and(eq(roundPins.roundId, roundId), isNull(roundPins.endedAt)))
    .orderBy(asc(roundPins.at), asc(roundPins.id));
/**
 * Tells what the people and assignments of a round are called, by their ids in it; also of whoever left. A company
 * that asked not to be named is not.
 */
export async function roundNames(db: Database, roundId: string) {
  const [students, choices, guides] = await Promise.all([
    db
      .select({
        id: roundStudents.id,
        personId: roundStudents.personId,
        name: shownName,
        email: people.email,
        number: roundStudents.number,
        programme: roundStudents.programme,
        discipline: roundStudents.discipline,
        level: roundStudents.level,
        status: roundStudents.status,
      })
      .from(roundStudents)
      .innerJoin(people, eq(people.id, roundStudents.personId))
      .where(eq(roundStudents.roundId, roundId))
      .orderBy(asc(shownName), asc(roundStudents.id)),
    db
      .select({
        id: roundAssignments.id,
        assignmentId: roundAssignments.assignmentId,
        title: assignments.title,
        company: sql<string>`case when ${companyHidden} then '' else ${organizations.name} end`,
      })
      .from(roundAssignments)
      .innerJoin(assignments, eq(assignments.id, roundAssignments.assignmentId))
      .innerJoin(organizations, eq(organizations.id, assignments.organizationId))
      .where(eq(roundAssignments.roundId, roundId))
      .orderBy(asc(assignments.title)),
    db
      .select({ id: roundGuides.id, personId: roundGuides.personId, name: people.name })
      .from(roundGuides)
      .innerJoin(people, eq(people.id, roundGuides.personId))
      .where(eq(roundGuides.roundId, roundId))
      .orderBy(asc(people.name)),
  ]);
  return { students, choices, guides };
}
export type RoundNames = Awaited<ReturnType<typeof roundNames>>;
/** Adds a pin; the database refuses a second one that gives the same student an assignment. */
export const insertPin = (db: Database, row: typeof roundPins.$inferInsert) => db.insert(roundPins).values(row);
/** Ends a pin that is in force; false when it was ended before. */
export const endPin = async (db: Database, id: string, set: { endedAt: Date; endedBy: string }) =>
  (
    await db
      .update(roundPins)
      .set(set)
      .where(and(eq(roundPins.id, id), isNull(roundPins.endedAt)))
      .returning({ id: roundPins.id })
  ).length === 1;
/** Returns a pin by its id, also one that ended; undefined when there is none. */
export const pinById = async (db: Database, id: string) =>
  (await db.select().from(roundPins).where(eq(roundPins.id, id)))[0];
/** Notes which run shows what a pin costs. */
export const pricedBy = (db: Database, id: string, runId: string) =>
  db.update(roundPins).set({ pricedBy: runId }).where(eq(roundPins.id, id));
