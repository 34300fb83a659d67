import { sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { statusesThatAre, type ExclusionReason } from "#app/domain/rounds/taking-part.ts";
import { roundUnderWay } from "#app/domain/rounds/words.ts";
import { standingClaim } from "#app/domain/words.ts";
import { oneOf } from "#db/schema/columns.ts";
import { assignments, roundAssignments } from "#db/schema.ts";

const a = assignments;
/** Students who have a seat there, or are asked for one. */
export const seated = sql`
  (
    select count(*)
    from members m
    where m.assignment_id = ${a.id}
      and m.role in ('student', 'student_lead')
      and m.status in ('invited', 'active')
  )
`;
const claimedIn = (centreId: AnyPgColumn | string, statuses: readonly string[]) => sql`
  exists (
    select from claims c
    join communities k on k.id = c.community_id
    where c.assignment_id = ${a.id} and c.status in (${oneOf(statuses)}) and k.centre_id = ${centreId}
  )
`;
const chosen = sql`exists (select from claims c where c.assignment_id = ${a.id} and c.status = 'selected')`;
const is = (part: Parameters<typeof statusesThatAre>[0]) => sql`${a.status} in (${oneOf(statusesThatAre(part))})`;
/** Says why it takes no part in a round of this centre whose smallest team is so large; null when it does. */
const judged = (centreId: AnyPgColumn | string, size: AnyPgColumn | SQL) => sql`
  when ${is("stopped")} then 'stopped'
  when ${is("made")} then 'made'
  when ${is("not_open")} or ${a.confidentiality} = 'secret' or ${a.visibility} = 'invited' then 'not_open'
  when ${a.onHold} then 'on_hold'
  when ${chosen} and not ${claimedIn(centreId, ["selected"])} then 'elsewhere'
  when ${is("when_claimed")} and not ${claimedIn(centreId, standingClaim)} then 'unclaimed'
  when ${seated} + ${size} > ${a.seatsMax} then 'has_team'
`;
/** Tells whether an assignment may be put in a round of this centre: at least one student fits in. */
export const mayTakePart = (centreId: string) => sql`(case ${judged(centreId, sql`1`)} end) is null`;
/**
 * Tells whether the plan that this round published has a team there: that one keeps its place, whatever came since. Asked as a
 * value of its one round: PostgreSQL would answer an `exists` from a reading of all rounds.
 */
const hasItsTeam = sql`
  (
    select coalesce(bool_or(team ->> 'assignment' = ${roundAssignments.id}::text), false)
    from rounds r
    join round_runs p on p.id = r.published_run
    cross join jsonb_array_elements(p.plan -> 'teams') as team
    where r.id = ${roundAssignments.roundId}
  )
`;
/**
 * Says why an assignment of a round takes no part in it any more; null when it does. Asked of rows of the round joined with
 * their assignments, wherever one is offered, asked about, counted, computed with or published.
 */
export const exclusionReason = sql<ExclusionReason | null>`
  case
    when ${hasItsTeam} and not ${is("stopped")} then null
    ${judged(roundAssignments.centreId, roundAssignments.sizeMin)}
  end
`;
/** Is true where it takes part. */
export const takesPart = sql`${exclusionReason} is null`;
/** Is true where it takes part, or the round whose status this is was published or given up: what was told then stays as it was. */
export const stoodOrTakesPart = (status: AnyPgColumn | SQL) =>
  sql`(${status} not in (${oneOf(roundUnderWay)}) or ${takesPart})`;
