import { sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { assignments, memberships, organizations } from "#db/schema.ts";

/** Tells for whom an assignment counts: its company, and the institution that did it. */
export const sides = { company: assignments.organizationId, institution: assignments.institutionId } as const;
export type Side = keyof typeof sides;

/** Tells where somebody works: of employees their company, of staff their home among the schools of the centre. */
const worksAt: Record<Side, SQL> = {
  company: sql`m.centre_id is null and o.kind <> 'institution'`,
  institution: sql`(m.centre_id is null or m.centre_id = ${assignments.centreId}) and o.kind = 'institution'`,
};
/**
 * Says whose contribution the work of this person on this day is: of the own employer, which may be another than that of the
 * assignment (docs/domain.md 7.5). Who works for several counts for that of the assignment, when it is among them; of
 * whom no employer is known, the work counts there too. Joined with the assignment it was done for.
 */
export const employerOf = (person: AnyPgColumn, day: SQL, side: Side): SQL<string> => sql<string>`
  coalesce(
    (
      select m.organization_id
      from ${memberships} m
      join ${organizations} o on o.id = m.organization_id
      where m.person_id = ${person} and ${worksAt[side]}
      order by
        (m.granted_at::date <= ${day} and (m.ended_at is null or m.ended_at::date >= ${day})) desc,
        (m.organization_id = ${sides[side]}) desc,
        m.granted_at
      limit 1
    ),
    ${sides[side]}
  )
`;
