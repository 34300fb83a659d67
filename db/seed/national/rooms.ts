import type { TransactionSql } from "postgres";
import { coming, switchesOf } from "#app/domain/centre/switches.ts";

/** Every so many centres one has rounds of matching. */
const roundsEvery = 8;
/** What follows from the same rows is the same again: ids and choices are drawn from what they are about. */
const id = (...about: string[]) => `md5(concat(${about.join(", '/', ")}))::uuid`;
const drawn = (of: string, most: number) => `1 + (('x' || substr(md5(${of}::text), 1, 6))::bit(24)::int % ${most})`;
const home = "k.centre_id, k.id";

/**
 * Furnishes the rooms of the country out of the people and files that are there: communities at work, and in some
 * centres a round in which students choose and one whose choosing is over. In sets, so that it costs seconds.
 */
export async function furnish(tx: TransactionSql, now: Date): Promise<void> {
  const at = `'${now.toISOString()}'::timestamptz`;
  for (const statement of [
    ...members,
    ...promises(at),
    ...meetings(at),
    ...voices(at),
    ...rounds(at, coming(now, switchesOf({}), 1)[0] ?? now.toISOString().slice(0, 10)),
  ])
    await tx.unsafe(statement);
}
/** Three companies of the centre in every community, with an employee of each, and six students. */
const members = [
  `
    insert into community_partners (id, centre_id, community_id, organization_id, since)
    select ${id("'partner'", "k.id", "o.id")}, ${home}, o.id, k.created_at + interval '60 days'
    from communities k
    cross join lateral (
      select o.id
      from partners p
      join organizations o on o.id = p.organization_id and o.kind = 'company'
      where p.centre_id = k.centre_id
      order by md5(concat(k.id, o.id))
      limit 3
    ) o
  `,
  `
    insert into community_members (id, community_id, person_id, role, claim_right, since)
    select
      ${id("'student'", "k.id", "s.person_id")},
      k.id,
      s.person_id,
      'student',
      false,
      k.created_at + interval '90 days'
    from communities k
    cross join lateral (
      select m.person_id
      from memberships m
      where m.centre_id = k.centre_id and m.role = 'student' and m.ended_at is null
      order by md5(concat(k.id, m.person_id))
      limit 6
    ) s
  `,
  `
    insert into community_members (id, community_id, person_id, role, claim_right, since)
    select
      ${id("'employee'", "p.community_id", "m.person_id")},
      p.community_id,
      m.person_id,
      'employee',
      false,
      p.since
    from community_partners p
    join memberships m on m.organization_id = p.organization_id
      and m.centre_id is null
      and m.role = 'employee'
      and m.ended_at is null
  `,
  `
    insert into end_user_contacts (id, centre_id, community_id, name, stands_for, since)
    select
      ${id("'user'", "k.id")},
      ${home},
      'Wijkraad ' || o.place,
      'bewoners',
      k.created_at + interval '120 days'
    from communities k
    join organizations o on o.id = k.organization_id
  `,
];
/** The ambition with every yes but of one partner in four; what partners promise this year; what they put in. */
const promises = (at: string) => [
  `
    insert into ambitions (id, centre_id, community_id, number, text, by_id, at)
    select
      ${id("'ambition'", "k.id")},
      ${home},
      1,
      'Samen lossen wij vragen uit de praktijk op, zodat studenten leren van echt werk en bedrijven verder komen.',
      m.person_id,
      k.created_at + interval '100 days'
    from communities k
    join community_members m on m.community_id = k.id and m.role in ('practor', 'lector')
  `,
  `
    insert into ambition_approvals (id, centre_id, ambition_id, community_id, organization_id, person_id, at)
    select
      ${id("'yes'", "a.id", "k.organization_id")},
      k.centre_id,
      a.id,
      k.id,
      k.organization_id,
      a.by_id,
      a.at
    from ambitions a
    join communities k on k.id = a.community_id
  `,
  `
    insert into ambition_approvals (id, centre_id, ambition_id, community_id, organization_id, person_id, at)
    select
      ${id("'yes'", "a.id", "p.organization_id")},
      p.centre_id,
      a.id,
      p.community_id,
      p.organization_id,
      m.person_id,
      a.at + interval '9 days'
    from ambitions a
    join community_partners p on p.community_id = a.community_id
    join memberships m on m.organization_id = p.organization_id
      and m.centre_id is null
      and m.role = 'client_owner'
      and m.ended_at is null
    where ${drawn("p.id", 4)} > 1
  `,
  `
    insert into partner_commitments (
      id, centre_id, community_id, organization_id, year, assignments, hours, euros, owner, created_at
    )
    select
      ${id("'promise'", "p.id")},
      p.centre_id,
      p.community_id,
      p.organization_id,
      extract(year from ${at})::int,
      ${drawn("p.id", 3)},
      20 * ${drawn("p.id", 8)},
      50000 * ${drawn("p.community_id", 6)},
      w.name,
      date_trunc('year', ${at})
    from community_partners p
    join lateral (
      select x.name
      from memberships m
      join people x on x.id = m.person_id
      where m.organization_id = p.organization_id
        and m.centre_id is null
        and m.role = 'client_owner'
        and m.ended_at is null
      order by m.id
      limit 1
    ) w on true
  `,
  `
    insert into contributions (
      id, centre_id, community_id, organization_id, kind, what, from_on, to_on, value, proof, by_id, at
    )
    select
      ${id("'kit'", "p.id")},
      p.centre_id,
      p.community_id,
      p.organization_id,
      'kit',
      'Gebruik van een meetopstelling',
      (${at} - interval '200 days')::date,
      (${at} - interval '20 days')::date,
      25000 * ${drawn("p.id", 9)},
      'Bruikleenovereenkomst',
      w.person_id,
      ${at} - interval '15 days'
    from community_partners p
    join lateral (
      select m.person_id
      from memberships m
      where m.organization_id = p.organization_id
        and m.centre_id is null
        and m.role = 'client_owner'
        and m.ended_at is null
      order by m.id
      limit 1
    ) w on true
  `,
];
/** A meeting every quarter at one partner after another, the next one to come. */
const meetings = (at: string) => [
  `
    insert into meetings (
      id, centre_id, community_id, host_id, subject, place, starts_at, ends_at, notes, present, created_at
    )
    select
      ${id("'meeting'", "k.id", "n")},
      ${home},
      h.organization_id,
      (array['Voortgang en vragen', 'Wat leren wij?', 'Nieuwe vraagstukken', 'Werkbezoek'])[1 + n % 4],
      h.place,
      t.starts,
      t.starts + interval '2 hours',
      case when n > 0 then 'Besproken en afgesproken wie wat doet.' else '' end,
      case
        when n > 0
          then array(
            select m.person_id
            from community_members m
            where m.community_id = k.id and m.ended_at is null and ${drawn("concat(m.id, n)", 4)} > 1
          )
        else '{}'
      end,
      t.starts - interval '40 days'
    from communities k
    cross join generate_series(0, 4) n
    cross join lateral (
      select date_trunc('day', ${at}) + interval '13 hours' + (30 - 91 * n) * interval '1 day' as starts
    ) t
    join lateral (
      select p.organization_id, o.place, row_number() over (order by p.id) - 1 as at, count(*) over () as all
      from community_partners p
      join organizations o on o.id = p.organization_id
      where p.community_id = k.id
    ) h on h.at = n % h.all
  `,
];
/** The self-scan at the beginning, marks of the last three months, and a story of what changed. */
const voices = (at: string) => [
  `
    insert into self_scans (id, centre_id, community_id, person_id, moment, scores, at)
    select distinct on (k.id, m.person_id)
      ${id("'scan'", "k.id", "m.person_id")},
      ${home},
      m.person_id,
      'start',
      array(select (2 + ${drawn("concat(m.id, s)", 3)}) from generate_series(1, 7) s),
      k.created_at + interval '130 days'
    from communities k
    join community_members m on m.community_id = k.id and m.ended_at is null
  `,
  `
    insert into pulses (id, centre_id, community_id, person_id, month, score, at)
    select distinct on (k.id, m.person_id, n)
      ${id("'pulse'", "k.id", "m.person_id", "n")},
      ${home},
      m.person_id,
      (date_trunc('month', ${at}) - n * interval '1 month')::date,
      2 + ${drawn("concat(m.id, n)", 3)},
      date_trunc('month', ${at}) - n * interval '1 month' + interval '3 days'
    from communities k
    join community_members m on m.community_id = k.id and m.ended_at is null
    cross join generate_series(1, 3) n
  `,
  `
    insert into value_stories (id, centre_id, community_id, who, for_whom, changed, by_id, at)
    select
      ${id("'story'", "k.id")},
      ${home},
      'Het team',
      'monteurs',
      'Wat vroeger een nachtrit kostte, staat nu een dag eerder in de planning.',
      e.person_id,
      ${at} - interval '25 days'
    from communities k
    join lateral (
      select m.person_id
      from community_members m
      where m.community_id = k.id and m.role = 'employee'
      order by m.id
      limit 1
    ) e on true
  `,
];
/**
 * Rounds of some centres, with files that still take a team; half of who may choose has chosen, and everybody where
 * choosing is over.
 */
const rounds = (at: string, block: string) => [
  `
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
  `,
  `
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
  `,
  `
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
  `,
  `
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
  `,
];
/** Files of a centre `c` that a round may hold: as `queries/round-parts` has it. */
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
