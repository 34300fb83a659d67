import { drawn, id } from "./drawn.ts";

/** One centre in this many has rounds of matching. */
const roundsEvery = 8;

/**
 * Returns rounds of some centres, with assignments that still take a team; half of those who may choose has chosen,
 * and everybody where choosing is over. `at`: the present, as an expression; `block`: the day on which the next block
 * begins.
 */
export const roundsOfSomeCentres = (at: string, block: string): readonly string[] => [
  insertRounds(at, block),
  insertChoices,
  insertCoaches,
  insertStudents(at),
];
/** Holds files of a centre `c` that a round may hold: as `queries/rounds/assignments` has it. */
const takesTeam = `
    a.centre_id = c.id
    and a.confidentiality <> 'secret'
    and a.visibility <> 'invited'
    and a.status in ('agreeing', 'signed', 'in_progress')
    and not a.on_hold
    and (
      select count(*)
      from members m
      where m.assignment_id = a.id
        and m.role in ('student', 'student_lead')
        and m.status in ('invited', 'active')
    ) < a.seats_max
  `;
const insertRounds = (at: string, block: string) => `
  insert into rounds (
    id, centre_id, name, block, programmes, status, choose_by, seed, least_choices, created_by, created_at
  )
  select
    ${id("'round'", "c.id", "s.status")},
    c.id,
    case s.status when 'choosing' then 'Eerste jaar' else 'Tweede jaar' end,
    '${block}',
    '{}',
    s.status,
    ${at} + s.days * interval '1 day',
    1 + c.n,
    3,
    w.person_id,
    ${at} - interval '20 days'
  from (select id, row_number() over (order by slug)::int as n from centres) c
  cross join (values ('choosing', 6), ('matching', -2)) s(status, days)
  join lateral (
    select m.person_id
    from memberships m
    where m.centre_id = c.id and m.role = 'coordinator' and m.ended_at is null
    order by m.id
    limit 1
  ) w on true
  where c.n % ${roundsEvery} = 1 and (select count(*) from assignments a where ${takesTeam}) >= 3
`;
const insertChoices = `
  insert into round_assignments (id, centre_id, round_id, assignment_id, size_min, size_max, hours)
  select ${id("'place'", "r.id", "a.id")}, r.centre_id, r.id, a.id, 1, least(5, a.seats_max), 8
  from rounds r
  cross join lateral (
    select a.id, a.seats_max
    from assignments a
    join centres c on c.id = r.centre_id
    where ${takesTeam}
    order by md5(concat(r.id, a.id))
    limit 12
  ) a
`;
const insertCoaches = `
  insert into round_guides (id, centre_id, round_id, person_id, kind, teams)
  select ${id("'guide'", "r.id", "g.person_id")}, r.centre_id, r.id, g.person_id, 'coach', 3
  from rounds r
  cross join lateral (
    select distinct m.person_id
    from memberships m
    where m.centre_id = r.centre_id and m.role = 'teacher' and m.ended_at is null
    order by 1
    limit 6
  ) g
`;
const insertStudents = (at: string) => `
  insert into round_students (
    id, centre_id, round_id, person_id, programme, discipline, level, hours, choices, chosen_at
  )
  select
    ${id("'student'", "r.id", "s.person_id")},
    r.centre_id,
    r.id,
    s.person_id,
    s.programme,
    'data',
    s.level,
    16,
    case
      when s.chose
        then array(
          select a.id
          from round_assignments a
          where a.round_id = r.id
          order by md5(concat(a.id, s.person_id))
          limit 5
        )
      else '{}'
    end,
    case when s.chose then ${at} - interval '3 days' end
  from rounds r
  cross join lateral (
    select
      m.person_id,
      coalesce(m.programme, '') as programme,
      case when m.track in ('bol', 'bbl') then 'mbo' else 'hbo' end as level,
      r.status = 'matching' or ${drawn("m.person_id", 2)} = 1 as chose
    from memberships m
    where m.centre_id = r.centre_id and m.role = 'student' and m.ended_at is null
    order by md5(concat(r.id, m.person_id))
    limit 40
  ) s
`;
