import { eq, lt, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { throttles } from "#db/schema.ts";

type Bucket = { key: string; size: number; seconds: number };
const drained = ({ size, seconds }: Bucket, now: Date) => sql`
  greatest(
    0,
    ${throttles.level} - extract(epoch from (${now.toISOString()}::timestamptz - ${throttles.at})) * ${size / seconds}
  )
`;
/**
 * Takes one try from a bucket of `size` that fills again over `seconds`; answers whether there was one. One statement,
 * so servers share it. A bucket that is empty stays as it is.
 */
export async function takeTry(db: Database, bucket: Bucket, now: Date): Promise<boolean> {
  const taken = await db
    .insert(throttles)
    .values({ key: bucket.key, level: 1, at: now })
    .onConflictDoUpdate({
      target: throttles.key,
      set: { level: sql`${drained(bucket, now)} + 1`, at: now },
      setWhere: sql`${drained(bucket, now)} + 1 <= ${bucket.size}`,
    })
    .returning({ key: throttles.key });
  return taken.length > 0;
}
/** Gives one try back. */
export const giveBackTry = (db: Database, key: string) =>
  db
    .update(throttles)
    .set({ level: sql`greatest(0, ${throttles.level} - 1)` })
    .where(eq(throttles.key, key));
/** Says how many tries a bucket counts now. */
export async function triesIn(db: Database, bucket: Bucket, now: Date): Promise<number> {
  const [row] = await db
    .select({ level: sql<number>`${drained(bucket, now)}::float8` })
    .from(throttles)
    .where(eq(throttles.key, bucket.key));
  return row?.level ?? 0;
}
/** Removes what was last touched before this moment; answers how many rows. */
export const removeFullBuckets = async (db: Database, before: Date): Promise<number> =>
  (await db.delete(throttles).where(lt(throttles.at, before)).returning({ key: throttles.key })).length;
