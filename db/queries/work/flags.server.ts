import { and, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { FlagKind } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { deadlines, flags } from "#db/schema.ts";

/** Returns obstacles and concerns of an assignment with when their clock rings, the open ones first, then the newest. */
export const flagRows = (db: Database, assignmentId: string) => flagsOn(db, { assignmentId });
const flagsOn = fixed((db) =>
  db
    .select({ ...getTableColumns(flags), due: deadlines.dueAt })
    .from(flags)
    .leftJoin(deadlines, and(eq(deadlines.objectId, flags.id), eq(deadlines.status, "running")))
    .where(eq(flags.assignmentId, sql.placeholder("assignmentId")))
    .orderBy(sql`${flags.closedAt} is not null`, desc(flags.raisedAt)),
);
/** Returns obstacles and concerns that nobody closed yet, in the order in which they were raised. */
export const unclosedFlags = (db: Database, assignmentId: string) =>
  db
    .select({ id: flags.id, status: flags.status })
    .from(flags)
    .where(and(eq(flags.assignmentId, assignmentId), isNull(flags.closedAt)))
    .orderBy(flags.raisedAt, flags.id);
/** Returns obstacles of this kind that nobody closed yet, each with who raised it: null is the clock. */
export const openFlags = (db: Database, assignmentId: string, kind: FlagKind) =>
  db
    .select({ id: flags.id, raisedBy: flags.raisedBy })
    .from(flags)
    .where(and(eq(flags.assignmentId, assignmentId), eq(flags.kind, kind), isNull(flags.closedAt)));
