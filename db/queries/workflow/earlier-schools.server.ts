import { sql, type SQL } from "drizzle-orm";
import { listed } from "#db/fixed.server.ts";

/**
 * The schools whose team left an assignment, by the versions that ended with those teams: beside a row of `assignments` that
 * is read with others joined to it.
 */
export const earlierInstitutions = sql<string[]>`
  coalesce(
    (
      select json_agg(distinct g.institution_id)
      from agreements g
      where g.assignment_id = assignments.id and g.status = 'ended'
        and g.institution_id is distinct from assignments.institution_id
    ),
    '[]'
  )::text
`.mapWith((ids: string) => (JSON.parse(ids) as (string | null)[]).filter((id): id is string => id !== null));
/** True for assignments that a team of one of these schools left; found before anything is asked of an assignment. */
export const leftBySchools = (schools: unknown): SQL => sql`
  assignments.id = any(
    array(
      select g.assignment_id
      from agreements g
      where g.status = 'ended' and g.institution_id = any((select ${schools}::uuid[])::uuid[])
    )
  )
`;
/** The same for schools that are known now. */
export const leftByThese = (schools: readonly string[]): SQL => leftBySchools(listed(schools));
