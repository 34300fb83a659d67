import type { Check } from "./rule.ts";
import { among, agreed, begun, hasRole } from "./places.ts";

const students = "m.role in ('student', 'student_lead')";
const inCentre = (roles: string) => hasRole(roles, "m.centre_id");

/** Lists rules about people: who sits in a team, who claims, who signs, who is interested, what a delivery needs. */
export const teamChecks: readonly Check[] = [
  {
    name: "no two people share an address",
    broken: "select lower(email) as id from people group by 1 having count(*) > 1",
  },
  {
    name: "whoever is not 18 yet has the day on which that changes",
    broken: "select id from people where (age_band in ('under_16', '16_17')) <> (turns_18_on is not null)",
  },
  {
    name: "a team that works has the seats that were asked",
    broken: `
      select a.id
      from assignments a
      where a.status in (${among(begun)})
        and (
          select count(*) from members m where m.assignment_id = a.id and m.status = 'active' and ${students}
        ) not between a.seats_min and a.seats_max
    `,
  },
  {
    name: "a team that works has a teacher, a project manager and an employee",
    broken: `
      select a.id
      from assignments a
      where a.status in (${among(begun)})
        and (
          select count(distinct m.role)
          from members m
          where m.assignment_id = a.id
            and m.status = 'active'
            and m.role in ('teacher', 'project_manager', 'employee_participant')
        ) <> 3
    `,
  },
  {
    name: "a student's seat is held by a student of the centre",
    broken: `select m.id from members m where ${students} and not ${inCentre("'student'")}`,
  },
  {
    name: "teachers and project managers teach in the centre",
    broken: `
      select m.id
      from members m
      where m.role in ('teacher', 'project_manager') and not ${inCentre("'teacher', 'practor', 'lector'")}
    `,
  },
  {
    name: "an employee works at the company",
    broken: `
      select m.id
      from members m
      where m.role = 'employee_participant'
        and not exists (
          select from memberships s
          where s.person_id = m.person_id and s.organization_id = m.organization_id and s.centre_id is null
        )
    `,
  },
  {
    name: "an active student signed every annex",
    broken: `
      select m.id
      from members m
      where m.status = 'active'
        and ${students}
        and (
          not exists (select from annexes x where x.member_id = m.id)
          or exists (select from annexes x where x.member_id = m.id and x.signed_at is null)
        )
    `,
  },
  {
    name: "a minor in a team has a guardian who agreed",
    broken: `
      select m.id
      from members m
      join people p on p.id = m.person_id
      where m.status = 'active'
        and ${students}
        and p.age_band <> '18_plus'
        and not exists (select from guardian_requests g where g.member_id = m.id and g.status = 'approved')
    `,
  },
  {
    name: "a claim is led by somebody who may claim for that community of the centre",
    broken: `
      select c.id
      from claims c
      where not exists (
        select from community_members m
        join communities k on k.id = m.community_id
        where m.community_id = c.community_id
          and m.person_id = c.lead_id
          and m.claim_right
          and k.centre_id = c.centre_id
      )
    `,
  },
  {
    name: "whoever did the intake does not claim",
    broken: "select c.id from claims c join assignments a on a.id = c.assignment_id where c.lead_id = a.intake_by",
  },
  {
    name: "the assignment's institution is that of the chosen community",
    broken: `
      select a.id
      from assignments a
      join communities k on k.id = a.community_id
      where a.institution_id is distinct from k.organization_id
    `,
  },
  {
    name: "both signatures are of people with a proven mandate",
    broken: `
      select g.id
      from agreements g
      join assignments a on a.id = g.assignment_id
      where g.company_signed_at is not null
        and (
          not exists (
            select from memberships s
            where s.person_id = g.company_signed_by
              and s.organization_id = g.organization_id
              and s.role = 'authorised_signatory'
              and s.mandate <> ''
          )
          or not exists (
            select from memberships s
            where s.person_id = g.institution_signed_by
              and s.organization_id = a.institution_id
              and s.role = 'authorised_signatory'
              and s.mandate <> ''
          )
        )
    `,
  },
  {
    name: "the names in the agreement are those of its own people",
    broken: `
      select g.id
      from agreements g
      join people p on p.id = g.company_signed_by
      join organizations o on o.id = g.organization_id
      where not (
        g.terms -> 'signatories' @> jsonb_build_array(jsonb_build_object('name', p.name))
        and g.terms -> 'parties' @> jsonb_build_array(jsonb_build_object('name', o.name))
        and g.terms ->> 'kvk' = o.kvk
      )
    `,
  },
  {
    name: "an interest is a student's, within the cap",
    broken: `
      select m.id
      from interests m
      where not ${inCentre("'student'")}
      union all
      select person_id
      from interests
      where status = 'shown'
      group by 1
      having count(*) > 3
    `,
  },
  {
    name: "what was delivered has a released delivery with a file",
    broken: `
      select a.id
      from assignments a
      where a.status in (${among(begun.filter((s) => s !== "in_progress"))})
        and not exists (
          select from deliveries d
          join files f on f.part_id = d.id
          where d.assignment_id = a.id and d.status = 'released'
        )
    `,
  },
  {
    name: "a file belongs to a part of its own assignment",
    broken: `
      select f.id
      from files f
      left join deliveries d on d.id = f.part_id
      where f.part = 'delivery' and (f.part_id is null or d.assignment_id is distinct from f.assignment_id)
    `,
  },
  {
    name: "a result that was accepted met every criterion of its last delivery",
    broken: `
      select a.id
      from assignments a
      where a.obligation = 'result'
        and a.status in ('completed', 'implementing', 'implemented', 'anchoring', 'closed', 'not_implemented')
        and exists (
          select from acceptance_results r
          where r.met <> 'met'
            and r.delivery_id = (
              select d.id from deliveries d where d.assignment_id = a.id and d.status = 'released'
            )
        )
    `,
  },
  {
    name: "what is in use says by whom and since when",
    broken: `
      select a.id
      from assignments a
      where a.status in ('implemented', 'anchoring', 'closed')
        and not exists (
          select from implementations i
          where i.assignment_id = a.id and (i.degree = 'none' or i.since is not null)
        )
    `,
  },
  {
    name: "work that was agreed has milestones inside its time",
    broken: `
      select a.id
      from assignments a
      where a.status in (${among(agreed)})
        and (
          not exists (select from milestones m where m.assignment_id = a.id)
          or exists (
            select from milestones m
            join agreements g on g.assignment_id = m.assignment_id and g.status = 'signed'
            where m.assignment_id = a.id
              and m.status <> 'dropped'
              and m.due_on::text not between g.terms ->> 'start_date' and g.terms ->> 'end_date'
          )
        )
    `,
  },
  {
    name: "no minute is logged by whom is no member",
    broken: `
      select h.id
      from hour_entries h
      where not exists (
        select from members m where m.assignment_id = h.assignment_id and m.person_id = h.person_id
      )
    `,
  },
];
