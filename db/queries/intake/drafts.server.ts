import { and, asc, desc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { intakeDrafts } from "#db/schema.ts";

export type Draft = typeof intakeDrafts.$inferSelect;
const d = intakeDrafts;
const alive = (now: Date) => and(isNull(d.assignmentId), gt(d.expiresAt, now));
/** Keeps a draft of a visitor, by the hash of the secret in their browser. */
export const insertDraft = (db: Database, row: typeof d.$inferInsert) => db.insert(d).values(row);
/**
 * Returns a draft by the hash of a browser's secret, locked so that two saves come one after the other. What it
 * became may still be asked.
 */
export const draftByKey = async (db: Database, keyHash: string, now: Date) =>
  (
    await db
      .select()
      .from(d)
      .where(and(eq(d.keyHash, keyHash), gt(d.expiresAt, now)))
      .for("update")
  )[0];
/** Returns a draft whose time is not over, locked; what it became may still be asked. */
export const draftById = async (db: Database, id: string, now: Date) =>
  (
    await db
      .select()
      .from(d)
      .where(and(eq(d.id, id), gt(d.expiresAt, now)))
      .for("update")
  )[0];
/** Changes a draft that the caller has locked (`draftById`, `draftByKey`). */
export const changeDraft = (db: Database, id: string, set: Partial<Draft>) => db.update(d).set(set).where(eq(d.id, id));
/** Returns the unfinished draft of an address that was worked on last. */
export const draftOfAddress = async (db: Database, email: string, now: Date) =>
  (
    await db
      .select()
      .from(d)
      .where(and(sql`lower(${d.email}) = ${email.toLowerCase()}`, alive(now)))
      .orderBy(desc(d.changedAt))
      .limit(1)
  )[0];
/** Returns unfinished drafts whose company asked this centre for help, oldest first. */
export const draftsForHelp = (db: Database, centreId: string, now: Date) =>
  db
    .select()
    .from(d)
    .where(and(eq(d.centreId, centreId), alive(now), sql`${d.answers} ->> 'help' = 'true'`))
    .orderBy(asc(d.changedAt))
    .limit(100);
/** Forgets drafts whose time is over; answers how many. */
export const removeExpiredDrafts = async (db: Database, now: Date) =>
  (await db.delete(d).where(lte(d.expiresAt, now)).returning({ id: d.id })).length;
