import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { SheetRow } from "#app/domain/rounds/sheet.ts";
import type { Database } from "#db/client.server.ts";
import { insertRows, pieces } from "#db/queries/rounds/rows.server.ts";
import { present } from "#db/queries/present.server.ts";
import { communityMembers, memberships, people, roundStudents } from "#db/schema.ts";

const s = roundStudents;
/** Returns students of the centre, of a community or a programme, who are not in the round. */
export const studentsToAdd = (
  db: Database,
  {
    roundId,
    centreId,
    communityId,
    programme,
  }: { roundId: string; centreId: string; communityId?: string; programme?: string },
) =>
  db
    .select({ personId: people.id, programme: memberships.programme, track: memberships.track })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), present))
    .where(
      and(
        eq(memberships.centreId, centreId),
        eq(memberships.role, "student"),
        isNull(memberships.endedAt),
        programme === undefined ? undefined : eq(memberships.programme, programme),
        communityId === undefined
          ? undefined
          : sql`
            exists (
              select from ${communityMembers} cm
              where cm.community_id = ${communityId} and cm.person_id = ${people.id} and cm.ended_at is null
            )
          `,
        sql`
          not exists (
            select from round_students r
            where r.round_id = ${roundId} and r.person_id = ${people.id} and r.status = 'in'
          )
        `,
      ),
    )
    .orderBy(asc(people.name))
    .limit(2000);
/** Returns communities and programmes of a centre with students who are not in the round, and how many. */
export const studentSources = async (db: Database, { roundId, centreId }: { roundId: string; centreId: string }) => [
  ...(await db.execute<{
    kind: "community" | "programme";
    id: string;
    label: string;
    n: number;
  }>(sql`
    with free as (
      select m.person_id, m.programme
      from memberships m
      join people p on p.id = m.person_id and p.disabled_at is null
      where m.centre_id = ${centreId}
        and m.role = 'student'
        and m.ended_at is null
        and not exists (
          select from round_students r
          where r.round_id = ${roundId} and r.person_id = m.person_id and r.status = 'in'
        )
    )
    select 'community' as kind, k.id::text as id, k.name as label, count(*)::int as n
    from communities k
    join community_members cm on cm.community_id = k.id and cm.ended_at is null
    join free on free.person_id = cm.person_id
    where k.centre_id = ${centreId}
    group by k.id, k.name
    union all
    select 'programme', programme, programme, count(*)::int
    from free
    where programme <> ''
    group by programme
    order by 1, 3
    limit 200
  `)),
];
/** Puts students in a round, or back in it; those who are in it stay as they are. Answers who came in. */
export async function putStudents(
  db: Database,
  rows: readonly (typeof roundStudents.$inferInsert)[],
): Promise<string[]> {
  const put: string[] = [];
  for (const some of pieces(rows)) {
    const came = await insertRows(
      db,
      s,
      some,
      sql`
        on conflict (round_id, person_id) do update set status = 'in', version = ${s.version} + 1
        where ${s.status} = 'dropped'
        returning id
      `,
    );
    put.push(...[...came].map(({ id }) => id));
  }
  return put;
}

/**
 * Finds what is known of the people behind these addresses: their account, whether they joined the centre, and their
 * place in the round.
 */
export async function knownBehind(
  db: Database,
  { centreId, roundId }: { centreId: string; roundId: string },
  emails: readonly string[],
) {
  const found = await db.execute<{
    email: string;
    personId: string;
    disabled: boolean;
    joined: boolean;
    student: string | null;
  }>(sql`
    select
      lower(p.email) as email,
      p.id as "personId",
      p.disabled_at is not null as disabled,
      exists (
        select from memberships m where m.person_id = p.id and m.centre_id = ${centreId} and m.ended_at is null
      ) as joined,
      (
        select row_to_json(r)::text from round_students r where r.round_id = ${roundId} and r.person_id = p.id
      ) as student
    from jsonb_array_elements_text(${JSON.stringify(emails.map((e) => e.toLowerCase()))}::jsonb) as asked(email)
    join people p on lower(p.email) = asked.email
  `);
  type Row = {
    id: string;
    number: string;
    name: string;
    programme: string;
    discipline: string;
    level: string;
    hours: number;
    day_parts: string[];
    skills: { skill: string; level: number }[];
    status: string;
    chosen_at: string | null;
  };
  return new Map(
    [...found].map(({ email, student, ...rest }) => [
      email,
      { ...rest, student: student === null ? null : (JSON.parse(student) as Row) },
    ]),
  );
}
/** Tells who in a round has a number: the student by the number in small letters. */
export const numbersIn = async (db: Database, roundId: string) =>
  new Map(
    [
      ...(await db.execute<{ id: string; number: string }>(
        sql`select id, lower(number) as number from round_students where round_id = ${roundId} and number <> ''`,
      )),
    ].map(({ id, number }) => [number, id]),
  );
/**
 * Writes what a list says over what stands there. Who has chosen keeps hours, day parts and skills: those are their own
 * words.
 */
export async function changeFromList(db: Database, rows: readonly (SheetRow & { id: string })[]): Promise<void> {
  for (const some of pieces(rows))
    await db.execute(sql`
      update round_students as r
      set
        number = x.number,
        name = x.name,
        programme = x.programme,
        discipline = x.discipline,
        level = x.level,
        status = 'in',
        version = r.version + 1,
        hours = case when r.chosen_at is null then x.hours else r.hours end,
        day_parts = case
          when r.chosen_at is null and jsonb_array_length(x."dayParts") > 0
            then array(select jsonb_array_elements_text(x."dayParts"))
          else r.day_parts
        end,
        skills = case
          when r.chosen_at is null and jsonb_array_length(x.skills) > 0 then x.skills
          else r.skills
        end
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as x(
        id uuid,
        number text,
        name text,
        programme text,
        discipline text,
        level text,
        hours int,
        "dayParts" jsonb,
        skills jsonb
      )
      where r.id = x.id
    `);
}
/** Adds these accounts; thousands at a time, in pieces that one statement can carry. */
export async function insertPeople(db: Database, rows: readonly (typeof people.$inferInsert)[]) {
  for (const some of pieces(rows)) await insertRows(db, people, some);
}
