import { and, asc, desc, eq, ilike, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { interests, memberships, people, roundStudents } from "#db/schema.ts";

/**
 * Returns students of a centre for one question's team: who showed interest first, then by name; up to `limit`, by a
 * piece of their name or programme, and always those in `keep`.
 */
export function candidatesFor(
  db: Database,
  {
    centreId,
    assignmentId,
    search,
    keep,
    limit,
  }: { centreId: string; assignmentId: string; search: string; keep: readonly string[]; limit: number },
) {
  const shown = and(
    eq(interests.assignmentId, assignmentId),
    eq(interests.personId, people.id),
    eq(interests.status, "shown"),
  );
  const like = `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return db
    .select({
      personId: people.id,
      name: people.name,
      programme: memberships.programme,
      track: memberships.track,
      interest: interests.line,
      interested: sql<boolean>`${interests.id} is not null`,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(interests, shown)
    .where(
      and(
        eq(memberships.centreId, centreId),
        eq(memberships.role, "student"),
        isNull(memberships.endedAt),
        present,
        search
          ? or(
              ilike(people.name, like),
              ilike(memberships.programme, like),
              keep.length ? inArray(people.id, [...keep]) : undefined,
            )
          : undefined,
      ),
    )
    .orderBy(
      ...(keep.length ? [sql`${inArray(people.id, [...keep])} desc`] : []),
      sql`${interests.id} is null`,
      asc(people.name),
      asc(people.id),
    )
    .limit(limit);
}
/** Returns what these people last declared in a round: skills, hours, when they can meet. */
export const lastDeclared = (db: Database, personIds: readonly string[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : db
        .selectDistinctOn([roundStudents.personId], {
          personId: roundStudents.personId,
          skills: roundStudents.skills,
          hours: roundStudents.hours,
          dayParts: roundStudents.dayParts,
        })
        .from(roundStudents)
        .where(inArray(roundStudents.personId, [...personIds]))
        .orderBy(roundStudents.personId, desc(roundStudents.chosenAt));
