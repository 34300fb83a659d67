import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { type AssignmentStatus, inIntake } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { listCards } from "#db/queries/assignment/cards.server.ts";
import {
  assignments,
  assignmentTexts,
  checklistTicks,
  events,
  memberships,
  organizations,
  partners,
  people,
  textVersions,
} from "#db/schema.ts";

/** Tells whether this assignment was ever sent in: from then on every edit is a version. */
export const everSubmitted = async (db: Database, assignmentId: string) =>
  (
    await db
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.assignmentId, assignmentId), eq(events.move, "submit")))
      .limit(1)
  ).length > 0;
/** Adds a version of the text; the database refuses a number that the assignment has already. */
export const insertTextVersion = (db: Database, row: typeof textVersions.$inferInsert) =>
  db.insert(textVersions).values(row);
/** Returns the newest hundred versions of the text, with who made them. */
export const textVersionsOf = (db: Database, assignmentId: string) =>
  db
    .select({ version: textVersions, name: people.name })
    .from(textVersions)
    .leftJoin(people, eq(people.id, textVersions.byId))
    .where(eq(textVersions.assignmentId, assignmentId))
    .orderBy(desc(textVersions.number))
    .limit(100);
/** Returns lines that are ticked, in the order in which they were. */
export const ticksOf = (db: Database, assignmentId: string) =>
  db
    .select({ line: checklistTicks.line, at: checklistTicks.at, name: people.name })
    .from(checklistTicks)
    .innerJoin(people, eq(people.id, checklistTicks.byId))
    .where(and(eq(checklistTicks.assignmentId, assignmentId), isNull(checklistTicks.undoneAt)))
    .orderBy(asc(checklistTicks.at));
/** Ticks a line; one that is ticked keeps who ticked it first. */
export const insertTick = (db: Database, row: typeof checklistTicks.$inferInsert) =>
  db
    .insert(checklistTicks)
    .values(row)
    .onConflictDoUpdate({
      target: [checklistTicks.assignmentId, checklistTicks.line],
      set: { byId: row.byId, at: row.at, undoneAt: null },
      setWhere: isNotNull(checklistTicks.undoneAt),
    });
/** Takes a tick back; the row keeps who ticked it, and a line without a tick stays as it is. */
export const undoTick = (db: Database, assignmentId: string, line: string, undoneAt: Date) =>
  db
    .update(checklistTicks)
    .set({ undoneAt })
    .where(
      and(
        eq(checklistTicks.assignmentId, assignmentId),
        eq(checklistTicks.line, line),
        isNull(checklistTicks.undoneAt),
      ),
    );
const waiting: readonly AssignmentStatus[] = inIntake;
/** Lists assignments of one centre that wait for its intake, longest waiting first. */
export const intakeCards = (db: Database, centreId: string) =>
  listCards(db, and(eq(assignments.centreId, centreId), inArray(assignments.status, [...waiting])), 200);
/** The intake's answers of many assignments, with the day on which each will open by itself. */
export const intakeTexts = async (db: Database, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .select({ id: assignments.id, intake: assignmentTexts.intake, publishOn: assignments.publishOn })
        .from(assignments)
        .innerJoin(assignmentTexts, eq(assignmentTexts.assignmentId, assignments.id))
        .where(inArray(assignments.id, [...ids]));
/** Returns the card of the assignment this one builds on, and of those that build on it, as far as the row policies show them. */
export const linkedCards = (db: Database, id: string, buildsOn: string | null) =>
  listCards(db, or(eq(assignments.buildsOn, id), buildsOn ? eq(assignments.id, buildsOn) : sql`false`), 20);
/** The reason and explanation of the last request for changes. */
export const lastRequest = async (db: Database, assignmentId: string) =>
  (
    await db
      .select({ answers: events.answers, reason: events.reason, at: events.at, name: people.name })
      .from(events)
      .leftJoin(people, eq(people.id, events.actorId))
      .where(and(eq(events.assignmentId, assignmentId), eq(events.move, "return_to_draft")))
      .orderBy(desc(events.seq))
      .limit(1)
  )[0];
/** Finds another company of this centre with the same KvK number. */
export const sameKvk = async (db: Database, centreId: string, kvk: string, not: string) =>
  (
    await db
      .select({ id: organizations.id, name: organizations.name })
      .from(organizations)
      .innerJoin(partners, eq(partners.organizationId, organizations.id))
      .where(
        and(
          eq(partners.centreId, centreId),
          eq(organizations.kvk, kvk),
          ne(organizations.id, not),
          isNotNull(organizations.kvk),
        ),
      )
      .limit(1)
  )[0];
/** Returns the question of this person's company that the centre sent back last and that was not sent in again. */
export const returnedTo = async (db: Database, personId: string) =>
  (
    await db
      .select({
        assignmentId: assignments.id,
        centreId: assignments.centreId,
        organizationId: assignments.organizationId,
      })
      .from(assignments)
      .innerJoin(
        memberships,
        and(
          eq(memberships.organizationId, assignments.organizationId),
          isNull(memberships.centreId),
          isNull(memberships.endedAt),
          inArray(memberships.role, ["client_owner", "problem_owner"]),
        ),
      )
      .where(
        and(
          eq(memberships.personId, personId),
          eq(assignments.status, "draft"),
          sql`exists (select from events e where e.assignment_id = ${assignments.id} and e.move = 'return_to_draft')`,
        ),
      )
      .orderBy(desc(assignments.enteredAt))
      .limit(1)
  )[0];
