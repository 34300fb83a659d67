import { type AnyColumn, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { assignments, roundAssignments, roundStudents } from "#db/schema.ts";
import { stoodOrTakesPart } from "./taking-part.server.ts";

const s = roundStudents;
const ra = roundAssignments;
/** Tells what can be chosen in a round now, and how many of it at least (none once choosing is over). */
type Offer = { ids: SQL; least: SQL };
const offerOf = (round: string | AnyColumn): Offer => ({
  ids: sql`
    array(
      select ${ra.id}
      from ${ra}
      join ${assignments} on ${assignments.id} = ${ra.assignmentId}
      join rounds o on o.id = ${ra.roundId}
      where ${ra.roundId} = ${round}
        and ${ra.endedAt} is null
        and ${stoodOrTakesPart(sql`o.status`)}
    )
  `,
  least: sql`
    (select case when o.status = 'choosing' then o.least_choices else 0 end from rounds o where o.id = ${round})
  `,
});
/**
 * Says how far a student's list goes in this round: how many of their choices still count, how many are asked of what can
 * still be chosen (none once choosing is over), and whether they have chosen by that. Asked of rows of students, wherever
 * one is listed, counted, reminded or told whose turn it is. What was published stays as it was.
 */
export const choicesNow = (round: string | AnyColumn, { ids, least } = offerOf(round)) => {
  const counted: SQL<number> = sql`(select count(*)::int from unnest(${s.choices}) as one where one = any(${ids}))`;
  const wanted: SQL<number> = sql`(case when ${least} = 0 then 0 else least(${least}, cardinality(${ids})) end)`;
  const chosen: SQL<boolean> = sql`
    (${s.chosenAt} is not null and case when ${least} = 0 then true else ${counted} >= ${wanted} end)
  `;
  return { counted, wanted, chosen };
};
/**
 * Returns the same for a statement about many students of a round: `offer` is joined with them, so that what can be
 * chosen is read once for all (`offset 0` keeps it so), and each of them is compared with that.
 */
export function choicesOfMany(round: string | AnyColumn) {
  const { ids, least } = offerOf(round);
  const offer = sql`(select ${ids} as ids, ${least} as least offset 0) as offer`;
  return { offer, now: choicesNow(round, { ids: sql`offer.ids`, least: sql`offer.least` }) };
}
/** Returns the same of one student; undefined when there is none. */
export const choicesOf = async (db: Database, { id, roundId }: { id: string; roundId: string }) =>
  (await db.select(choicesNow(roundId)).from(s).where(eq(s.id, id)))[0];
