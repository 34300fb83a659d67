import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { takesReturned } from "#app/domain/rounds/priority.ts";
import type { Database } from "#db/client.server.ts";
import { people, rounds, roundStudents } from "#db/schema.ts";
import { shownName } from "./students.server.ts";

const s = roundStudents;
// It is written out, so that the database knows its index.
const waits = sql`${s.status} = 'returned' and ${s.returnedTo} is null`;
/** Returns everybody who is or was in a round, by name. */
export const everybodyIn = (db: Database, roundId: string) =>
  db
    .select({
      id: s.id,
      personId: s.personId,
      name: shownName,
      programme: s.programme,
      status: s.status,
      returnedTo: s.returnedTo,
      version: s.version,
    })
    .from(s)
    .innerJoin(people, eq(people.id, s.personId))
    .where(eq(s.roundId, roundId))
    .orderBy(asc(shownName), asc(s.id));
/** Returns rounds of a centre that still take students in, but for one. */
export const roundsOpenIn = (db: Database, centreId: string, not: string) =>
  db
    .select({ id: rounds.id, name: rounds.name, block: rounds.block })
    .from(rounds)
    .where(and(eq(rounds.centreId, centreId), ne(rounds.id, not), inArray(rounds.status, [...takesReturned])))
    .orderBy(asc(rounds.block), asc(rounds.id))
    .limit(25);
/** Returns the rounds that took in whom this one sent on. */
export const namesOfRounds = async (db: Database, ids: readonly string[]) =>
  new Map(
    ids.length === 0
      ? []
      : (
          await db
            .select({ id: rounds.id, name: rounds.name, status: rounds.status })
            .from(rounds)
            .where(inArray(rounds.id, [...ids]))
        ).map((row) => [row.id, row]),
  );
/** Whoever left the centre waits for nothing; who never joined it may still do so. */
const stays = sql`
  (
    not exists (select from memberships m where m.person_id = ${s.personId} and m.centre_id = ${s.centreId})
    or exists (
      select from memberships m
      where m.person_id = ${s.personId} and m.centre_id = ${s.centreId} and m.ended_at is null
    )
  )
`;
/** Names who of a centre waits for a round with priority. */
export const waitingIn = (db: Database, centreId: string) =>
  db
    .select()
    .from(s)
    .where(and(eq(s.centreId, centreId), waits, stays))
    .orderBy(asc(s.id));
/** Counts the students of a centre who wait for a next round with priority, each once. */
export const countWaiting = async (db: Database, centreId: string): Promise<number> =>
  (
    await db
      .select({ n: sql<number>`count(distinct ${s.personId})::int` })
      .from(s)
      .where(and(eq(s.centreId, centreId), waits, stays))
  )[0]?.n ?? 0;
/**
 * Gives priority to whoever waits for it and is in this round now, and notes that this round took them in. Answers
 * their places here.
 */
export async function takeInWaiting(
  db: Database,
  { id, centreId }: { id: string; centreId: string },
): Promise<string[]> {
  const here = sql`
    exists (
      select from round_students n where n.round_id = ${id} and n.person_id = ${s.personId} and n.status = 'in'
    )
  `;
  const taken = await db
    .update(s)
    .set({ returnedTo: id, version: sql`${s.version} + 1` })
    .where(and(eq(s.centreId, centreId), ne(s.roundId, id), waits, here))
    .returning({ personId: s.personId });
  if (taken.length === 0) return [];
  return (
    await db
      .update(s)
      .set({ priority: true, version: sql`${s.version} + 1` })
      .where(
        and(
          eq(s.roundId, id),
          inArray(
            s.personId,
            taken.map((row) => row.personId),
          ),
        ),
      )
      .returning({ id: s.id })
  ).map((row) => row.id);
}
/** Lets whoever a round had taken in wait again, when it does not take place. */
export const waitAgain = (db: Database, roundId: string) =>
  db
    .update(s)
    .set({ returnedTo: null, version: sql`${s.version} + 1` })
    .where(and(eq(s.returnedTo, roundId), eq(s.status, "returned")));
/** The round somebody came from with priority. */
export const cameFrom = async (db: Database, roundId: string, personId: string) =>
  (
    await db
      .select({ name: rounds.name })
      .from(s)
      .innerJoin(rounds, eq(rounds.id, s.roundId))
      .where(and(eq(s.returnedTo, roundId), eq(s.personId, personId)))
      .limit(1)
  )[0]?.name ?? null;
