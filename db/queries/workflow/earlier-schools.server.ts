import { sql, type SQL } from "drizzle-orm";
import { listed } from "#db/fixed.server.ts";

/** Selects the versions that ended with a team that left: what their school was promised stays its own, also where it goes on. */
const leftBehind = sql`g.status = 'ended' and g.institution_id is not null`;
/** Selects the schools whose team left an assignment: beside a row of `assignments` that is read with others joined to it. */
export const earlierInstitutions = sql<string[]>`
  coalesce(
    (
      select json_agg(distinct g.institution_id)
      from agreements g
      where g.assignment_id = assignments.id and ${leftBehind}
    ),
    '[]'
  )::text
`.mapWith((ids: string) => JSON.parse(ids) as string[]);
/** Returns true for assignments that a team of one of these schools left; found before anything is asked of an assignment. */
export const leftBySchools = (schools: unknown): SQL => sql`
  assignments.id = any(
    array(
      select g.assignment_id
      from agreements g
      where ${leftBehind} and g.institution_id = any((select ${schools}::uuid[])::uuid[])
    )
  )
`;
/** Returns the same for schools that are known now. */
export const leftByThese = (schools: readonly string[]): SQL => leftBySchools(listed(schools));
