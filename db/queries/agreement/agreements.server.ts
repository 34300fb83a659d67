import { type AgreementStatus } from "#app/domain/words.ts";
import { and, desc, eq, inArray, max } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { agreements } from "#db/schema.ts";

/** Lists every version, the newest first. */
export const allAgreements = (db: Database, assignmentId: string) =>
  db.select().from(agreements).where(eq(agreements.assignmentId, assignmentId)).orderBy(desc(agreements.number));
/** Adds a version of the agreement; the database refuses a second open or signed one of an assignment. */
export const insertAgreement = (db: Database, row: typeof agreements.$inferInsert) => db.insert(agreements).values(row);
/** Keeps with a signature what the account of that side's signatory was called. */
export const keepSigner = (db: Database, id: string, set: { companySigner: string } | { institutionSigner: string }) =>
  db.update(agreements).set(set).where(eq(agreements.id, id));
/** Returns the number of the newest version; 0 when there is none. */
export const lastVersionNumber = async (db: Database, assignmentId: string) =>
  (
    await db
      .select({ n: max(agreements.number) })
      .from(agreements)
      .where(eq(agreements.assignmentId, assignmentId))
  )[0]?.n ?? 0;
/** Lists versions in one of these statuses. */
export const agreementsIn = (db: Database, assignmentId: string, statuses: readonly AgreementStatus[]) =>
  db
    .select({ id: agreements.id })
    .from(agreements)
    .where(and(eq(agreements.assignmentId, assignmentId), inArray(agreements.status, statuses)));
