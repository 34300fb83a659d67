import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { Database } from "#db/client.server.ts";
import { among, fixed, listed } from "#db/fixed.server.ts";
import { earlierInstitutions, lapsedInstitutions } from "./earlier-schools.server.ts";
import {
  agreements,
  assignments,
  centres,
  claims,
  deliveries,
  flags,
  guaranteeCases,
  guardianRequests,
  interests,
  members,
  milestones,
  organizations,
  people,
  showcaseConsents,
  showcases,
} from "#db/schema.ts";

/** Each object of the workflow is kept in this table. */
export const tables = {
  assignment: assignments,
  claim: claims,
  agreement: agreements,
  delivery: deliveries,
  member: members,
  milestone: milestones,
  flag: flags,
  guardian_request: guardianRequests,
  interest: interests,
  guarantee_case: guaranteeCases,
  showcase: showcases,
  showcase_consent: showcaseConsents,
} as const satisfies Record<ObjectName, unknown>;
export type RowOf<O extends ObjectName> = (typeof tables)[O]["$inferSelect"];
export type AnyRow = { [O in ObjectName]: RowOf<O> }[ObjectName];

/** Describes one shape for all tables: what is read and written of any of them is cast in this file, and nowhere above it. */
type Common = typeof claims;
const tableOf = (object: ObjectName) => tables[object] as unknown as Common;
/** A column that the table does not have would be left out without a word. */
function requireColumns(object: ObjectName, set: Record<string, unknown>): void {
  const columns = getTableColumns(tables[object]);
  const unknown = Object.keys(set).find((name) => !Object.hasOwn(columns, name));
  if (unknown) throw new Error(`${object} has no column ${unknown}`);
}

/** Returns an object of the workflow by its id, within reach and without a lock; undefined when there is none. */
export const findObject = async <O extends ObjectName>(
  db: Database,
  object: O,
  id: string,
): Promise<RowOf<O> | undefined> =>
  (
    await db
      .select()
      .from(tableOf(object))
      .where(eq(tableOf(object).id, id))
  )[0] as unknown as RowOf<O> | undefined;

/**
 * Wait for your turn at one assignment: every move takes this lock first, so follow-ups cannot deadlock
 * (docs/trust.md 4.6).
 */
export const lockAssignment = (db: Database, assignmentId: string) =>
  db.select({ id: assignments.id }).from(assignments).where(eq(assignments.id, assignmentId)).for("update");

/** The conditional write: only if status and version are still what was judged. */
export const updateIfUnchanged = async (
  db: Database,
  object: ObjectName,
  was: { id: string; status: string; version: number },
  set: Record<string, unknown>,
) => {
  requireColumns(object, set);
  const t = tableOf(object);
  return (
    await db
      .update(t)
      .set(set as never)
      .where(and(eq(t.id, was.id), eq(t.status, was.status as never), eq(t.version, was.version)))
      .returning()
  )[0] as unknown as AnyRow | undefined;
};
/** Adds an object and answers it; throws when a column is named that its table does not have. */
export async function insertObject<O extends ObjectName>(db: Database, object: O, row: Record<string, unknown>) {
  requireColumns(object, row);
  return (
    await db
      .insert(tableOf(object))
      .values(row as never)
      .returning()
  )[0] as unknown as RowOf<O>;
}

/** Returns an assignment's card with what its policy needs: the centre's switches and whether a project manager was named. */
export const findAssignment = async (db: Database, id: string) => (await openedBy(db, { id }))[0];
/** Reads the same of many. */
export const findAssignments = (db: Database, ids: readonly string[]) => openedAmong(db, { ids: listed(ids) });
const opened = (db: Database) =>
  db
    .select({
      row: assignments,
      centre: {
        id: centres.id,
        slug: centres.slug,
        name: centres.name,
        hue: centres.hue,
        switches: centres.switches,
        switchesVersion: centres.switchesVersion,
      },
      company: {
        id: organizations.id,
        name: organizations.name,
        place: organizations.place,
        hideName: organizations.hideName,
        verifiedAt: organizations.verifiedAt,
        kvk: organizations.kvk,
      },
      projectManagerId: sql<string | null>`
        (
          select ${members.personId}
          from ${members}
          where ${members.assignmentId} = ${assignments.id}
            and ${members.role} = 'project_manager'
            and ${members.status} = 'active'
          limit 1
        )
      `,
      earlierInstitutions,
      lapsedInstitutions,
    })
    .from(assignments)
    .innerJoin(centres, eq(centres.id, assignments.centreId))
    .innerJoin(organizations, eq(organizations.id, assignments.organizationId));
const openedBy = fixed((db) => opened(db).where(eq(assignments.id, sql.placeholder("id"))));
const openedAmong = fixed((db) => opened(db).where(among(assignments.id, "ids")));
export type AssignmentContext = NonNullable<Awaited<ReturnType<typeof findAssignment>>>;

/** Tells what somebody is called, also when their account is closed; undefined when there is nobody. */
export const nameOf = async (db: Database, personId: string) =>
  (await db.select({ name: people.name }).from(people).where(eq(people.id, personId)))[0]?.name;
