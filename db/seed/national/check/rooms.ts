import { hasRole } from "./places.ts";
import type { Check } from "./rule.ts";

const centreRole = (roles: string) => hasRole(roles, "k.centre_id");
const takesPart = (organization: string, community: string) =>
  `
    (
      ${organization} = (select organization_id from communities where id = ${community})
      or exists (
        select from community_partners p
        where p.community_id = ${community} and p.organization_id = ${organization} and p.ended_at is null
      )
    )
  `;

/** Lists rules about the rooms beside the assignments: communities, and rounds of matching. */
export const roomChecks: readonly Check[] = [
  {
    name: "a partner of a community takes part in its centre",
    broken: `
      select c.id
      from community_partners c
      where not exists (
        select from partners p where p.centre_id = c.centre_id and p.organization_id = c.organization_id
      )
    `,
  },
  {
    name: "a member of a community has the role that its kind asks for",
    broken: `
      select m.id
      from community_members m
      join communities k on k.id = m.community_id
      where m.ended_at is null
        and not case
          when m.role in ('employee', 'end_user')
            then exists (
              select from memberships s
              where s.person_id = m.person_id
                and s.centre_id is null
                and s.ended_at is null
                and ${takesPart("s.organization_id", "k.id")}
            )
          else ${centreRole("m.role")}
        end
    `,
  },
  {
    name: "a yes to an ambition is of a partner, by somebody who stands for it",
    broken: `
      select y.id
      from ambition_approvals y
      join communities k on k.id = y.community_id
      where not ${takesPart("y.organization_id", "k.id")}
        or not exists (
          select from memberships s
          where s.person_id = y.person_id
            and s.organization_id = y.organization_id
            and s.ended_at is null
            and (
              (s.centre_id is null and s.role in ('client_owner', 'authorised_signatory'))
              or (s.centre_id = k.centre_id and s.role in ('coordinator', 'practor', 'lector'))
            )
        )
    `,
  },
  {
    name: "a meeting is held by somebody who takes part",
    broken: `select g.id from meetings g where not ${takesPart("g.host_id", "g.community_id")}`,
  },
  {
    name: "whoever judges a community is a member of it",
    broken: `
      select x.id
      from (
        select id, community_id, person_id
        from self_scans
        union all
        select id, community_id, person_id
        from pulses
      ) x
      where not exists (
        select from community_members m where m.community_id = x.community_id and m.person_id = x.person_id
      )
    `,
  },
  {
    name: "a round is opened by somebody who makes plans in its centre",
    broken: `
      select r.id
      from rounds r
      where not exists (
        select from memberships s
        where s.person_id = r.created_by
          and s.centre_id = r.centre_id
          and s.role in ('coordinator', 'teacher', 'practor', 'lector')
      )
    `,
  },
  {
    name: "an assignment in a round is its centre's, and no secret",
    broken: `
      select x.id
      from round_assignments x
      join assignments a on a.id = x.assignment_id
      where a.centre_id <> x.centre_id
        or a.confidentiality = 'secret'
        or a.visibility = 'invited'
        or x.size_min > x.size_max
        or x.size_max > a.seats_max
    `,
  },
  {
    name: "whoever is in a round studies or teaches in its centre",
    broken: `
      select x.id
      from (
        select id, centre_id, person_id, array['student'] as roles
        from round_students
        union all
        select id, centre_id, person_id, array['teacher', 'practor', 'lector', 'business_developer']
        from round_guides
        where kind <> 'employee'
      ) x
      where not exists (
        select from memberships s
        where s.person_id = x.person_id
          and s.centre_id = x.centre_id
          and s.role = any(x.roles)
          and s.ended_at is null
      )
    `,
  },
  {
    name: "a choice is one of the same round, and a list that was made is long enough",
    broken: `
      select s.id
      from round_students s
      join rounds r on r.id = s.round_id
      where exists (
        select from unnest(s.choices) c
        where not exists (select from round_assignments a where a.id = c and a.round_id = s.round_id)
      )
        or (s.chosen_at is not null and cardinality(s.choices) < r.least_choices)
        or (s.chosen_at is null and s.choices <> '{}')
    `,
  },
  {
    name: "whoever has priority was sent on from another round",
    broken: `
      select s.id
      from round_students s
      where s.priority
        and not exists (
          select from round_students b
          where b.person_id = s.person_id
            and b.centre_id = s.centre_id
            and b.round_id <> s.round_id
            and b.status = 'returned'
        )
    `,
  },
];
