import { and, asc, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { explainedEndings } from "#app/domain/claims/process.ts";
import type { Database } from "#db/client.server.ts";
import {
  acceptanceResults,
  annexes,
  claims,
  communities,
  deliveries,
  deadlines,
  events,
  files,
  flags,
  guaranteeCases,
  guardianRequests,
  hourEntries,
  interests,
  members,
  milestones,
  observations,
  people,
} from "#db/schema.ts";

export const claimsWithNames = (db: Database, assignmentId: string) =>
  db
    .select({ claim: claims, community: communities.name, lead: people.name })
    .from(claims)
    .innerJoin(communities, eq(communities.id, claims.communityId))
    .innerJoin(people, eq(people.id, claims.leadId))
    .where(eq(claims.assignmentId, assignmentId))
    .orderBy(asc(claims.createdAt));
/** Why claims on an assignment ended: the reason and what was said with it, by claim. */
export const declinesOn = (db: Database, assignmentId: string) =>
  db
    .select({ claimId: events.objectId, reason: events.reason, answers: events.answers })
    .from(events)
    .where(
      and(
        eq(events.assignmentId, assignmentId),
        eq(events.object, "claim"),
        inArray(events.move, [...explainedEndings]),
      ),
    );
export const teamWithNames = (db: Database, assignmentId: string) =>
  db
    .select({ member: members, name: people.name, email: people.email, ageBand: people.ageBand })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.assignmentId, assignmentId), inArray(members.status, ["invited", "active"])))
    .orderBy(asc(members.side), asc(people.name));
export const annexRows = (db: Database, assignmentId: string) =>
  db.select().from(annexes).where(eq(annexes.assignmentId, assignmentId));
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
export const milestoneRows = (db: Database, assignmentId: string) =>
  db.select().from(milestones).where(eq(milestones.assignmentId, assignmentId)).orderBy(asc(milestones.dueOn));
/** Obstacles and concerns of an assignment with when their clock rings, the open ones first, then the newest. */
export const flagRows = (db: Database, assignmentId: string) =>
  db
    .select({ ...getTableColumns(flags), due: deadlines.dueAt })
    .from(flags)
    .leftJoin(deadlines, and(eq(deadlines.objectId, flags.id), eq(deadlines.status, "running")))
    .where(eq(flags.assignmentId, assignmentId))
    .orderBy(sql`${flags.closedAt} is not null`, desc(flags.raisedAt));
export const fileRows = (db: Database, assignmentId: string) =>
  db
    .select({
      id: files.id,
      part: files.part,
      partId: files.partId,
      name: files.name,
      size: files.size,
      type: files.type,
      findings: files.findings,
    })
    .from(files)
    .where(and(eq(files.assignmentId, assignmentId), isNull(files.removedAt)))
    .orderBy(asc(files.at));
export const hoursByRole = (db: Database, assignmentId: string) =>
  db
    .select({ role: hourEntries.role, minutes: sql<number>`sum(${hourEntries.minutes})::int` })
    .from(hourEntries)
    .where(eq(hourEntries.assignmentId, assignmentId))
    .groupBy(hourEntries.role)
    .orderBy(hourEntries.role);
/** What was logged last, with who did: of one person, or of everybody. */
export const loggedHours = (db: Database, assignmentId: string, personId: string | null) =>
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
        eq(hourEntries.assignmentId, assignmentId),
        personId === null ? undefined : eq(hourEntries.personId, personId),
      ),
    )
    .orderBy(desc(hourEntries.on), desc(hourEntries.at))
    .limit(200);
export const deliveryRows = (db: Database, assignmentId: string) =>
  db.select().from(deliveries).where(eq(deliveries.assignmentId, assignmentId)).orderBy(desc(deliveries.number));
export const resultRows = (db: Database, assignmentId: string) =>
  db
    .select()
    .from(acceptanceResults)
    .where(eq(acceptanceResults.assignmentId, assignmentId))
    .orderBy(asc(acceptanceResults.criterion));
export const observationRows = (db: Database, assignmentId: string) =>
  db.select().from(observations).where(eq(observations.assignmentId, assignmentId)).orderBy(asc(observations.at));
export const caseRows = (db: Database, assignmentId: string) =>
  db.select().from(guaranteeCases).where(eq(guaranteeCases.assignmentId, assignmentId));
export const ownInterest = async (db: Database, assignmentId: string, personId: string) =>
  (
    await db
      .select({ id: interests.id })
      .from(interests)
      .where(
        and(eq(interests.assignmentId, assignmentId), eq(interests.personId, personId), eq(interests.status, "shown")),
      )
  )[0];
