import { onceInTeam } from "#app/domain/words.ts";
import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { makerSeats } from "#app/domain/showcase/showcase.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { members, people, showcaseConsents, showcases } from "#db/schema.ts";

export type Showcase = typeof showcases.$inferSelect;
type Consent = typeof showcaseConsents.$inferSelect;
/** Finds the result written about one assignment, shown or not. */
export const showcaseOf = async (db: Database, assignmentId: string): Promise<Showcase | undefined> =>
  (await db.select().from(showcases).where(eq(showcases.assignmentId, assignmentId)))[0];
/** Lists what every maker of this result answered, or was asked, in no order. */
export const consentsOn = (db: Database, assignmentId: string) =>
  db
    .select({
      id: showcaseConsents.id,
      personId: showcaseConsents.personId,
      status: showcaseConsents.status,
      naming: showcaseConsents.naming,
    })
    .from(showcaseConsents)
    .where(eq(showcaseConsents.assignmentId, assignmentId));
/** Returns what this maker answered; undefined when they were never asked. */
export const consentOf = async (db: Database, assignmentId: string, personId: string): Promise<Consent | undefined> =>
  (
    await db
      .select()
      .from(showcaseConsents)
      .where(and(eq(showcaseConsents.assignmentId, assignmentId), eq(showcaseConsents.personId, personId)))
  )[0];
/** Returns the consent of one maker by its id; undefined when there is none. */
export const consentById = async (db: Database, id: string): Promise<Consent | undefined> =>
  (await db.select().from(showcaseConsents).where(eq(showcaseConsents.id, id)))[0];
/**
 * Returns assignments that wait for this person's word; row policy `own_rows` reads them from anywhere, also where
 * the result itself is out of reach by now.
 */
export const consentsAskedOf = (db: Database, personId: string) => askedOf(db, { person: personId });
const askedOf = fixed((db) =>
  db
    .select({ assignmentId: showcaseConsents.assignmentId, at: showcaseConsents.at, title: showcases.title })
    .from(showcaseConsents)
    .leftJoin(showcases, eq(showcases.assignmentId, showcaseConsents.assignmentId))
    .where(
      and(
        eq(showcaseConsents.personId, sql.placeholder("person")),
        eq(showcaseConsents.status, "asked"),
        or(isNull(showcases.id), inArray(showcases.status, ["asked", "shown"])),
      ),
    )
    .orderBy(asc(showcaseConsents.at)),
);
/** Lists who made the result, each once, also those who left; by name. `student`: in a student's seat. */
export const makersIn = (db: Database, assignmentId: string) =>
  db
    .select({
      id: people.id,
      name: people.name,
      ageBand: people.ageBand,
      student: sql<boolean>`bool_or(${members.role} in ('student', 'student_lead'))`,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(members.assignmentId, assignmentId),
        inArray(members.role, [...makerSeats]),
        inArray(members.status, onceInTeam),
      ),
    )
    .groupBy(people.id)
    .orderBy(asc(people.name), asc(people.id));
