/**
 * PostgreSQL is told that every table holds a hundred times as much, and that empty tables are not known to be empty:
 * a modest country is planned like a large one.
 */
export const crowded = `
  update pg_class set reltuples = case when reltuples > 0 then reltuples * 100 else -1 end
  where relkind = 'r' and relnamespace = 'public'::regnamespace`;

/** Has, instead of the few rounds of the country, five in every centre, with all its students, ten assignments and two coaches each. */
export const manyRounds = [
  "truncate rounds cascade",
  `insert into rounds (id, centre_id, name, block, status, choose_by, seed, created_by, created_at)
    select gen_random_uuid(), c.id, 'Ronde ' || n, '2027-02-01',
      (array['draft','choosing','matching','published','cancelled'])[n], now() + interval '9 days', 1,
      (select person_id from memberships m where m.centre_id = c.id limit 1), now()
    from centres c, generate_series(1, 5) n`,
  `insert into round_students (id, centre_id, round_id, person_id, discipline, level, hours)
    select gen_random_uuid(), r.centre_id, r.id, m.person_id, 'data', 'hbo', 16
    from rounds r
      join memberships m on m.centre_id = r.centre_id and m.role = 'student' and m.ended_at is null`,
  // There is room for one team more: an assignment that has its team takes no part.
  "update assignments set seats_max = 30 where status = 'in_progress'",
  `insert into round_assignments (id, centre_id, round_id, assignment_id, size_min, size_max, hours)
    select gen_random_uuid(), r.centre_id, r.id, a.id, 3, 5, 8
    from rounds r
      join assignments a on a.centre_id = r.centre_id and a.status = 'in_progress'`,
  `insert into round_guides (id, centre_id, round_id, person_id, kind)
    select gen_random_uuid(), r.centre_id, r.id, m.person_id, 'coach'
    from rounds r
      join memberships m on m.centre_id = r.centre_id and m.role = 'teacher' and m.ended_at is null`,
  `insert into round_bonds (id, centre_id, round_id, student_id, other_id, kind, status, created_at)
    select gen_random_uuid(), s.centre_id, s.round_id, s.id, o.id, 'wish', 'asked', now()
    from round_students s
      join lateral (
        select id from round_students x where x.round_id = s.round_id and x.id > s.id order by id limit 1
      ) o on true`,
  `update round_students s
    set choices = array(select a.id from round_assignments a where a.round_id = s.round_id order by a.id limit 5)`,
  "analyze rounds, round_students, round_assignments, round_guides, round_bonds",
];
