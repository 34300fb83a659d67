import { and, asc, eq, gt, inArray, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import { over } from "#app/domain/assignment/process.ts";
import type { Retention } from "#app/domain/privacy/retention.ts";
import { register, tableName, type Entry } from "#db/register.ts";
import { connectionLost, type Database } from "#db/client.server.ts";
import { assignments, events, files, people, rounds } from "#db/schema.ts";
import { columnOf, columnsOfKind, columnsOf, emptied, goingWith, holdsSomething } from "./rows.server.ts";
import type { ColumnKind } from "#app/domain/privacy/kinds.ts";

export { connectionLost, tableName };

/** Names what says something of people or of their work; the rest are numbers, statuses and dates. */
const telling: readonly ColumnKind[] = ["words", "personal", "other", "identity", "signed", "secret"];
const tellingColumns = (entry: Entry) => columnsOfKind(entry, (kind) => telling.includes(kind));

/** Holds tables whose rows end by themselves, and the kind of retention that ends them. */
export const endings = register.filter(({ ends }) => ends !== null);

const ended = ({ table, ends }: Entry, before: Date): SQL =>
  or(...(ends?.from ?? []).map((name) => lt(columnOf(table, name), before))) ?? sql`false`;

/**
 * Removes or empties at most `most` rows that ended before this moment, with what goes with these and no others; answers
 * how many. Two servers may do so at once.
 */
export async function endRows(db: Database, entry: Entry, before: Date, most: number): Promise<number> {
  const { table, ends } = entry;
  const due = ended(entry, before);
  const row = sql`${table}.ctid`;
  if (ends?.act === "remove") {
    const children = goingWith(entry);
    if (children.length > 0) return removeWith(db, entry, children, due, most);
    const some = db.select({ row: sql`ctid` }).from(table).where(due).limit(most);
    return (await db.delete(table).where(inArray(row, some))).count;
  }
  const names = tellingColumns(entry);
  const full = and(due, holdsSomething(entry, names));
  const some = db.select({ row: sql`ctid` }).from(table).where(full).limit(most);
  return (await db.update(table).set(emptied(entry, names)).where(inArray(row, some))).count;
}
async function removeWith(
  db: Database,
  { table }: Entry,
  children: ReturnType<typeof goingWith>,
  due: SQL,
  most: number,
): Promise<number> {
  const id = columnOf(table, "id");
  const some = (await db.select({ id }).from(table).where(due).limit(most)).map((each) => each.id);
  for (const { entry: child, column } of children)
    await db.delete(child.table).where(inArray(columnOf(child.table, column), some));
  return (await db.delete(table).where(and(due, inArray(id, some)))).count;
}

/** Lists ids that come after this one, in their order, up to a limit. */
export type Stretch = { after: string; most: number };
const closed = (before: Date) =>
  and(inArray(assignments.status, [...over]), lt(assignments.enteredAt, before), isNull(assignments.emptiedAt));
/** Returns assignments that closed before this moment and still hold words. */
export const closedAssignments = (db: Database, before: Date, { after, most }: Stretch) =>
  db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(closed(before), gt(assignments.id, after)))
    .orderBy(asc(assignments.id))
    .limit(most);
/** Returns such an assignment, locked, so that one server empties it; none when another does or did. */
export const lockClosed = (db: Database, before: Date, id: string) =>
  db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(closed(before), eq(assignments.id, id)))
    .for("update", { skipLocked: true });
/** The words of events of an assignment are forgotten: its chain still holds (docs/trust.md 4.3). */
export const forgetEvents = (db: Database, where: SQL | undefined) =>
  db.update(events).set({ answers: {}, comment: "", salt: null }).where(where);

/** Empties every row of one assignment: what happened and when stays, what was said and by whom goes. */
export async function emptyAssignment(db: Database, assignmentId: string, now: Date): Promise<void> {
  await emptyWithin(db, "assignmentId", assignmentId, ["assignment"]);
  const own = register.find(({ table }) => table === assignments) as Entry;
  await forgetEvents(db, eq(events.assignmentId, assignmentId));
  await db
    .update(files)
    .set({ removedAt: now })
    .where(and(eq(files.assignmentId, assignmentId), isNull(files.removedAt)));
  await db
    .update(assignments)
    .set({ ...emptied(own, tellingColumns(own)), emptiedAt: now })
    .where(eq(assignments.id, assignmentId));
}
const old = (before: Date) => and(lt(rounds.createdAt, before), isNull(rounds.emptiedAt));
/** Returns rounds that were made before this moment and still hold what students said. */
export const oldRounds = (db: Database, before: Date, { after, most }: Stretch) =>
  db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(old(before), gt(rounds.id, after)))
    .orderBy(asc(rounds.id))
    .limit(most);
/** Returns such a round, locked, so that one server empties it; none when another does or did. */
export const lockOld = (db: Database, before: Date, id: string) =>
  db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(old(before), eq(rounds.id, id)))
    .for("update", { skipLocked: true });
/** Empties what was said in a round that is over long enough, and keeps its numbers and its log. */
export async function emptyRound(db: Database, roundId: string, now: Date): Promise<void> {
  await emptyWithin(db, "roundId", roundId, ["round", "list_read"]);
  await db.update(rounds).set({ emptiedAt: now }).where(eq(rounds.id, roundId));
}
async function emptyWithin(db: Database, parent: string, id: string, retentions: readonly Retention[]) {
  for (const entry of register.filter(({ table, keeps }) => columnsOf(table)[parent] && retentions.includes(keeps))) {
    const names = tellingColumns(entry);
    if (names.length)
      await db
        .update(entry.table)
        .set(emptied(entry, names))
        .where(eq(columnOf(entry.table, parent), id));
  }
}

/** Returns people to erase: who closed their account, and who never used the one that a list made for them. */
export const peopleToErase = (
  db: Database,
  { closedBefore, unusedSince }: { closedBefore: Date; unusedSince: Date },
  { after, most }: Stretch,
) =>
  db
    .select({ id: people.id, closedAt: people.closedAt })
    .from(people)
    .where(
      and(
        isNull(people.erasedAt),
        gt(people.id, after),
        or(
          lt(people.closedAt, closedBefore),
          and(
            isNull(people.passwordHash),
            isNull(people.emailVerifiedAt),
            eq(people.demo, false),
            lt(people.createdAt, unusedSince),
          ),
        ),
      ),
    )
    .orderBy(asc(people.id))
    .limit(most);
