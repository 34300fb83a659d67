import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { submissions } from "#db/schema.ts";

type Submission = { key: string; personId: string; fingerprint: string };
/** Returns true for the first who uses this key. A twin waits here until the first is kept or rolled back. */
export const isFirst = async (db: Database, submission: Submission, at: Date): Promise<boolean> =>
  (
    await db
      .insert(submissions)
      .values({ ...submission, at })
      .onConflictDoNothing()
      .returning({ key: submissions.key })
  ).length === 1;
/** Returns the form that used this key first, with what it was answered once its work was kept. */
export const formOfKey = async (db: Database, key: string) =>
  (await db.select().from(submissions).where(eq(submissions.key, key)))[0];
/** Keeps what was answered to the form of this key. */
export const keepAnswer = (db: Database, key: string, answer: string) =>
  db.update(submissions).set({ answer }).where(eq(submissions.key, key));
/**
 * Forgets a key whose work was refused or died, so that the corrected form may use it: as it was taken at that moment, and
 * not when somebody took it anew since.
 */
export const giveBack = (db: Database, { key, at }: { key: string; at: Date }) =>
  db.delete(submissions).where(and(eq(submissions.key, key), eq(submissions.at, at), isNull(submissions.answer)));
