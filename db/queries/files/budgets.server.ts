import { eq, lt, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { uploadBudgets } from "#db/schema.ts";

const b = uploadBudgets;
/**
 * Counts bytes with a subject; answers what it has sent by then. `perSecond` is how much of it wears off. Whoever counts
 * with the same subject waits until this transaction ends.
 */
export const countBytes = async (
  db: Database,
  { subject, bytes, perSecond, now }: { subject: string; bytes: number; perSecond: number; now: Date },
): Promise<number> => {
  const since = sql`greatest(0, extract(epoch from excluded.at - ${b.at}))`;
  const left = sql`greatest(0, ${b.bytes} - ${perSecond}::float8 * ${since})`;
  const [row] = await db
    .insert(b)
    .values({ subject, bytes, at: now })
    .onConflictDoUpdate({ target: b.subject, set: { bytes: sql`${left} + excluded.bytes`, at: now } })
    .returning({ bytes: b.bytes });
  return row?.bytes ?? bytes;
};
/** Takes bytes back that were counted and never came. */
export const uncountBytes = (db: Database, subject: string, bytes: number) =>
  db
    .update(b)
    .set({ bytes: sql`greatest(0, ${b.bytes} - ${bytes}::float8)` })
    .where(eq(b.subject, subject));
/** Removes who sent nothing since `before`. */
export const forgetBudgets = (db: Database, before: Date) => db.delete(b).where(lt(b.at, before));
