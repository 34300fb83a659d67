import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import {
  centres,
  claims,
  communities,
  events,
  guardianRequests,
  interests,
  members,
  people,
  showcaseConsents,
} from "#db/schema.ts";

/** The events of these moves, oldest first. Moves of two objects may share a name: the caller looks at the object. */
export const eventsOfMoves = (db: Database, assignmentId: string, moves: readonly string[]) =>
  db
    .select({ event: events, actor: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(eq(events.assignmentId, assignmentId), inArray(events.move, [...moves])))
    .orderBy(asc(events.seq))
    .limit(500);

/** Whom each object of an assignment is about, by its id: who leads a claim, whose seat, interest or consent it is. */
export async function subjectsOn(db: Database, assignmentId: string): Promise<ReadonlyMap<string, string>> {
  const rows = [
    ...(await db
      .select({ id: claims.id, who: claims.leadId })
      .from(claims)
      .where(eq(claims.assignmentId, assignmentId))),
    ...(await db
      .select({ id: members.id, who: members.personId })
      .from(members)
      .where(eq(members.assignmentId, assignmentId))),
    ...(await db
      .select({ id: guardianRequests.id, who: members.personId })
      .from(guardianRequests)
      .innerJoin(members, eq(members.id, guardianRequests.memberId))
      .where(eq(guardianRequests.assignmentId, assignmentId))),
    ...(await db
      .select({ id: interests.id, who: interests.personId })
      .from(interests)
      .where(eq(interests.assignmentId, assignmentId))),
    ...(await db
      .select({ id: showcaseConsents.id, who: showcaseConsents.personId })
      .from(showcaseConsents)
      .where(eq(showcaseConsents.assignmentId, assignmentId))),
  ];
  return new Map(rows.map(({ id, who }) => [id, who]));
}

/** What people, communities, claims and centres with these ids are called, as far as this reader reaches them. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<{ id: string; label: string }[]> {
  const wanted = [...ids];
  return [
    ...(await db.select({ id: people.id, label: people.name }).from(people).where(inArray(people.id, wanted))),
    ...(await db
      .select({ id: communities.id, label: communities.name })
      .from(communities)
      .where(inArray(communities.id, wanted))),
    ...(await db
      .select({ id: claims.id, label: communities.name })
      .from(claims)
      .innerJoin(communities, eq(communities.id, claims.communityId))
      .where(inArray(claims.id, wanted))),
    ...(await db.select({ id: centres.id, label: centres.name }).from(centres).where(inArray(centres.id, wanted))),
  ];
}
