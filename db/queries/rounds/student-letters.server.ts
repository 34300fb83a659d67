import { and, eq, inArray, isNotNull, isNull, lt, not, or, sql } from "drizzle-orm";
import type { RoundLetter } from "#app/domain/rounds/process.ts";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { accountLetters, people, rounds, roundStudents, tokens } from "#db/schema.ts";
import { oneOf } from "#db/schema/columns.ts";
import { insertRows, pieces } from "#db/queries/rounds/rows.server.ts";
import { choicesNow, choicesOfMany } from "./chosen.server.ts";
import { joined, studentIsIn } from "./students.server.ts";

const s = roundStudents;
const l = accountLetters;
/** Owes these letters; thousands at a time, in pieces that one statement can carry. */
export async function queueLetters(db: Database, rows: readonly (typeof accountLetters.$inferInsert)[]) {
  for (const some of pieces(rows)) await insertRows(db, accountLetters, some);
}
/** Keeps these links; thousands at a time, in pieces that one statement can carry. */
export async function insertTokens(db: Database, rows: readonly (typeof tokens.$inferInsert)[]) {
  for (const some of pieces(rows)) await insertRows(db, tokens, some);
}

/** Returns everybody who takes part and may be written to; with `ids` only these, also when they were sent on. */
export const readers = (db: Database, roundId: string, ids?: readonly string[]) =>
  db
    .select({
      id: s.id,
      personId: people.id,
      email: people.email,
      locale: people.locale,
      programme: s.programme,
      joined,
    })
    .from(s)
    .innerJoin(people, and(eq(people.id, s.personId), present))
    .where(
      and(
        ids ? eq(s.roundId, roundId) : studentIsIn(roundId),
        ids
          ? sql`${s.id} in (select x::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as t(x))`
          : undefined,
      ),
    );
/** Marks that a letter goes out now. */
export const markTold = (db: Database, roundId: string, at: Date) =>
  db.update(s).set({ remindedAt: at }).where(studentIsIn(roundId));
/** Nobody is reminded twice within a time: who was reminded before this moment, or never, may be. */
const isDueForReminder = (before: Date) => or(isNull(s.remindedAt), lt(s.remindedAt, before));
/**
 * Takes those who have not chosen (or no longer enough) and had no letter since `before`, and marks them: each is reminded once, whichever
 * server comes first.
 */
export const takeToRemind = async (
  db: Database,
  roundId: string,
  { before, now }: { before: Date; now: Date },
): Promise<string[]> =>
  (
    await db
      .update(s)
      .set({ remindedAt: now })
      .where(and(studentIsIn(roundId), not(choicesNow(roundId).chosen), isDueForReminder(before)))
      .returning({ id: s.id })
  ).map((row) => row.id);
/** Tells that a student had chosen, has fewer choices left than are asked (`now`), and was not told as much since, nor after `since`. */
const lostSome = (now: ReturnType<typeof choicesNow>, since: Date) => {
  const hadLetter = sql`
    exists (
      select from ${l}
      where ${l.kind} in (${oneOf(["round_fewer" satisfies RoundLetter])})
        and ${l.personId} = ${s.personId}
        and ${l.data} ->> 'student' = ${s.id}::text
        and (
          ${l.dueAt} > ${since.toISOString()}::timestamptz
          or (${l.dueAt} >= ${s.chosenAt} and (${l.data} ->> 'left')::int <= ${now.counted})
        )
    )
  `;
  return and(isNotNull(s.chosenAt), not(now.chosen), not(hadLetter));
};
/**
 * Finds who had chosen and has fewer choices left than are asked, with how many still count; without whoever was told
 * as much since they chose, and without whoever had such a letter after `since`.
 */
export async function lostChoices(db: Database, roundId: string, since: Date) {
  const { offer, now } = choicesOfMany(roundId);
  return db
    .select({ id: s.id, left: now.counted })
    .from(s)
    .innerJoin(offer, sql`true`)
    .where(and(studentIsIn(roundId), lostSome(now, since)));
}
/** Says which of these rounds have somebody like that. */
export async function roundsOfLost(db: Database, ids: readonly string[], since: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { offer, now } = choicesOfMany(rounds.id);
  const found = await db
    .selectDistinct({ id: rounds.id })
    .from(rounds)
    .innerJoin(sql`lateral ${offer}`, sql`true`)
    .innerJoin(s, studentIsIn(rounds.id))
    .where(and(inArray(rounds.id, [...ids]), lostSome(now, since)));
  return new Set(found.map(({ id }) => id));
}
/** Marks that these had a letter now, so that no reminder says the same on the same day. */
export const markReminded = (db: Database, ids: readonly string[], at: Date) =>
  db
    .update(s)
    .set({ remindedAt: at })
    .where(inArray(s.id, [...ids]));
/** Those a reminder would reach. */
export async function countToRemind(db: Database, roundId: string, before: Date): Promise<number> {
  const { offer, now } = choicesOfMany(roundId);
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(s)
    .innerJoin(offer, sql`true`)
    .where(and(studentIsIn(roundId), not(now.chosen), isDueForReminder(before)));
  return row?.n ?? 0;
}
