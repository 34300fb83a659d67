import { and, asc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import { underWay } from "#app/domain/assignment.ts";
import { overlayClocks } from "#app/domain/clocks.ts";
import { stills, type Still } from "#app/domain/turn.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { Database } from "../client.server.ts";
import { fixed } from "../fixed.server.ts";
import { assignments, deadlines } from "../schema.ts";
import { oneOf } from "../schema/columns.ts";
import { cardsOf, soonest } from "./lists.server.ts";

const a = assignments;
const running = inArray(a.status, [...underWay]);
/** Per file of one centre the nearest end of a clock that runs, and of those that count while it stands still: read in one go, where `nearestDue` would look them up file by file. */
const duesOf = (db: Database) => db.select({ id: deadlines.assignmentId, any: sql`min(${deadlines.dueAt})`.as("any_due"), still: sql`min(${deadlines.dueAt}) filter (where ${deadlines.clock} in (${oneOf(overlayClocks)}))`.as("still_due") })
  .from(deadlines).where(and(eq(deadlines.centreId, sql.placeholder("centre")), sql`${deadlines.status} = 'running'`, eq(deadlines.object, "assignment"))).groupBy(deadlines.assignmentId).as("dues");
const nearest = (dues: ReturnType<typeof duesOf>) => sql`case when ${a.onHold} or ${a.disputed} then ${dues.still} else ${dues.any} end`;
/** What makes a running file stand still. */
const standing = (dues: ReturnType<typeof duesOf>): Record<Still, SQL> => ({ late: sql`coalesce(${nearest(dues)} < ${sql.placeholder("now")}::timestamptz, false)`, held: sql`${a.onHold}`, disputed: sql`${a.disputed}` });

/** How many files of one centre stand in each state, and how many of the running ones stand still there and why. */
export const pipelineCounts = (db: Database, centreId: string, now: Date) => counted(db, { centre: centreId, now: now.toISOString() });
const counted = fixed((db) => {
  const dues = duesOf(db);
  const { late, held, disputed } = standing(dues);
  const file = db.select({ status: a.status, late: sql<boolean>`${running} and ${late}`.as("late"), held: sql<boolean>`${running} and ${held}`.as("held"), disputed: sql<boolean>`${running} and ${disputed}`.as("is_disputed") })
    .from(a).leftJoin(dues, eq(dues.id, a.id)).where(eq(a.centreId, sql.placeholder("centre"))).as("file");
  const n = (where: SQL) => sql<number>`count(*) filter (where ${where})::int`;
  return db.select({ status: file.status, n: sql<number>`count(*)::int`, still: n(sql`${file.late} or ${file.held} or ${file.disputed}`), late: n(sql`${file.late}`), held: n(sql`${file.held}`), disputed: n(sql`${file.disputed}`) }).from(file).groupBy(file.status);
});
/** `status`: one state, or all running; `still`: only what stands still, for one reason or any. */
export type PipelineList = { status: AssignmentStatus | null; still: Still | "any" | null; now: Date; limit: number; offset: number };
/** A page of one centre's files, the nearest deadline first. */
export const pipelineCards = (db: Database, centreId: string, list: PipelineList) => page(db, { centre: centreId, now: list.now.toISOString(), status: list.status, limit: list.limit, offset: list.offset }, list);
const page = fixed((db, { status, still }: PipelineList) => {
  const dues = duesOf(db);
  const why = standing(dues);
  const kinds = still === "any" ? stills : still ? [still] : [];
  const stands = kinds.length ? and(running, or(...kinds.map((kind) => why[kind]))) : undefined;
  const where = and(eq(a.centreId, sql.placeholder("centre")), status ? eq(a.status, sql.placeholder("status")) : running, stands);
  const chosen = db.select({ id: a.id }).from(a).leftJoin(dues, eq(dues.id, a.id)).where(where).orderBy(sql`${nearest(dues)} asc nulls last`, asc(a.enteredAt), a.id).limit(sql.placeholder("limit")).offset(sql.placeholder("offset"));
  return cardsOf(db, chosen, [soonest, asc(a.enteredAt)]);
}, ({ status, still }) => `${status ? "one" : "all"} ${still}`);
