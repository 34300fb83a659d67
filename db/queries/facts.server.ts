import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../client.server.ts";
import {
  acceptanceResults, agreements, annexes, assignmentTexts, claims, confirmations, deadlines, deliveries, guaranteeCases, guardianRequests, implementations, memberships, members, milestones, people, records,
} from "../schema.ts";

const first = <T>(rows: readonly T[]) => rows[0] ?? null;

/** All rows that the guards of one assignment read, sent down one connection at once so that they cost one round trip. */
export async function gatherRows(db: Database, id: string, now: Date, epoch: Date) {
  const here = <T extends { assignmentId: unknown }>(t: T) => eq(t.assignmentId as typeof claims.assignmentId, id);
  const [text, contact, openClaims, agreementRows, team, annexRows, guardianRows, planned, deliveryRows, verdictRows, recordRows, clockRows, implementationRows, cases, confirmed] = await Promise.all([
    db.select().from(assignmentTexts).where(here(assignmentTexts)).then(first),
    db.execute<{ confirmed: boolean }>(sql`select p.email_verified_at is not null as confirmed from assignments a join people p on p.id = coalesce(a.contact_id, a.submitted_by) where a.id = ${id}`).then(first),
    db.select({ n: sql<number>`count(*)::int` }).from(claims).where(and(here(claims), inArray(claims.status, ["submitted", "shortlisted"]), sql`${claims.validUntil} > ${now.toISOString()}`)).then((r) => r[0]?.n ?? 0),
    db.select().from(agreements).where(and(here(agreements), inArray(agreements.status, ["draft", "proposed", "signed"]))).orderBy(desc(agreements.number)),
    db.select({ id: members.id, personId: members.personId, name: people.name, role: members.role, status: members.status, track: members.track, level: members.level, ageBand: people.ageBand }).from(members).innerJoin(people, eq(people.id, members.personId)).where(and(here(members), inArray(members.status, ["invited", "active"]))),
    db.select({ memberId: annexes.memberId, signedAt: annexes.signedAt, kind: annexes.kind }).from(annexes).where(here(annexes)),
    db.select({ memberId: guardianRequests.memberId, status: guardianRequests.status }).from(guardianRequests).where(here(guardianRequests)),
    db.select({ n: sql<number>`count(*)::int` }).from(milestones).where(and(here(milestones), inArray(milestones.status, ["planned", "moved", "reached"]))).then((r) => r[0]?.n ?? 0),
    db.select({ row: deliveries, files: sql<number>`(select count(*)::int from files f where f.part_id = deliveries.id and f.removed_at is null)`, filledAt: sql<string | null>`(select max(f.at) from files f where f.part_id = deliveries.id)` }).from(deliveries).where(here(deliveries)).orderBy(desc(deliveries.number)).limit(2),
    db.select().from(acceptanceResults).where(and(here(acceptanceResults), sql`${acceptanceResults.deliveryId} = (select d.id from deliveries d where d.assignment_id = ${id} and d.status = 'released' order by d.number desc limit 1)`)),
    db.select({ kind: records.kind, about: records.about, data: records.data, byId: records.byId, at: records.at }).from(records).where(and(here(records), eq(records.open, true))).orderBy(records.at),
    db.select().from(deadlines).where(and(here(deadlines), eq(deadlines.object, "assignment"))).orderBy(deadlines.startedAt),
    db.select().from(implementations).where(here(implementations)).then(first),
    db.select({ n: sql<number>`count(*)::int` }).from(guaranteeCases).where(and(here(guaranteeCases), inArray(guaranteeCases.status, ["opened", "accepted"]))).then((r) => r[0]?.n ?? 0),
    db.select().from(confirmations).where(and(here(confirmations), eq(confirmations.epoch, epoch))),
  ]);
  return { text, contactConfirmed: contact?.confirmed ?? false, openClaims, agreements: agreementRows, team, annexes: annexRows, guardians: guardianRows, planned, deliveries: deliveryRows, verdicts: verdictRows, records: recordRows, clocks: clockRows, implementation: implementationRows, guaranteeCases: cases, confirmed };
}
export type Gathered = Awaited<ReturnType<typeof gatherRows>>;

/** Whether these people's signing authority was recorded at these organisations (guard `mandate_proven`). */
export const mandates = (db: Database, organizationIds: readonly string[]) =>
  db.select({ personId: memberships.personId, organizationId: memberships.organizationId, mandate: memberships.mandate }).from(memberships)
    .where(and(inArray(memberships.organizationId, [...organizationIds]), eq(memberships.role, "authorised_signatory"), sql`${memberships.endedAt} is null`));
