import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { roundGuides, rounds, roundStudents } from "#db/schema.ts";

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
      .where(and(inArray(rounds.status, ["draft", "choosing", "matching"]), inArray(rounds.id, theirs)));
}
