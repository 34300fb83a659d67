import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { assignments, assignmentTexts } from "#db/schema.ts";

/** Adds an assignment within the reach of its centre or company. */
export const insertAssignment = (db: Database, row: typeof assignments.$inferInsert) =>
  db.insert(assignments).values(row);
/** These are columns of the card; the status is never among them. */
export const changeAssignment = (
  db: Database,
  id: string,
  set: Partial<Omit<typeof assignments.$inferInsert, "status">>,
) => db.update(assignments).set(set).where(eq(assignments.id, id));
/** The question in the company's words, with the intake's answers. */
export const textOf = async (db: Database, id: string) =>
  (await db.select().from(assignmentTexts).where(eq(assignmentTexts.assignmentId, id)))[0];
/** Returns the oldest draft of this person at this place in which nothing was filled in yet, if there is one. */
export const emptyDraft = async (
  db: Database,
  at: { centreId: string; organizationId: string; submittedBy: string },
): Promise<{ id: string } | undefined> =>
  (
    await db
      .select({ id: assignments.id })
      .from(assignments)
      .innerJoin(assignmentTexts, eq(assignmentTexts.assignmentId, assignments.id))
      .where(
        and(
          eq(assignments.centreId, at.centreId),
          eq(assignments.organizationId, at.organizationId),
          eq(assignments.submittedBy, at.submittedBy),
          eq(assignments.status, "draft"),
          eq(assignments.version, 1),
          sql`${assignmentTexts.intake} = '{}'::jsonb`,
        ),
      )
      .orderBy(asc(assignments.createdAt))
      .limit(1)
  )[0];
/** Keeps the words and the answers; who may read them stays as it was. */
export const putText = (db: Database, row: typeof assignmentTexts.$inferInsert) =>
  db
    .insert(assignmentTexts)
    .values(row)
    .onConflictDoUpdate({ target: assignmentTexts.assignmentId, set: { problem: row.problem, intake: row.intake } });
/** Sets whether everybody who sees the question may read its whole text, or who gave their word only. */
export const setTextOpen = (db: Database, assignmentId: string, open: boolean) =>
  db.update(assignmentTexts).set({ open }).where(eq(assignmentTexts.assignmentId, assignmentId));
/** Changes the columns of the card that a signed change of the agreement decides; never the status. */
export const changeAgreedTerms = (
  db: Database,
  assignmentId: string,
  set: {
    obligation?: "effort" | "result";
    startOn?: string | null;
    endOn?: string | null;
    midtermOn?: string | null;
    feeAmount?: number;
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
/** Until when communities may claim. */
export const moveWindow = (db: Database, assignmentId: string, windowEnd: Date) =>
  db.update(assignments).set({ windowEnd }).where(eq(assignments.id, assignmentId));
