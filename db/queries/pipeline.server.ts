import { and, asc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import { underWay } from "#app/domain/assignment.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { Database } from "../client.server.ts";
import { assignments } from "../schema.ts";
import { nearestDue, pageOfCards, soonest } from "./lists.server.ts";

const a = assignments;
const running = inArray(a.status, [...underWay]);
const late = (now: Date) => sql`coalesce(${nearestDue} < ${now.toISOString()}, false)`;
/** What makes a running file stand still. */
export const standing = { late, held: () => sql`${a.onHold}`, disputed: () => sql`${a.disputed}` } satisfies Record<string, (now: Date) => SQL>;
export type StandsStill = keyof typeof standing;

/** How many files of one centre stand in each state, and how many of the running ones stand still there and why. */
export const pipelineCounts = async (db: Database, centreId: string, now: Date) =>
  [...(await db.execute<{ status: AssignmentStatus; n: number; still: number; late: number; held: number; disputed: number }>(sql`
    select status, count(*)::int as n, count(*) filter (where late or on_hold or disputed)::int as still, count(*) filter (where late)::int as late, count(*) filter (where on_hold)::int as held, count(*) filter (where disputed)::int as disputed from (
      select ${a.status} as status, ${running} and ${a.onHold} as on_hold, ${running} and ${a.disputed} as disputed, ${running} and ${late(now)} as late from ${a} where ${a.centreId} = ${centreId}) file group by status`))];
/** `status`: one state, or all running; `still`: only what stands still, for one reason or any. */
export type PipelineList = { status: AssignmentStatus | null; still: StandsStill | "any" | null; now: Date; limit: number; offset: number };
/** A page of one centre's files, the nearest deadline first. */
export const pipelineCards = (db: Database, centreId: string, { status, still, now, limit, offset }: PipelineList) => {
  const kinds = still === "any" ? (Object.keys(standing) as StandsStill[]) : still ? [still] : [];
  const stands = kinds.length ? and(running, or(...kinds.map((kind) => standing[kind](now)))) : undefined;
  return pageOfCards(db, and(eq(a.centreId, centreId), status ? eq(a.status, status) : running, stands), { by: [soonest, asc(a.enteredAt)], limit, offset });
};
