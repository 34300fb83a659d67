import { and, asc, eq, or, sql, type SQL } from "drizzle-orm";
import { underWay } from "#app/domain/assignment/process.ts";
import { stallReasons, type StallReason } from "#app/domain/turns/dues.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { assignments } from "#db/schema.ts";
import { oneOf } from "#db/schema/columns.ts";
import { pageOfCards, soonest } from "#db/queries/assignment/cards.server.ts";

const a = assignments;
/** Is written out, so that the database knows an index for it. */
const running = sql`${a.status} in (${oneOf(underWay)})`;
/** Says what makes a running assignment stand still. */
const standing: Record<StallReason, SQL> = {
  late: sql`coalesce(${a.nearestDue} < ${sql.placeholder("now")}::timestamptz, false)`,
  held: sql`${a.onHold}`,
  disputed: sql`${a.disputed}`,
};

/**
 * Says how many assignments of one centre stand in each status, and how many of the running ones stand still there and
 * why.
 */
export const pipelineCounts = (db: Database, centreId: string, now: Date) =>
  counted(db, { centre: centreId, now: now.toISOString() });
const counted = fixed((db) => {
  const n = (where: SQL | undefined) => sql<number>`(count(*) filter (where ${and(running, where)}))::int`;
  return db
    .select({
      status: a.status,
      n: sql<number>`count(*)::int`,
      still: n(or(...stallReasons.map((kind) => standing[kind]))),
      late: n(standing.late),
      held: n(standing.held),
      disputed: n(standing.disputed),
    })
    .from(a)
    .where(eq(a.centreId, sql.placeholder("centre")))
    .groupBy(a.status);
});
/** `status`: one status, or all running; `still`: only what stands still, for one reason or any. */
type PipelineList = {
  status: AssignmentStatus | null;
  still: StallReason | "any" | null;
  now: Date;
  limit: number;
  offset: number;
};
/** Reads a page of one centre's assignments, the nearest deadline first. */
export const pipelineCards = (db: Database, centreId: string, list: PipelineList) =>
  page(
    db,
    { centre: centreId, now: list.now.toISOString(), status: list.status, limit: list.limit, offset: list.offset },
    list,
  );
const page = fixed(
  (db, { status, still }: PipelineList) => {
    const kinds = still === "any" ? stallReasons : still ? [still] : [];
    const stands = kinds.length ? and(running, or(...kinds.map((kind) => standing[kind]))) : undefined;
    const where = and(
      eq(a.centreId, sql.placeholder("centre")),
      status ? eq(a.status, sql.placeholder("status")) : running,
      stands,
    );
    return pageOfCards(db, where, {
      by: [soonest, asc(a.enteredAt)],
      limit: sql.placeholder("limit"),
      offset: sql.placeholder("offset"),
    });
  },
  ({ status, still }) => `${status ? "one" : "all"} ${still}`,
);
