import { and, asc, eq, ilike, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { SheetRow } from "#app/domain/rounds/sheet.ts";
import type { Database } from "#db/client.server.ts";
import {
  accountLetters,
  communityMembers,
  memberships,
  people,
  roundAssignments,
  roundStudents,
  tokens,
} from "#db/schema.ts";

const s = roundStudents;
export type RoundStudent = typeof roundStudents.$inferSelect;
/** Whether the person has joined the centre: until then only what the school wrote is shown of them. */
const joined = sql<boolean>`
  exists (
    select from ${memberships} m
    where m.person_id = ${s.personId} and m.centre_id = ${s.centreId} and m.ended_at is null
  )
`;
export const shownName = sql<string>`case when ${s.name} = '' or ${joined} then ${people.name} else ${s.name} end`;
const takingPart = (roundId: string) => and(eq(s.roundId, roundId), eq(s.status, "in"));
const like = (search: string) => `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
type Wanted = { search: string; chosen: boolean | null; limit: number; offset: number };
/** Students of a round by name, a page of those that fit the search. */
export async function studentsPage(db: Database, roundId: string, { search, chosen, limit, offset }: Wanted) {
  const rows = await db
    .select({
      id: s.id,
      name: shownName,
      number: s.number,
      programme: s.programme,
      discipline: s.discipline,
      level: s.level,
      hours: s.hours,
      chosenAt: s.chosenAt,
      choices: sql<number>`cardinality(${s.choices})`,
      joined,
      priority: s.priority,
      version: s.version,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(s)
    .innerJoin(people, eq(people.id, s.personId))
    .where(
      and(
        takingPart(roundId),
        search
          ? or(ilike(shownName, like(search)), ilike(s.number, like(search)), ilike(s.programme, like(search)))
          : undefined,
        chosen === null ? undefined : chosen ? isNotNull(s.chosenAt) : isNull(s.chosenAt),
      ),
    )
    .orderBy(asc(shownName), asc(s.id))
    .limit(limit)
    .offset(offset);
  return { rows, total: rows[0]?.total ?? 0 };
}
/** Names of fellow students that fit a search: all that a student learns of them. */
export const fellowNames = (
  db: Database,
  roundId: string,
  { search, not, limit }: { search: string; not: string; limit: number },
) =>
  db
    .select({ id: s.id, label: shownName })
    .from(s)
    .innerJoin(people, eq(people.id, s.personId))
    .where(and(takingPart(roundId), sql`${s.id} <> ${not}`, search ? ilike(shownName, like(search)) : undefined))
    .orderBy(asc(shownName), asc(s.id))
    .limit(limit);
export const namesIn = async (db: Database, ids: readonly string[]) =>
  new Map(
    ids.length === 0
      ? []
      : (
          await db
            .select({ id: s.id, name: shownName })
            .from(s)
            .innerJoin(people, eq(people.id, s.personId))
            .where(inArray(s.id, [...ids]))
        ).map((row) => [row.id, row.name]),
  );
export const studentById = async (db: Database, id: string): Promise<RoundStudent | undefined> =>
  (await db.select().from(s).where(eq(s.id, id)))[0];
/** Changes a student that is still at this version; false when somebody was first. */
export const changeStudent = async (
  db: Database,
  was: { id: string; version: number },
  set: Partial<typeof roundStudents.$inferInsert>,
): Promise<boolean> =>
  (
    await db
      .update(s)
      .set({ ...set, version: was.version + 1 })
      .where(and(eq(s.id, was.id), eq(s.version, was.version)))
      .returning({ id: s.id })
  ).length > 0;

/** Students of the centre, of a community or a programme, who are not in the round. */
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
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.disabledAt)))
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
/** Communities and programmes of a centre with students who are not in the round, and how many. */
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
  for (const some of pieces(rows))
    put.push(
      ...(
        await db
          .insert(s)
          .values([...some])
          .onConflictDoUpdate({
            target: [s.roundId, s.personId],
            set: { status: "in", version: sql`${s.version} + 1` },
            setWhere: eq(s.status, "dropped"),
          })
          .returning({ id: s.id })
      ).map((row) => row.id),
    );
  return put;
}
/** A statement takes so many rows at once. */
export const pieces = <T>(rows: readonly T[], size = 1000): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));

/**
 * What is known of the people behind these addresses: their account, whether they joined the centre, and their place in
 * the round.
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
export const numbersIn = async (db: Database, roundId: string) =>
  new Map(
    (
      await db
        .select({ id: s.id, number: s.number })
        .from(s)
        .where(and(eq(s.roundId, roundId), sql`${s.number} <> ''`))
    ).map((row) => [row.number.toLowerCase(), row.id]),
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
export async function insertPeople(db: Database, rows: readonly (typeof people.$inferInsert)[]) {
  for (const some of pieces(rows)) await db.insert(people).values([...some]);
}
export async function oweLetters(db: Database, rows: readonly (typeof accountLetters.$inferInsert)[]) {
  for (const some of pieces(rows)) await db.insert(accountLetters).values([...some]);
}
export async function insertTokens(db: Database, rows: readonly (typeof tokens.$inferInsert)[]) {
  for (const some of pieces(rows)) await db.insert(tokens).values([...some]);
}

/** Everybody who takes part and may be written to; with `ids` only these, also when they were sent on. */
export const readers = (db: Database, roundId: string, ids?: readonly string[]) =>
  db
    .select({
      id: s.id,
      personId: people.id,
      email: people.email,
      locale: people.locale,
      programme: s.programme,
      joined,
    })
    .from(s)
    .innerJoin(people, and(eq(people.id, s.personId), isNull(people.disabledAt)))
    .where(
      and(
        ids ? eq(s.roundId, roundId) : takingPart(roundId),
        ids
          ? sql`${s.id} in (select x::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as t(x))`
          : undefined,
      ),
    );
/** Marks that a letter goes out now. */
export const markTold = (db: Database, roundId: string, at: Date) =>
  db.update(s).set({ remindedAt: at }).where(takingPart(roundId));
/**
 * Takes those who have not chosen and had no letter since `before`, and marks them: each is reminded once, whichever
 * server comes first.
 */
export const takeToRemind = async (
  db: Database,
  roundId: string,
  { before, now }: { before: Date; now: Date },
): Promise<string[]> =>
  (
    await db
      .update(s)
      .set({ remindedAt: now })
      .where(and(takingPart(roundId), isNull(s.chosenAt), or(isNull(s.remindedAt), lt(s.remindedAt, before))))
      .returning({ id: s.id })
  ).map((row) => row.id);
/** Those a reminder would reach. */
export const countToRemind = async (db: Database, roundId: string, before: Date): Promise<number> =>
  (
    await db
      .select({ n: sql<number>`count(*)::int` })
      .from(s)
      .where(and(takingPart(roundId), isNull(s.chosenAt), or(isNull(s.remindedAt), lt(s.remindedAt, before))))
  )[0]?.n ?? 0;
/** Who put an assignment on their list, with all a company may know of them. */
export const candidatesFor = (db: Database, choice: Pick<typeof roundAssignments.$inferSelect, "id" | "roundId">) =>
  db
    .select({
      id: s.id,
      discipline: s.discipline,
      level: s.level,
      programme: s.programme,
      skills: s.skills,
      hours: s.hours,
    })
    .from(s)
    .where(and(takingPart(choice.roundId), sql`${s.choices} @> array[${choice.id}]::uuid[]`));
export const studentIds = async (db: Database, roundId: string) =>
  (await db.select({ id: s.id }).from(s).where(eq(s.roundId, roundId))).map((row) => row.id);
/** Everybody who takes part, by name, with the person behind each place. */
export const placesIn = (db: Database, roundId: string) =>
  db
    .select({ id: s.id, personId: s.personId, version: s.version, name: shownName })
    .from(s)
    .innerJoin(people, eq(people.id, s.personId))
    .where(takingPart(roundId))
    .orderBy(asc(shownName), asc(s.id));
