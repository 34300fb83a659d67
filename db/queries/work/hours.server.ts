import { and, desc, eq, sql } from "drizzle-orm";
import { besideSeats, type Side } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { oneOf } from "#db/schema/columns.ts";
import { hourEntries, members, people } from "#db/schema.ts";

/** Adds hours that somebody worked. */
export const insertHours = (db: Database, row: typeof hourEntries.$inferInsert) => db.insert(hourEntries).values(row);
/** Counts the minutes that this person logged for this day: on this assignment, and on all of them together. */
export async function minutesOnDay(db: Database, assignmentId: string, personId: string, on: string) {
  const [sum] = await db
    .select({ minutes: sql<number>`coalesce(sum(${hourEntries.minutes}), 0)::int` })
    .from(hourEntries)
    .where(and(eq(hourEntries.assignmentId, assignmentId), eq(hourEntries.personId, personId), eq(hourEntries.on, on)));
  return sum?.minutes ?? 0;
}
/** Sums the minutes logged, by role. */
export const hoursByRole = (db: Database, assignmentId: string) => hoursOfRoles(db, { assignmentId });
const hoursOfRoles = fixed((db) =>
  db
    .select({ role: hourEntries.role, minutes: sql<number>`sum(${hourEntries.minutes})::int` })
    .from(hourEntries)
    .where(eq(hourEntries.assignmentId, sql.placeholder("assignmentId")))
    .groupBy(hourEntries.role)
    .orderBy(hourEntries.role),
);
/** Tells whether an entry is of one side: of experts and end users that is the side that asked them into the team. */
const ofSide = (side: Side) => sql`
  ${hourEntries.role} in (${oneOf(besideSeats)}) and exists (
    select from ${members} s
    where s.assignment_id = ${hourEntries.assignmentId} and s.person_id = ${hourEntries.personId}
      and s.role = ${hourEntries.role} and s.side = ${side}
  )
`;
/** Matches what people of a company logged: its employees, and the experts and end users that it brought. */
export const byCompany = sql`(${hourEntries.role} = 'employee_participant' or (${ofSide("company")}))`;
/** Selects what staff of a school logged: who guides the team, and the experts and end users that the school brought. */
export const bySchool = sql`(${hourEntries.role} in ('team_teacher', 'project_manager') or (${ofSide("education")}))`;
/** Returns minutes that people of the company logged on an assignment. */
export async function minutesOfCompany(db: Database, assignmentId: string): Promise<number> {
  const [sum] = await db
    .select({ minutes: sql<number>`coalesce(sum(${hourEntries.minutes}), 0)::int` })
    .from(hourEntries)
    .where(and(eq(hourEntries.assignmentId, assignmentId), byCompany));
  return sum?.minutes ?? 0;
}
/** Lists what was logged last, with who did: of one person, or of everybody. */
export const loggedHours = (db: Database, assignmentId: string, personId: string | null) =>
  hoursLogged(db, { assignmentId, personId }, personId === null ? "everybody" : "one");
const hoursLogged = fixed(
  (db, whose: "one" | "everybody") =>
    db
      .select({
        id: hourEntries.id,
        on: hourEntries.on,
        minutes: hourEntries.minutes,
        what: hourEntries.what,
        name: people.name,
      })
      .from(hourEntries)
      .innerJoin(people, eq(people.id, hourEntries.personId))
      .where(
        and(
          eq(hourEntries.assignmentId, sql.placeholder("assignmentId")),
          whose === "one" ? eq(hourEntries.personId, sql.placeholder("personId")) : undefined,
        ),
      )
      .orderBy(desc(hourEntries.on), desc(hourEntries.at))
      .limit(200),
  (whose) => whose,
);
