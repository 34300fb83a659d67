import { drawn, id } from "./drawn.ts";

const home = "k.centre_id, k.id";

/**
 * Makes communities at work, out of the people and organisations that are there: members, an ambition, promises,
 * meetings. `at`: the present, as an expression.
 */
export const communityLife = (at: string): readonly string[] => [
  ...members,
  ...ambitions,
  ...commitments(at),
  ...meetings(at),
  ...voices(at),
];
/** Every community gets three companies of the centre, with an employee of each, and six students. */
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
/** Three partners in four approve the ambition. */
const ambitions = [
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
];
/** Writes what partners promise this year, and what they put in. */
const commitments = (at: string) => [
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
/** Writes the self-scan at the beginning, marks of the last three months, and a story of what changed. */
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
