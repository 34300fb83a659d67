import { heldSeat } from "#app/domain/words.ts";
import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { exclusionReason } from "./taking-part.server.ts";
import { assignments, members, memberships, people, roundAssignments, rounds, roundRuns } from "#db/schema.ts";

export type Run = typeof roundRuns.$inferSelect;
// It is written out, so that the database knows its index.
const unfinished = sql`${roundRuns.status} in ('waiting', 'running')`;
/** Asks for a run and answers its number, the next one of its round. */
export const insertRun = async (db: Database, row: Omit<typeof roundRuns.$inferInsert, "number">) =>
  (
    await db
      .insert(roundRuns)
      .values({
        ...row,
        number: sql`(select coalesce(max(r.number), 0) + 1 from round_runs r where r.round_id = ${row.roundId})`,
      })
      .returning({ id: roundRuns.id, number: roundRuns.number })
  )[0];
/** Finds one run of a round by its number. */
export const runByNumber = async (db: Database, roundId: string, number: number) =>
  (
    await db
      .select()
      .from(roundRuns)
      .where(and(eq(roundRuns.roundId, roundId), eq(roundRuns.number, number)))
  )[0];
/** Returns a run with its input and result; undefined when there is none within reach. */
export const runById = async (db: Database, id: string) =>
  (await db.select().from(roundRuns).where(eq(roundRuns.id, id)))[0];
/** Says how far it is, without its input and plan. */
export const runState = async (db: Database, id: string) =>
  (
    await db
      .select({ status: roundRuns.status, progress: roundRuns.progress, explained: roundRuns.explained })
      .from(roundRuns)
      .where(eq(roundRuns.id, id))
  )[0];
/** The runs of a round, newest first, without what went in. */
export const runsOf = (db: Database, roundId: string, limit: number) =>
  db
    .select({
      id: roundRuns.id,
      number: roundRuns.number,
      kind: roundRuns.kind,
      preset: roundRuns.preset,
      status: roundRuns.status,
      madeOf: roundRuns.madeOf,
      summary: roundRuns.summary,
      by: people.name,
      askedAt: roundRuns.askedAt,
      doneAt: roundRuns.doneAt,
    })
    .from(roundRuns)
    .innerJoin(people, eq(people.id, roundRuns.byId))
    .where(eq(roundRuns.roundId, roundId))
    .orderBy(desc(roundRuns.number))
    .limit(limit);
/** Runs of this round that wait or are being worked on. */
export const openRuns = (db: Database, roundId: string) =>
  db
    .select({ id: roundRuns.id })
    .from(roundRuns)
    .where(and(eq(roundRuns.roundId, roundId), unfinished));
/** Asks a run to stop; one that nobody took up yet stops at once. */
export const askStop = async (db: Database, id: string, now: Date) => {
  await db
    .update(roundRuns)
    .set({ status: "stopped", stopAsked: true, doneAt: now })
    .where(and(eq(roundRuns.id, id), eq(roundRuns.status, "waiting")));
  await db
    .update(roundRuns)
    .set({ stopAsked: true })
    .where(and(eq(roundRuns.id, id), eq(roundRuns.status, "running")));
};
/**
 * Takes the oldest run that waits, or whose server fell silent, for this server until `until`; each taking is a try.
 */
export async function takeRun(db: Database, { now, until }: { now: Date; until: Date }): Promise<Run | undefined> {
  const free = or(
    eq(roundRuns.status, "waiting"),
    and(eq(roundRuns.status, "running"), or(isNull(roundRuns.heldUntil), lt(roundRuns.heldUntil, now))),
  );
  const [next] = await db
    .select({ id: roundRuns.id })
    .from(roundRuns)
    .where(and(unfinished, free))
    .orderBy(asc(roundRuns.askedAt))
    .limit(1)
    .for("update", { skipLocked: true });
  return (
    next &&
    (
      await db
        .update(roundRuns)
        .set({ status: "running", heldUntil: until, tries: sql`${roundRuns.tries} + 1` })
        .where(eq(roundRuns.id, next.id))
        .returning()
    )[0]
  );
}
/**
 * Writes what a server has of a run it still holds (`tries` is its claim to it); undefined when another took over or it
 * ended.
 */
export const updateHeldRun = async (
  db: Database,
  { id, tries }: Pick<Run, "id" | "tries">,
  set: Partial<typeof roundRuns.$inferInsert>,
) =>
  (
    await db
      .update(roundRuns)
      .set(set)
      .where(and(eq(roundRuns.id, id), eq(roundRuns.tries, tries), eq(roundRuns.status, "running")))
      .returning({ stopAsked: roundRuns.stopAsked })
  )[0];
