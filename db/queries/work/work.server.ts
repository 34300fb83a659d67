import { and, eq, inArray, max, notInArray, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import {
  acceptanceResults,
  agreements,
  assignments,
  assignmentTexts,
  claims,
  confirmations,
  deliveries,
  hourEntries,
  implementations,
  interests,
  invitations,
  members,
  milestones,
  observations,
  organizations,
  records,
} from "#db/schema.ts";

type New<T extends { $inferInsert: unknown }> = T["$inferInsert"];
export const insertRecord = (db: Database, row: New<typeof records>) => db.insert(records).values(row);
export const verifyCompany = (db: Database, id: string, how: string, at: Date) =>
  db.update(organizations).set({ verifiedAt: at, verifiedHow: how }).where(eq(organizations.id, id));
export const openText = (db: Database, assignmentId: string, open: boolean) =>
  db.update(assignmentTexts).set({ open }).where(eq(assignmentTexts.assignmentId, assignmentId));
export const inviteCommunity = (db: Database, row: New<typeof invitations>) =>
  db.insert(invitations).values(row).onConflictDoNothing();
export const insertHours = (db: Database, row: New<typeof hourEntries>) => db.insert(hourEntries).values(row);
export const insertMember = (db: Database, row: New<typeof members>) =>
  db.insert(members).values(row).onConflictDoNothing();
export const insertMilestones = (db: Database, rows: New<typeof milestones>[]) =>
  rows.length ? db.insert(milestones).values(rows) : Promise.resolve();
export const insertAgreement = (db: Database, row: New<typeof agreements>) => db.insert(agreements).values(row);
export const lastNumber = async (db: Database, assignmentId: string) =>
  (
    await db
      .select({ n: max(agreements.number) })
      .from(agreements)
      .where(eq(agreements.assignmentId, assignmentId))
  )[0]?.n ?? 0;
export const leaveTeam = (db: Database, assignmentId: string) =>
  db
    .update(members)
    .set({ status: "removed" })
    .where(and(eq(members.assignmentId, assignmentId), inArray(members.status, ["invited", "active"])));
/**
 * A new team starts anew: what the old one recorded stays in the assignment, and no guard reads it. The question's own checks
 * stand.
 */
export const forgetWork = (db: Database, assignmentId: string) =>
  db
    .update(records)
    .set({ open: false })
    .where(
      and(
        eq(records.assignmentId, assignmentId),
        notInArray(records.kind, ["fit_check", "text_approval", "company_check", "community_invitation"]),
      ),
    );
export const plannedMilestones = (db: Database, assignmentId: string) =>
  db
    .select({ id: milestones.id, dueOn: milestones.dueOn })
    .from(milestones)
    .where(and(eq(milestones.assignmentId, assignmentId), inArray(milestones.status, ["planned", "moved"])));
export const shownInterests = (db: Database, assignmentId: string) =>
  db
    .select({ id: interests.id, personId: interests.personId })
    .from(interests)
    .where(and(eq(interests.assignmentId, assignmentId), eq(interests.status, "shown")));
export const rivals = (db: Database, assignmentId: string) =>
  db
    .select({ id: claims.id, leadId: claims.leadId })
    .from(claims)
    .where(and(eq(claims.assignmentId, assignmentId), inArray(claims.status, ["submitted", "shortlisted"])))
    .orderBy(claims.id);
export const selectedClaims = (db: Database, assignmentId: string) =>
  db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.assignmentId, assignmentId), eq(claims.status, "selected")));
export const reserve = (db: Database, claimId: string, order: number) =>
  db.update(claims).set({ reserveOrder: order }).where(eq(claims.id, claimId));
export const releasedDeliveries = (db: Database, assignmentId: string) =>
  db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.assignmentId, assignmentId), eq(deliveries.status, "released")))
    .orderBy(sql`${deliveries.number} desc`);
export const openDelivery = async (db: Database, assignmentId: string) =>
  (
    await db
      .select()
      .from(deliveries)
      .where(
        and(
          eq(deliveries.assignmentId, assignmentId),
          inArray(deliveries.status, ["draft", "cleared", "in_review", "returned"]),
        ),
      )
  )[0];
export const openAgreements = (db: Database, assignmentId: string, statuses: ("draft" | "proposed" | "signed")[]) =>
  db
    .select({ id: agreements.id })
    .from(agreements)
    .where(and(eq(agreements.assignmentId, assignmentId), inArray(agreements.status, statuses)));

/** One verdict per criterion per delivery: the last word counts. */
export const judgeCriterion = (db: Database, row: New<typeof acceptanceResults>) =>
  db
    .insert(acceptanceResults)
    .values(row)
    .onConflictDoUpdate({
      target: [acceptanceResults.deliveryId, acceptanceResults.criterion],
      set: {
        met: row.met,
        value: row.value,
        evidence: row.evidence,
        measurer: row.measurer,
        finding: row.finding,
        byId: row.byId,
        at: row.at,
      },
    });
export const answerFinding = (db: Database, deliveryId: string, criterion: number, answer: string) =>
  db
    .update(acceptanceResults)
    .set({ answer })
    .where(and(eq(acceptanceResults.deliveryId, deliveryId), eq(acceptanceResults.criterion, criterion)));
export const setVerdict = (db: Database, deliveryId: string, criterion: number, met: "deviates") =>
  db
    .update(acceptanceResults)
    .set({ met })
    .where(and(eq(acceptanceResults.deliveryId, deliveryId), eq(acceptanceResults.criterion, criterion)));

export const putImplementation = (db: Database, row: New<typeof implementations>) =>
  db
    .insert(implementations)
    .values(row)
    .onConflictDoUpdate({
      target: implementations.assignmentId,
      set: {
        owner: row.owner,
        ownerEmail: row.ownerEmail,
        steps: row.steps,
        targetOn: row.targetOn,
        degree: row.degree,
        since: row.since,
      },
    });
export const implementationOf = async (db: Database, assignmentId: string) =>
  (await db.select().from(implementations).where(eq(implementations.assignmentId, assignmentId)))[0];
export const setDegree = (db: Database, assignmentId: string, degree: "none" | "pilot" | "partial" | "full") =>
  db.update(implementations).set({ degree }).where(eq(implementations.assignmentId, assignmentId));
export const insertObservation = (db: Database, row: New<typeof observations>) => db.insert(observations).values(row);

export const confirm = (db: Database, row: New<typeof confirmations>) =>
  db
    .insert(confirmations)
    .values(row)
    .onConflictDoUpdate({
      target: [confirmations.assignmentId, confirmations.move, confirmations.relation, confirmations.epoch],
      set: { data: row.data, byId: row.byId, at: row.at },
    });
/** A confirmation that no longer agrees is kept, but stops counting. */
export const uncount = (db: Database, id: string, at: Date) =>
  db.update(confirmations).set({ epoch: at }).where(eq(confirmations.id, id));

/** Columns of the card that a signed change of the agreement decides; never the status. */
export const changeCard = (
  db: Database,
  assignmentId: string,
  set: {
    obligation: "effort" | "result";
    startOn: string | null;
    endOn: string | null;
    midtermOn: string | null;
    feeAmount: number;
    feeKind?: string;
  },
) =>
  db
    .update(assignments)
    .set({ ...set, version: sql`${assignments.version} + 1` } as never)
    .where(eq(assignments.id, assignmentId));
/** The chosen community's lead institution: the contract's other side (docs/domain.md 1.5). */
export const changeInstitution = (db: Database, assignmentId: string, institutionId: string) =>
  db.update(assignments).set({ institutionId }).where(eq(assignments.id, assignmentId));
