import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { cutShort } from "#app/domain/assignment/ending.ts";
import { acceptingMoves } from "#app/domain/assignment/accepting.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { Database } from "#db/client.server.ts";
import { agreements, assignments, events, records } from "#db/schema.ts";

/**
 * Returns the versions that ended and those that another replaced, the newest first: when their assignment came into
 * the status it is in, whether its work was cut short, and what whoever stopped it said about the settlement. A
 * version that ended for another team is one of them.
 */
export const pastVersions = (db: Database, which: SQL | undefined) =>
  db
    .select({
      assignmentId: agreements.assignmentId,
      number: agreements.number,
      status: agreements.status,
      terms: agreements.terms,
      institutionId: agreements.institutionId,
      companySignedAt: agreements.companySignedAt,
      institutionSignedAt: agreements.institutionSignedAt,
      at: assignments.enteredAt,
      cut: sql<boolean>`${inArray(assignments.status, [...cutShort])}`,
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
    .where(and(which, inArray(agreements.status, ["ended", "superseded"])))
    .orderBy(desc(agreements.number));
const days = (at: SQL) => sql<string | null>`(${at} at time zone 'Europe/Amsterdam')::date::text`;
/**
 * Returns the days on which the work of these assignments began, and on which what was agreed for its end became due;
 * of the team they have now, for a team that left has moments of its own.
 */
export const momentsOf = (db: Database, which: SQL | undefined) => {
  const { assignmentId, move, at } = events;
  const sinceRematch = sql`not exists (
    select from events later
    where later.assignment_id = ${assignmentId} and later.object = 'assignment' and later.move = 'rematch'
      and later.seq > ${events.seq}
  )`;
  return db
    .select({
      assignmentId,
      began: days(sql`max(${at}) filter (where ${move} = 'start')`),
      accepted: days(sql`min(${at}) filter (where ${move} <> 'start')`),
    })
    .from(events)
    .where(and(which, eq(events.object, "assignment"), inArray(move, ["start", ...acceptingMoves]), sinceRematch))
    .groupBy(assignmentId);
};
/** Sets what ended apart from what another version replaced. */
export const apart = <V extends { status: string }>(past: readonly V[]) => ({
  ended: past.filter(({ status }) => status === "ended"),
  replaced: past.filter(({ status }) => status === "superseded"),
});
/**
 * Returns the versions that say what is to be paid in these assignments: the signed ones, those that they replaced,
 * and those that ended with the work.
 */
export async function versionsPaidBy(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return { signed: [], ended: [], replaced: [], moments: [] };
  const among = inArray(agreements.assignmentId, [...ids]);
  const signed = await db
    .select({ assignmentId: agreements.assignmentId, number: agreements.number, terms: agreements.terms })
    .from(agreements)
    .where(and(among, eq(agreements.status, "signed")));
  const moments = await momentsOf(db, inArray(events.assignmentId, [...ids]));
  return { signed, ...apart(await pastVersions(db, among)), moments };
}
/** Lists the kinds of records from which is known what is to be paid, of earlier teams too. */
export const moneyKinds = ["payment", "settlement", "agreement_end"] as const;
/** Selects what is read of them: what was noted, by whom, and under which version. */
export const moneyColumns = {
  assignmentId: records.assignmentId,
  kind: records.kind,
  data: records.data,
  at: records.at,
  byId: records.byId,
  byRole: records.byRole,
  about: records.about,
};
/** Lists what was noted about the money of these assignments, in the order in which it was written. */
export const moneyNoted = (db: Database, ids: readonly string[]) =>
  db
    .select(moneyColumns)
    .from(records)
    .where(and(inArray(records.assignmentId, [...ids]), inArray(records.kind, [...moneyKinds])))
    .orderBy(asc(records.at));