/** Adds reasons of a finished plan to those that are there. */
export const addReasons = (db: Database, id: string, reasons: NonNullable<Run["reasons"]>, explained: boolean) =>
  db
    .update(roundRuns)
    .set({ reasons: sql`coalesce(${roundRuns.reasons}, '{}'::jsonb) || ${JSON.stringify(reasons)}::jsonb`, explained })
    .where(eq(roundRuns.id, id));
/** Returns the newest finished plan that is not wholly explained yet; older ones only while they are fresh. */
export const toExplain = async (db: Database, since: Date) =>
  (
    await db
      .select()
      .from(roundRuns)
      .where(and(sql`${roundRuns.status} = 'done' and not ${roundRuns.explained}`, gt(roundRuns.doneAt, since)))
      .orderBy(desc(roundRuns.doneAt))
      .limit(1)
  )[0];
/** Returns the assignments behind what can be chosen in a round, with who sits in their teams: what a publication changes. */
export async function assignmentsBehind(db: Database, roundId: string) {
  const behind = await db
    .select({
      choiceId: roundAssignments.id,
      assignmentId: assignments.id,
      title: assignments.title,
      confidentiality: assignments.confidentiality,
      status: assignments.status,
      seatsMax: assignments.seatsMax,
      organizationId: assignments.organizationId,
      leadId: assignments.leadId,
      out: exclusionReason,
    })
    .from(roundAssignments)
    .innerJoin(assignments, eq(assignments.id, roundAssignments.assignmentId))
    .where(eq(roundAssignments.roundId, roundId))
    .orderBy(asc(roundAssignments.id));
  const placed = await placesIn(
    db,
    behind.map((one) => one.assignmentId),
  );
  const [round] = await db.select({ createdAt: rounds.createdAt }).from(rounds).where(eq(rounds.id, roundId));
  const isOfRound = ({ createdAt }: { createdAt: Date }) => round !== undefined && createdAt >= round.createdAt;
  const seats = placed.filter(({ status }) => (heldSeat as readonly string[]).includes(status));
  // The last answer of each person counts: who was asked once more and said yes refuses no more.
  const refusals = placed.filter(
    (one, at) =>
      one.status === "refused" &&
      isOfRound(one) &&
      !placed.some((other, later) => later > at && isSamePlace(one, other)),
  );
  return { assignments: behind, seats, refusals };
}
type Placed = { assignmentId: string; personId: string };
const isSamePlace = (one: Placed, other: Placed) =>
  one.assignmentId === other.assignmentId && one.personId === other.personId;
/** Returns all seats that were ever offered in these assignments, the oldest first. */
const placesIn = async (db: Database, assignmentIds: readonly string[]) =>
  assignmentIds.length === 0
    ? []
    : db
        .select({
          id: members.id,
          assignmentId: members.assignmentId,
          personId: members.personId,
          role: members.role,
          team: members.team,
          status: members.status,
          createdAt: members.createdAt,
        })
        .from(members)
        .where(inArray(members.assignmentId, [...assignmentIds]))
        .orderBy(asc(members.createdAt), asc(members.id));
/** Lists owners of companies, to write to. */
export const ownersOf = (db: Database, organizationIds: readonly string[]) =>
  organizationIds.length === 0
    ? Promise.resolve([])
    : db
        .select({
          organizationId: memberships.organizationId,
          id: people.id,
          name: people.name,
          email: people.email,
          locale: people.locale,
        })
        .from(memberships)
        .innerJoin(people, eq(people.id, memberships.personId))
        .where(
          and(
            inArray(memberships.organizationId, [...organizationIds]),
            isNull(memberships.centreId),
            eq(memberships.role, "client_owner"),
            isNull(memberships.endedAt),
            present,
          ),
        );
/** Returns those of these people who may come in, with what a letter to them needs, in no order. */
export const peopleByIds = (db: Database, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({
          id: people.id,
          name: people.name,
          email: people.email,
          locale: people.locale,
          emailVerifiedAt: people.emailVerifiedAt,
        })
        .from(people)
        .where(and(inArray(people.id, [...ids]), present));
/** Notes of which version of the round this run is made, so that a later change shows that it is old. */
export const setMadeOf = (db: Database, id: string, version: number) =>
  db.update(roundRuns).set({ madeOf: version }).where(eq(roundRuns.id, id));
