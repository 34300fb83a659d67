import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { cutShort } from "#app/domain/assignment/ending.ts";
import { acceptingMoves } from "#app/domain/assignment/accepting.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { Database } from "#db/client.server.ts";
import { agreements, assignments, events, records } from "#db/schema.ts";

/**
 * The versions that ended with the work, the newest first: when that was, and what whoever stopped it said about the
 * settlement. A version that ended for another team is none of them.
 */
export const endedVersions = (db: Database, which: SQL | undefined) =>
  db
    .select({
      assignmentId: agreements.assignmentId,
      number: agreements.number,
      terms: agreements.terms,
      at: assignments.enteredAt,
      stopped: sql<Answers | null>`(
        select ${events.answers}
        from ${events}
        where ${events.assignmentId} = ${agreements.assignmentId} and ${events.object} = 'assignment'
          and ${events.move} = 'stop'
        order by ${events.seq} desc
        limit 1
      )`,
    })
    .from(agreements)
    .innerJoin(assignments, eq(assignments.id, agreements.assignmentId))
    .where(and(which, eq(agreements.status, "ended"), inArray(assignments.status, [...cutShort])))
    .orderBy(desc(agreements.number));
const days = (at: SQL) => sql<string | null>`(${at} at time zone 'Europe/Amsterdam')::date::text`;
/** The days on which the work of these assignments began, and on which what was agreed for its end became due. */
export const momentsOf = (db: Database, which: SQL | undefined) => {
  const { assignmentId, move, at } = events;
  return db
    .select({
      assignmentId,
      began: days(sql`max(${at}) filter (where ${move} = 'start')`),
      accepted: days(sql`min(${at}) filter (where ${move} <> 'start')`),
    })
    .from(events)
    .where(and(which, eq(events.object, "assignment"), inArray(move, ["start", ...acceptingMoves])))
    .groupBy(assignmentId);
};
/** The versions that say what is to be paid in these assignments: the signed ones, and those that ended with the work. */
export async function versionsPaidBy(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return { signed: [], ended: [], moments: [] };
  const among = inArray(agreements.assignmentId, [...ids]);
  const signed = await db
    .select({ assignmentId: agreements.assignmentId, number: agreements.number, terms: agreements.terms })
    .from(agreements)
    .where(and(among, eq(agreements.status, "signed")));
  const moments = await momentsOf(db, inArray(events.assignmentId, [...ids]));
  return { signed, ended: await endedVersions(db, among), moments };
}
/** What was noted as invoiced or paid in these assignments by the team they have, in the order in which it was written. */
export const paymentsOf = (db: Database, ids: readonly string[]) =>
  db
    .select({ assignmentId: records.assignmentId, kind: records.kind, data: records.data, at: records.at })
    .from(records)
    .where(and(inArray(records.assignmentId, [...ids]), eq(records.kind, "payment"), eq(records.open, true)))
    .orderBy(asc(records.at));
