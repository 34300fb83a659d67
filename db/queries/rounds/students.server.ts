import { type AnyColumn, and, asc, eq, ilike, inArray, not, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { memberships, people, roundAssignments, roundStudents } from "#db/schema.ts";
import { choicesOfMany } from "./chosen.server.ts";

const s = roundStudents;
type RoundStudent = typeof roundStudents.$inferSelect;
/** Tells whether the person has joined the centre: until then only what the school wrote is shown of them. */
export const joined = sql<boolean>`
  exists (
    select from ${memberships} m
    where m.person_id = ${s.personId} and m.centre_id = ${s.centreId} and m.ended_at is null
  )
`;
export const shownName = sql<string>`case when ${s.name} = '' or ${joined} then ${people.name} else ${s.name} end`;
/** Returns the condition that a student is in this round now: not taken out of it, nor sent on. */
export const studentIsIn = (round: string | AnyColumn) => and(eq(s.roundId, round), eq(s.status, "in"));
const like = (search: string) => `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
type Wanted = { search: string; chosen: boolean | null; limit: number; offset: number };
/** Lists students of a round by name, a page of those that fit the search. */
export async function studentsPage(db: Database, roundId: string, { search, chosen, limit, offset }: Wanted) {
  const { offer, now } = choicesOfMany(roundId);
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
      ...now,
      joined,
      priority: s.priority,
      version: s.version,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(s)
    .innerJoin(people, eq(people.id, s.personId))
    .innerJoin(offer, sql`true`)
    .where(
      and(
        studentIsIn(roundId),
        search
          ? or(ilike(shownName, like(search)), ilike(s.number, like(search)), ilike(s.programme, like(search)))
          : undefined,
        chosen === null ? undefined : chosen ? now.chosen : not(now.chosen),
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
    .where(and(studentIsIn(roundId), sql`${s.id} <> ${not}`, search ? ilike(shownName, like(search)) : undefined))
    .orderBy(asc(shownName), asc(s.id))
    .limit(limit);
/** Tells what these students of rounds are called, by their ids in them; for whoever may read names of a round. */
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
/** Returns a student in a round, whether they still take part or not; undefined when there is none. */
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
/** Lists who put an assignment on their list, with all a company may know of them. */
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
    .where(and(studentIsIn(choice.roundId), sql`${s.choices} @> array[${choice.id}]::uuid[]`));
/** Lists every student of a round, also who left, in no order. */
export const studentIds = async (db: Database, roundId: string) =>
  (await db.select({ id: s.id }).from(s).where(eq(s.roundId, roundId))).map((row) => row.id);
/** Returns everybody who takes part, by name, with the person behind each place. */
export const placesIn = (db: Database, roundId: string) =>
  db
    .select({ id: s.id, personId: s.personId, version: s.version, name: shownName })
    .from(s)
    .innerJoin(people, eq(people.id, s.personId))
    .where(studentIsIn(roundId))
    .orderBy(asc(shownName), asc(s.id));
