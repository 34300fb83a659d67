import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { members, memberships, people } from "#db/schema.ts";

const current = and(eq(memberships.role, "student"), isNull(memberships.endedAt));
/** Returns the day of the approval that a school recorded for a student of this centre; null while it has not. */
export const approvalOf = async (db: Database, personId: string, centreId: string): Promise<string | null> =>
  (
    await db
      .select({ on: memberships.approvedOn })
      .from(memberships)
      .where(and(eq(memberships.personId, personId), eq(memberships.centreId, centreId), current))
  )[0]?.on ?? null;
/** Returns students of these centres who the school said are under sixteen, with what it recorded and whether a seat waits. */
export const youngStudents = (db: Database, centreIds: readonly string[]) =>
  db
    .select({
      id: memberships.id,
      centreId: memberships.centreId,
      name: people.name,
      ageBand: people.ageBand,
      turns18On: people.turns18On,
      guardianName: memberships.guardianName,
      approvedOn: memberships.approvedOn,
      approvalProof: memberships.approvalProof,
      recordedBy: sql<string | null>`(select p.name from people p where p.id = ${memberships.approvalBy})`,
      asked: sql<boolean>`exists (
        select from ${members}
        where ${members.personId} = ${memberships.personId}
          and ${members.centreId} = ${memberships.centreId}
          and ${members.status} = 'invited'
      )`,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(inArray(memberships.centreId, [...centreIds]), eq(people.ageBand, "under_16"), current, present))
    .orderBy(asc(people.name));
/** Writes an approval, or that there is none. */
export const changeApproval = (
  db: Database,
  id: string,
  set: { guardianName: string | null; approvedOn: string | null; approvalProof: string | null; approvalBy: string },
) => db.update(memberships).set(set).where(eq(memberships.id, id));
