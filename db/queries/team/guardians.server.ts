import { and, asc, eq, lte } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { guardianRequests, members, people } from "#db/schema.ts";

/** Lists the requests to guardians of the whole team. */
export const guardianRows = (db: Database, assignmentId: string) =>
  db
    .select({
      id: guardianRequests.id,
      memberId: guardianRequests.memberId,
      status: guardianRequests.status,
      question: guardianRequests.question,
    })
    .from(guardianRequests)
    .where(eq(guardianRequests.assignmentId, assignmentId));
/** Lists open guardian requests of students who turned eighteen by this day. */
export const grownUp = (db: Database, today: string) =>
  db
    .select({ id: guardianRequests.id, personId: people.id })
    .from(guardianRequests)
    .innerJoin(members, eq(members.id, guardianRequests.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(guardianRequests.status, "requested"), lte(people.turns18On, today)));
/** Returns guardians who agreed, of students who are in the team now. */
export const guardiansOf = (db: Database, assignmentId: string) =>
  db
    .select({ name: guardianRequests.name, email: guardianRequests.email })
    .from(guardianRequests)
    .innerJoin(members, eq(members.id, guardianRequests.memberId))
    .where(
      and(
        eq(guardianRequests.assignmentId, assignmentId),
        eq(guardianRequests.status, "approved"),
        eq(members.status, "active"),
      ),
    );
/** Lists the requests to a guardian for this seat, the oldest first. */
export const guardiansOfSeat = (db: Database, memberId: string) =>
  db
    .select()
    .from(guardianRequests)
    .where(eq(guardianRequests.memberId, memberId))
    .orderBy(asc(guardianRequests.createdAt));
