import { sql, type SQL } from "drizzle-orm";
import { listed } from "#db/fixed.server.ts";

/** Selects the versions that ended with a team that left: what their school was promised stays its own, also where it goes on. */
const leftBehind = sql`g.status = 'ended' and g.institution_id is not null`;
/** Selects the versions that lapsed before both had signed: whoever was asked to sign for their school reads them back. */
const lapsed = sql`g.status = 'lapsed' and g.institution_id is not null`;
/** Selects the schools of such versions of an assignment: beside a row of `assignments` that is read with others joined to it. */
const schoolsOf = (versions: SQL) =>
  sql<string[]>`
    coalesce(
      (
        select json_agg(distinct g.institution_id)
        from agreements g
        where g.assignment_id = assignments.id and ${versions}
      ),
      '[]'
    )::text
  `.mapWith((ids: string) => JSON.parse(ids) as string[]);
/** Returns true for assignments with such a version of one of these schools; found before anything is asked of an assignment. */
const withVersionOf = (versions: SQL, schools: unknown): SQL => sql`
  assignments.id = any(
    array(
      select g.assignment_id
      from agreements g
      where ${versions} and g.institution_id = any((select ${schools}::uuid[])::uuid[])
    )
  )
`;
/** Selects the schools whose team left an assignment. */
export const earlierInstitutions = schoolsOf(leftBehind);
/** Selects the schools that were asked to sign a version that lapsed. */
export const lapsedInstitutions = schoolsOf(lapsed);
/** Returns true for assignments that a team of one of these schools left. */
export const leftBySchools = (schools: unknown): SQL => withVersionOf(leftBehind, schools);
/** Returns true for assignments of which a version lapsed that one of these schools was asked to sign. */
export const lapsedOfSchools = (schools: unknown): SQL => withVersionOf(lapsed, schools);
/** Returns true for assignments that a team of one of these schools left, of schools that are known now. */
export const leftByThese = (schools: readonly string[]): SQL => leftBySchools(listed(schools));
