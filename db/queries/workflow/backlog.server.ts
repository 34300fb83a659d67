import { and, count, eq, inArray, lte, min } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { deadlines, roundRuns } from "#db/schema.ts";

/** Says how many are due and not done, and since when the oldest. */
type Waiting = { count: number; since: Date | null };
export const emptyBacklog: Waiting = { count: 0, since: null };

/** Returns clocks within reach whose moment has come and that no pass has met yet. */
export const clocksThatWait = async (db: Database, now: Date): Promise<Waiting> =>
  (
    await db
      .select({ count: count(), since: min(deadlines.nextAt) })
      .from(deadlines)
      .where(and(eq(deadlines.status, "running"), lte(deadlines.nextAt, now)))
  )[0] ?? emptyBacklog;

/** Returns plans of matching rounds within reach that were asked for and are not made. */
export const plansThatWait = async (db: Database): Promise<Waiting> =>
  (
    await db
      .select({ count: count(), since: min(roundRuns.askedAt) })
      .from(roundRuns)
      .where(inArray(roundRuns.status, ["waiting", "running"]))
  )[0] ?? emptyBacklog;
