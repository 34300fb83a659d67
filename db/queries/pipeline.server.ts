import { and, asc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import { underWay } from "#app/domain/assignment.ts";
import { stills, type Still } from "#app/domain/turn.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { Database } from "../client.server.ts";
import { fixed } from "../fixed.server.ts";
import { assignments } from "../schema.ts";
import { nearestDue, pageOfCards, soonest } from "./lists.server.ts";

const a = assignments;
const running = inArray(a.status, [...underWay]);
/** What makes a running file stand still. */
const standing = { late: sql`coalesce(${nearestDue} < ${sql.placeholder("now")}::timestamptz, false)`, held: sql`${a.onHold}`, disputed: sql`${a.disputed}` } satisfies Record<Still, SQL>;

/** How many files of one centre stand in each state, and how many of the running ones stand still there and why. */
export const pipelineCounts = (db: Database, centreId: string, now: Date) => counted(db, { centre: centreId, now: now.toISOString() });
const counted = fixed((db) => {
  const file = db.select({ status: a.status, late: sql<boolean>`${running} and ${standing.late}`.as("late"), held: sql<boolean>`${running} and ${standing.held}`.as("held"), disputed: sql<boolean>`${running} and ${standing.disputed}`.as("is_disputed") })
    .from(a).where(eq(a.centreId, sql.placeholder("centre"))).as("file");
  const n = (where: SQL) => sql<number>`count(*) filter (where ${where})::int`;
  return db.select({ status: file.status, n: sql<number>`count(*)::int`, still: n(sql`${file.late} or ${file.held} or ${file.disputed}`), late: n(sql`${file.late}`), held: n(sql`${file.held}`), disputed: n(sql`${file.disputed}`) }).from(file).groupBy(file.status);
});
/** `status`: one state, or all running; `still`: only what stands still, for one reason or any. */
export type PipelineList = { status: AssignmentStatus | null; still: Still | "any" | null; now: Date; limit: number; offset: number };
/** A page of one centre's files, the nearest deadline first. */
export const pipelineCards = (db: Database, centreId: string, list: PipelineList) => page(db, { centre: centreId, now: list.now.toISOString(), status: list.status, limit: list.limit, offset: list.offset }, list);
const page = fixed((db, { status, still }: PipelineList) => {
  const kinds = still === "any" ? stills : still ? [still] : [];
  const stands = kinds.length ? and(running, or(...kinds.map((kind) => standing[kind]))) : undefined;
  const where = and(eq(a.centreId, sql.placeholder("centre")), status ? eq(a.status, sql.placeholder("status")) : running, stands);
  return pageOfCards(db, where, { by: [soonest, asc(a.enteredAt)], limit: sql.placeholder("limit"), offset: sql.placeholder("offset") });
}, ({ status, still }) => `${status ? "one" : "all"} ${still}`);
