import { and, asc, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { countsWhile } from "#app/domain/market/interest.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { assignments, interests, memberships, people } from "#db/schema.ts";

/** Returns one person's open interests with what decides their block, in order of preference. */
export const openInterests = (db: Database, personId: string) =>
  personId === "" ? Promise.resolve([]) : interestsOf(db, { person: personId });
const interestsOf = fixed((db) =>
  db
    .select({
      id: interests.id,
      assignmentId: interests.assignmentId,
      rank: interests.rank,
      line: interests.line,
      at: interests.at,
      title: assignments.title,
      place: assignments.place,
      status: assignments.status,
      blocks: assignments.blocks,
      centreId: assignments.centreId,
      version: interests.version,
    })
    .from(interests)
    .innerJoin(assignments, eq(assignments.id, interests.assignmentId))
    .where(
      and(
        eq(interests.personId, sql.placeholder("person")),
        eq(interests.status, "shown"),
        inArray(assignments.status, [...countsWhile]),
      ),
    )
    .orderBy(asc(interests.rank), asc(interests.at)),
);
/** Returns the newest ten questions that ended before anybody began, of those in which this person showed interest until then. */
export const endedInterests = (db: Database, personId: string) =>
  personId === ""
    ? Promise.resolve([])
    : db
        .select({ id: interests.id, title: assignments.title, status: assignments.status })
        .from(interests)
        .innerJoin(assignments, eq(assignments.id, interests.assignmentId))
        .where(
          and(
            eq(interests.personId, personId),
            eq(interests.status, "lapsed"),
            inArray(assignments.status, ["withdrawn", "expired"]),
            ne(assignments.confidentiality, "secret"),
          ),
        )
        .orderBy(desc(assignments.enteredAt), interests.id)
        .limit(10);
/** Lets in one at a time per person: what is counted under this lock stays true until the end of the transaction. */
export const lockPerson = (db: Database, personId: string) =>
  db.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("no key update");
/** Changes only interest that stands, and of this person. */
export const setRank = (db: Database, id: string, personId: string, rank: number) =>
  db
    .update(interests)
    .set({ rank })
    .where(and(eq(interests.id, id), eq(interests.personId, personId), eq(interests.status, "shown")));
/** Says how many students want to do it. */
export const countInterested = async (db: Database, assignmentId: string) =>
  (
    await db
      .select({ n: sql<number>`count(*)::int` })
      .from(interests)
      .where(and(eq(interests.assignmentId, assignmentId), eq(interests.status, "shown")))
  )[0]?.n ?? 0;
/**
 * Lists who shows interest, with what they said, and their programme and track as this centre knows them; no address,
 * no age. With `only` that person alone.
 */
export const interestedPeople = (db: Database, assignmentId: string, centreId: string, only?: string) =>
  db
    .select({
      id: interests.id,
      name: people.name,
      programme: memberships.programme,
      track: memberships.track,
      rank: interests.rank,
      line: interests.line,
      at: interests.at,
    })
    .from(interests)
    .innerJoin(people, eq(people.id, interests.personId))
    .leftJoin(
      memberships,
      and(
        eq(memberships.personId, interests.personId),
        eq(memberships.centreId, centreId),
        eq(memberships.role, "student"),
        isNull(memberships.endedAt),
      ),
    )
    .where(
      and(
        eq(interests.assignmentId, assignmentId),
        eq(interests.status, "shown"),
        only === undefined ? undefined : eq(interests.personId, only),
      ),
    )
    .orderBy(asc(interests.rank), asc(interests.at));
/** Returns interest that stands, not what was withdrawn or has lapsed. */
export const shownInterests = (db: Database, assignmentId: string) =>
  db
    .select({ id: interests.id, personId: interests.personId })
    .from(interests)
    .where(and(eq(interests.assignmentId, assignmentId), eq(interests.status, "shown")));
/** The interest this person shows; none once it was withdrawn or has lapsed. */
export const ownInterest = async (db: Database, assignmentId: string, personId: string) =>
  (
    await db
      .select({ id: interests.id })
      .from(interests)
      .where(
        and(eq(interests.assignmentId, assignmentId), eq(interests.personId, personId), eq(interests.status, "shown")),
      )
  )[0];
