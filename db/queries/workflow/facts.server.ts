import { openClaim, openVersion, heldSeat, openCase } from "#app/domain/words.ts";
import { and, desc, eq, getTableColumns, gt, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { isLate } from "#db/queries/workflow/late.server.ts";
import { apart, pastVersions, moneyColumns, moneyKinds, momentsOf } from "#db/queries/workflow/money.server.ts";
import { counted, manyFiles, oneFile, type Which } from "./which-assignments.server.ts";
import { clockIds, clocks as allClocks } from "#app/domain/workflow/clocks.ts";
import type { Database } from "#db/client.server.ts";
import { fixed, like, listed } from "#db/fixed.server.ts";
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
  guaranteeCases,
  guardianRequests,
  implementations,
  members,
  milestones,
  observations,
  people,
  records,
} from "#db/schema.ts";

/** Clocks that run for the assignment itself, and not for a claim or a seat in it. */
const ofTheFile = clockIds.filter((id) => !allClocks[id].ofChild);

const mayBeChosen = and(inArray(claims.status, openClaim), gt(claims.validUntil, like(claims.validUntil, "now")));
const aboutTheQuestion = ({ of }: Which) => ({
  texts: fixed((db) => db.select().from(assignmentTexts).where(of(assignmentTexts.assignmentId))),
  contacts: fixed((db) =>
    db
      .select({ assignmentId: assignments.id, confirmed: sql<boolean>`${people.emailVerifiedAt} is not null` })
      .from(assignments)
      .innerJoin(people, sql`${people.id} = coalesce(${assignments.contactId}, ${assignments.submittedBy})`)
      .where(of(assignments.id)),
  ),
  /** How many there ever were, and how many may be chosen now. */
  claims: fixed((db) =>
    db
      .select({ ...counted(claims), open: sql<number>`count(*) filter (where ${mayBeChosen})::int` })
      .from(claims)
      .where(of(claims.assignmentId))
      .groupBy(claims.assignmentId),
  ),
  agreements: fixed((db) =>
    db
      .select()
      .from(agreements)
      .where(and(of(agreements.assignmentId), inArray(agreements.status, [...openVersion, "signed"])))
      .orderBy(desc(agreements.number)),
  ),
});
/** The versions that ended, with the work or with a team that left, and those that another replaced. */
const aboutTheEnd = ({ of }: Which) => ({
  past: fixed((db) => pastVersions(db, of(agreements.assignmentId))),
  moments: fixed((db) => momentsOf(db, of(events.assignmentId))),
});
const aboutTheTeam = ({ of }: Which) => ({
  team: fixed((db) =>
    db
      .select({
        id: members.id,
        assignmentId: members.assignmentId,
        personId: members.personId,
        name: people.name,
        role: members.role,
        status: members.status,
        track: members.track,
        level: members.level,
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
const aboutMilestones = ({ of }: Which) => ({
  planned: fixed((db) =>
    db
      .select(counted(milestones))
      .from(milestones)
      .where(and(of(milestones.assignmentId), inArray(milestones.status, ["planned", "moved", "reached"])))
      .groupBy(milestones.assignmentId),
  ),
  /** Milestones that are late: their day has passed, and nobody reached, moved or dropped them. */
  late: fixed((db) =>
    db
      .select({
        assignmentId: milestones.assignmentId,
        id: milestones.id,
        title: milestones.title,
        dueOn: milestones.dueOn,
      })
      .from(milestones)
      .where(and(of(milestones.assignmentId), isLate(sql.placeholder("today"))))
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
  /** What counts of the team at work now; of what is about money all, for earlier teams may still be paid. */
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
      .select(counted(guaranteeCases))
      .from(guaranteeCases)
      .where(and(of(guaranteeCases.assignmentId), inArray(guaranteeCases.status, openCase)))
      .groupBy(guaranteeCases.assignmentId),
  ),
  answeredChecks: fixed((db) =>
    db
      .selectDistinct({ assignmentId: observations.assignmentId, month: observations.month })
      .from(observations)
      .where(and(of(observations.assignmentId), gt(observations.month, 0), ne(observations.degree, "unanswered"))),
  ),
});
const inTime = ({ of, ids }: Which) => ({
  /** The newest of each clock of the assignment: one look into the index for each clock, however many ended before. */
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
      .from(sql`${ids} as asked cross join unnest(array[${oneOf(ofTheFile)}]) as known(clock)`)
      .crossJoinLateral(newest);
  }),
  /** What was confirmed since the assignment came into its state, and still counts. */
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
/** The same questions for one assignment and for a list of them. */
const questions = (which: Which) => ({
  ...aboutTheQuestion(which),
  ...aboutTheEnd(which),
  ...aboutTheTeam(which),
  ...aboutMilestones(which),
  ...aboutTheWork(which),
  ...aboutTheUse(which),
  ...inTime(which),
});
const [ofOne, ofMany] = [questions(oneFile), questions(manyFiles)];
type Questions = ReturnType<typeof questions>;
type Rows = { [Q in keyof Questions]: Awaited<ReturnType<Questions[Q]>> };

/** All of them sent down one connection at once, so that they cost one round trip. */
async function answersTo(asked: Questions, db: Database, values: Record<string, unknown>): Promise<Rows> {
  const names = Object.keys(asked) as (keyof Questions)[];
  const answers = await Promise.all(names.map((name) => asked[name](db, values)));
  return Object.fromEntries(names.map((name, at) => [name, answers[at]])) as Rows;
}
const first = <T>(rows: readonly T[]) => rows[0] ?? null;
const shape = (rows: Rows) => ({
  text: first(rows.texts),
  contactConfirmed: first(rows.contacts)?.confirmed ?? false,
  claims: first(rows.claims)?.n ?? 0,
  openClaims: first(rows.claims)?.open ?? 0,
  agreements: rows.agreements,
  ...apart(rows.past),
  moments: first(rows.moments),
  team: rows.team,
  annexes: rows.annexes,
  guardians: rows.guardians,
  planned: first(rows.planned)?.n ?? 0,
  deliveries: rows.deliveries.slice(0, 2),
  verdicts: rows.verdicts,
  records: rows.records.filter(({ open }) => open),
  /** What was noted about money, by earlier teams too. */
  money: rows.records.filter(({ kind }) => (moneyKinds as readonly string[]).includes(kind)),
  clocks: rows.clocks,
  implementation: first(rows.implementations),
  guaranteeCases: first(rows.cases)?.n ?? 0,
  confirmed: rows.confirmed,
  late: rows.late,
  answeredChecks: rows.answeredChecks.map(({ month }) => month),
});
export type Gathered = ReturnType<typeof shape>;
/** All rows that the guards of one assignment read. */
export const gatherRows = async (db: Database, id: string, now: Date): Promise<Gathered> =>
  shape(await answersTo(ofOne, db, { id, now, today: amsterdamDay(now) }));
/** Reads the same of many assignments, in the same number of queries. */
export async function gatherAll(db: Database, ids: readonly string[], now: Date): Promise<Map<string, Gathered>> {
  const rows = await answersTo(ofMany, db, { ids: listed(ids), now, today: amsterdamDay(now) });
  const names = Object.keys(rows) as (keyof Rows)[];
  const files = new Map<string, Record<string, unknown[]>>(
    ids.map((id) => [id, Object.fromEntries(names.map((name) => [name, []]))]),
  );
  for (const name of names) for (const row of rows[name]) files.get(row.assignmentId)?.[name]?.push(row);
  return new Map([...files].map(([id, own]) => [id, shape(own as unknown as Rows)]));
}
