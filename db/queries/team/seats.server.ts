import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { annexes, guardianRequests, members } from "#db/schema.ts";

/** Seats of one person in one team, an open invitation first. */
export const ownSeats = (db: Database, assignmentId: string, personId: string) =>
  db
    .select()
    .from(members)
    .where(
      and(
        eq(members.assignmentId, assignmentId),
        eq(members.personId, personId),
        inArray(members.status, ["invited", "active"]),
      ),
    )
    .orderBy(asc(members.status));
export const annexesOfSeat = (db: Database, memberId: string) =>
  db.select().from(annexes).where(eq(annexes.memberId, memberId)).orderBy(asc(annexes.kind));
export const guardiansOfSeat = (db: Database, memberId: string) =>
  db
    .select()
    .from(guardianRequests)
    .where(eq(guardianRequests.memberId, memberId))
    .orderBy(asc(guardianRequests.createdAt));
