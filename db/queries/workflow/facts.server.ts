import { disputeEnds } from "#app/domain/assignment/overlays.ts";
import { openClaim, openMilestone, openVersion, heldSeat, openCase } from "#app/domain/words.ts";
import { and, desc, eq, getTableColumns, gt, inArray, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { isLate } from "#db/queries/workflow/late.server.ts";
import { apart, pastVersions, moneyColumns, moneyKinds, momentsOf } from "#db/queries/payments/money.server.ts";
import { manyAssignments, oneAssignment, type Which } from "./which-assignments.server.ts";
import { clockIds, clocks as allClocks } from "#app/domain/workflow/clocks.ts";
import type { Database } from "#db/client.server.ts";
import { fixed, like, listed } from "#db/fixed.server.ts";
import { batch } from "#db/batch.server.ts";
import { oneOf } from "#db/schema/columns.ts";
import {
  acceptanceResults,
  agreements,
  annexes,
  assignments,
  assignmentTexts,
  claims,
  confirmations,
  deadlines,
  deliveries,
  events,
  flags,
  guaranteeCases,
  guardianRequests,
  implementations,
  members,
  milestones,
  observations,
  people,
  records,
} from "#db/schema.ts";

/** Holds clocks that run for the assignment itself, and not for a claim or a seat in it. */
const clocksOfAssignment = clockIds.filter((id) => !allClocks[id].ofChild);

/** Says how many rows of this table are the assignment's, and meet this. */
const numberOf = (of: typeof claims | typeof milestones | typeof flags, meets?: SQL) =>
  sql<number>`(select count(*)::int from ${of} where ${and(eq(of.assignmentId, assignments.id), meets)})`;
const endsDispute = and(
  eq(events.object, "assignment"),
  inArray(events.move, disputeEnds),
  // A yes that waits for the other side settles nothing.
  sql`not ${events.answers} ? 'waiting_for'`,
);
const checkAnswered = and(gt(observations.month, 0), ne(observations.degree, "unanswered"));
const mayBeChosen = and(inArray(claims.status, openClaim), gt(claims.validUntil, like(claims.validUntil, "now")));
const aboutTheQuestion = ({ of }: Which) => ({
  texts: fixed((db) => db.select().from(assignmentTexts).where(of(assignmentTexts.assignmentId))),
  /** Holds facts of one value each, in one statement: to ask costs more than to answer. */
  values: fixed((db) =>
    db
      .select({
        assignmentId: assignments.id,
        contactConfirmed: sql<boolean>`${people.emailVerifiedAt} is not null`,
        /** Says how many claims there ever were, and how many may be chosen now. */
        claims: numberOf(claims),
        openClaims: numberOf(claims, mayBeChosen),
        planned: numberOf(milestones, inArray(milestones.status, ["planned", "moved", "reached"])),
        obstaclesOpen: numberOf(flags, eq(flags.status, "open")),
        concernsOpen: numberOf(flags, eq(flags.status, "confided")),
        disputeOver: sql<boolean>`exists (
          select from ${events}
          where ${events.assignmentId} = ${assignments.id} and ${endsDispute}
        )`,
        answeredChecks: sql<number[]>`(
          select coalesce(jsonb_agg(distinct ${observations.month}), '[]')
          from ${observations}
          where ${observations.assignmentId} = ${assignments.id} and ${checkAnswered}
        )`,
      })
      .from(assignments)
      .leftJoin(people, sql`${people.id} = coalesce(${assignments.contactId}, ${assignments.submittedBy})`)
      .where(of(assignments.id)),
  ),
});
/** All of a version but its text as it was signed, which is long, and no guard reads. */
const { frozen: _, ...versionColumns } = getTableColumns(agreements);
/** Returns the versions that are talked about or in force; and those that ended, with the work or a team that left, or were replaced. */
const aboutTheAgreement = ({ of }: Which) => ({
  agreements: fixed((db) =>
    db
      .select(versionColumns)
      .from(agreements)
      .where(and(of(agreements.assignmentId), inArray(agreements.status, [...openVersion, "signed"])))
      .orderBy(desc(agreements.number)),
  ),
  past: fixed((db) => pastVersions(db, of(agreements.assignmentId))),
  moments: fixed((db) => momentsOf(db, of(events.assignmentId))),
});
const aboutTheTeam = ({ of }: Which) => ({
  team: fixed((db) =>
    db
      .select({
        ...getTableColumns(members),
        name: people.name,
        ageBand: people.ageBand,
        turns18On: people.turns18On,
        /** The school recorded a guardian's approval (docs/domain.md 3.3, under sixteen). */
        schoolApproved: sql<boolean>`exists (
          select from memberships r
          where r.person_id = ${members.personId} and r.centre_id = ${members.centreId} and r.role = 'student'
            and r.ended_at is null and r.approved_on is not null
        )`,
      })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(and(of(members.assignmentId), inArray(members.status, heldSeat))),
  ),
  annexes: fixed((db) =>
    db
      .select({
        assignmentId: annexes.assignmentId,
        memberId: annexes.memberId,
        signedAt: annexes.signedAt,
        kind: annexes.kind,
      })
      .from(annexes)
      .where(of(annexes.assignmentId)),
  ),
  guardians: fixed((db) =>
    db
      .select({
        id: guardianRequests.id,
        assignmentId: guardianRequests.assignmentId,
        memberId: guardianRequests.memberId,
        status: guardianRequests.status,
      })
      .from(guardianRequests)
      .where(of(guardianRequests.assignmentId)),
  ),
});
/** Milestones to come; one is late when its day has passed, and nobody reached, moved or dropped it. */
const aboutMilestones = ({ of }: Which) => ({
  milestones: fixed((db) =>
    db
      .select({ ...getTableColumns(milestones), late: sql<boolean>`${isLate(sql.placeholder("today"))}` })
      .from(milestones)
      .where(and(of(milestones.assignmentId), inArray(milestones.status, openMilestone)))
      .orderBy(milestones.dueOn),
  ),
});
const aboutTheWork = ({ of }: Which) => ({
  deliveries: fixed((db) =>
    db
      .select({
        assignmentId: deliveries.assignmentId,
        row: deliveries,
        files: sql<number>`(select count(*)::int from files f where f.part_id = deliveries.id and f.removed_at is null)`,
        filledAt: sql<string | null>`(select max(f.at) from files f where f.part_id = deliveries.id)`,
      })
      .from(deliveries)
      .where(of(deliveries.assignmentId))
      .orderBy(desc(deliveries.number)),
  ),
  verdicts: fixed((db) =>
    db
      .select()
      .from(acceptanceResults)
      .where(
        and(
          of(acceptanceResults.assignmentId),
          sql`
            ${acceptanceResults.deliveryId} = (
              select d.id
              from deliveries d
              where d.assignment_id = ${acceptanceResults.assignmentId} and d.status = 'released'
              order by d.number desc
              limit 1
            )
          `,
        ),
      ),
  ),
  /** Reads what counts of the team at work now; of what is about money all, for earlier teams may still be paid. */
  records: fixed((db) =>
    db
      .select({ ...moneyColumns, open: records.open })
      .from(records)
      .where(and(of(records.assignmentId), or(eq(records.open, true), inArray(records.kind, [...moneyKinds]))))
      .orderBy(records.at),
  ),
});
const aboutTheUse = ({ of }: Which) => ({
  implementations: fixed((db) => db.select().from(implementations).where(of(implementations.assignmentId))),
  cases: fixed((db) =>
    db
      .select()
      .from(guaranteeCases)
      .where(and(of(guaranteeCases.assignmentId), inArray(guaranteeCases.status, openCase))),
  ),
});
const inTime = ({ of, ids }: Which) => ({
  /** Reads the newest of each clock of the assignment by one look into the index for each, however many ended before. */
  clocks: fixed((db) => {
    const newest = db
      .select()
      .from(deadlines)
      .where(
        and(
          sql`${deadlines.assignmentId} = asked.id`,
          eq(deadlines.object, "assignment"),
          sql`${deadlines.clock} = known.clock`,
        ),
      )
      .orderBy(desc(deadlines.startedAt))
      .limit(1)
      .as("newest");
    return db
      .select({
        assignmentId: newest.assignmentId,
        clock: newest.clock,
        status: newest.status,
        startedAt: newest.startedAt,
        dueAt: newest.dueAt,
        noticeUntil: newest.noticeUntil,
        extended: newest.extended,
      })
      .from(sql`${ids} as asked cross join unnest(array[${oneOf(clocksOfAssignment)}]) as known(clock)`)
      .crossJoinLateral(newest);
  }),
  /** Reads what was confirmed since the assignment came into its status, and still counts. */
  confirmed: fixed((db) =>
    db
      .select(getTableColumns(confirmations))
      .from(confirmations)
      .innerJoin(
        assignments,
        and(eq(assignments.id, confirmations.assignmentId), eq(assignments.enteredAt, confirmations.epoch)),
      )
      .where(and(of(confirmations.assignmentId), isNull(confirmations.endedAt))),
  ),
});
/** Asks the same questions of one assignment and of a list of them. */
const questions = (which: Which) => ({
  ...aboutTheQuestion(which),
  ...aboutTheAgreement(which),
  ...aboutTheTeam(which),
  ...aboutMilestones(which),
  ...aboutTheWork(which),
  ...aboutTheUse(which),
  ...inTime(which),
});
const [ofOne, ofMany] = [batch(questions(oneAssignment)), batch(questions(manyAssignments))];
type Rows = Awaited<ReturnType<typeof ofOne>>;
const first = <T>(rows: readonly T[]) => rows[0] ?? null;
const shape = (rows: Rows) => ({
  text: first(rows.texts),
  contactConfirmed: first(rows.values)?.contactConfirmed ?? false,
  claims: first(rows.values)?.claims ?? 0,
  openClaims: first(rows.values)?.openClaims ?? 0,
  agreements: rows.agreements,
  ...apart(rows.past),
  moments: first(rows.moments),
  team: rows.team,
  annexes: rows.annexes,
  guardians: rows.guardians,
  planned: first(rows.values)?.planned ?? 0,
  obstaclesOpen: first(rows.values)?.obstaclesOpen ?? 0,
  concernsOpen: first(rows.values)?.concernsOpen ?? 0,
  deliveries: rows.deliveries.slice(0, 2),
  verdicts: rows.verdicts,
  records: rows.records.filter(({ open }) => open),
  /** Reads what was noted about money, by earlier teams too. */
  money: rows.records.filter(({ kind }) => (moneyKinds as readonly string[]).includes(kind)),
  clocks: rows.clocks,
  implementation: first(rows.implementations),
  openCases: rows.cases,
  confirmed: rows.confirmed,
  openMilestones: rows.milestones,
  late: rows.milestones.filter(({ late }) => late),
  answeredChecks: first(rows.values)?.answeredChecks ?? [],
  disputeOver: first(rows.values)?.disputeOver ?? false,
});
export type Gathered = ReturnType<typeof shape>;
/** Returns all rows that the guards of one assignment read. */
export const gatherRows = async (db: Database, id: string, now: Date): Promise<Gathered> =>
  shape(await ofOne(db, { id, now, today: amsterdamDay(now) }));
/** Reads the same of many assignments, in the same number of queries. */
export async function gatherAll(db: Database, ids: readonly string[], now: Date): Promise<Map<string, Gathered>> {
  const rows = await ofMany(db, { ids: listed(ids), now, today: amsterdamDay(now) });
  const names = Object.keys(rows) as (keyof Rows)[];
  const files = new Map<string, Record<string, unknown[]>>(
    ids.map((id) => [id, Object.fromEntries(names.map((name) => [name, []]))]),
  );
  for (const name of names) for (const row of rows[name]) files.get(row.assignmentId)?.[name]?.push(row);
  return new Map([...files].map(([id, own]) => [id, shape(own as unknown as Rows)]));
}
