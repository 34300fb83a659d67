import { sql } from "drizzle-orm";
import { atWork } from "#app/domain/assignment/process.ts";
import type { Database } from "#db/client.server.ts";
import { oneOf } from "#db/schema/columns.ts";

/** Returns numbers for everybody: open, at work, in use. */
export async function publicFigures(db: Database) {
  const [row] = await db.execute<{ open: number; working: number; inUse: number }>(sql`select
    count(*) filter (where status = 'published')::int as open,
    count(*) filter (where status in (${oneOf(atWork)}))::int as working,
    (select count(*)::int from implementations where degree <> 'none') as "inUse" from assignments
    where status in (${oneOf(["published", ...atWork])})`);
  return { open: row?.open ?? 0, working: row?.working ?? 0, inUse: row?.inUse ?? 0 };
}
