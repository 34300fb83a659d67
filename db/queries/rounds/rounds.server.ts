import { roundUnderWay } from "#app/domain/rounds/words.ts";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { centres, roundGuides, rounds, roundStudents } from "#db/schema.ts";

type Round = typeof rounds.$inferSelect;
export type RoundAt = Round & { centre: string; slug: string; hue: number };
/** A round and the centre it is in; undefined beyond reach. */
export const roundById = async (db: Database, id: string): Promise<RoundAt | undefined> => {
  const [row] = await db
    .select({ round: rounds, centre: centres.name, slug: centres.slug, hue: centres.hue })
    .from(rounds)
    .innerJoin(centres, eq(centres.id, rounds.centreId))
    .where(eq(rounds.id, id));
  return row && { ...row.round, centre: row.centre, slug: row.slug, hue: row.hue };
};
/** Finds the place of a person among a round's students. */
export const roundStudentOf = async (db: Database, roundId: string, personId: string) =>
  (
    await db
      .select()
      .from(roundStudents)
      .where(and(eq(roundStudents.roundId, roundId), eq(roundStudents.personId, personId)))
  )[0];
/** Changes a round that is still at this version, and counts one up; false when somebody was first. */
export const changeRound = async (
  db: Database,
  { id, version }: { id: string; version: number },
  set: Partial<typeof rounds.$inferInsert>,
) =>
  (
    await db
      .update(rounds)
      .set({ ...set, version: version + 1 })
      .where(and(eq(rounds.id, id), eq(rounds.version, version)))
      .returning({ id: rounds.id })
  ).length === 1;
/** Says that what plans are made from has changed: older runs are then known to be of before. */
export const touchRound = (db: Database, id: string) =>
  db
    .update(rounds)
    .set({ version: sql`${rounds.version} + 1` })
    .where(eq(rounds.id, id));
/** Rounds that still run and have this person in them changed: no plan that was made before is published any more. */
export async function planAnewWithout(db: Database, personId: string): Promise<void> {
  const studying = db
    .select({ id: roundStudents.roundId })
    .from(roundStudents)
    .where(and(eq(roundStudents.personId, personId), ne(roundStudents.status, "dropped")));
  const guiding = db.select({ id: roundGuides.roundId }).from(roundGuides).where(eq(roundGuides.personId, personId));
  for (const theirs of [studying, guiding])
    await db
      .update(rounds)
      .set({ version: sql`${rounds.version} + 1` })
      .where(and(inArray(rounds.status, roundUnderWay), inArray(rounds.id, theirs)));
}
