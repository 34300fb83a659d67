import { and, eq, inArray, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import { over } from "#app/domain/assignment/process.ts";
import type { Retention } from "#app/domain/privacy/retention.ts";
import { register, type Entry } from "#db/register.ts";
import type { Database } from "#db/client.server.ts";
import { assignments, events, files, people, rounds } from "#db/schema.ts";
import { columnOf, columnsOfKind, columnsOf, emptied, goingWith, holdsSomething } from "./rows.server.ts";
import type { ColumnKind } from "#app/domain/privacy/kinds.ts";

/** What says something of people or of their work; the rest are numbers, states and dates. */
const telling: readonly ColumnKind[] = ["words", "personal", "other", "identity", "signed", "secret"];
const tellingColumns = (entry: Entry) => columnsOfKind(entry, (kind) => telling.includes(kind));

/** Tables whose rows end by themselves, and the kind of retention that ends them. */
export const endings = register.filter(({ ends }) => ends !== null);

const ended = ({ table, ends }: Entry, before: Date): SQL =>
  or(...(ends?.from ?? []).map((name) => lt(columnOf(table, name), before))) ?? sql`false`;

/** Removes or empties at most `most` rows that ended before this moment; answers how many. Two servers may do so at once. */
export async function endRows(db: Database, entry: Entry, before: Date, most: number): Promise<number> {
  const { table, ends } = entry;
  const due = ended(entry, before);
  const row = sql`${table}.ctid`;
  if (ends?.act === "remove") {
    const some = db.select({ row: sql`ctid` }).from(table).where(due).limit(most);
    for (const { entry: child, column } of goingWith(entry)) {
      const parents = db
        .select({ id: columnOf(table, "id") })
        .from(table)
        .where(due);
      await db.delete(child.table).where(inArray(columnOf(child.table, column), parents));
    }
    return (await db.delete(table).where(inArray(row, some))).count;
  }
  const names = tellingColumns(entry);
  const full = and(due, holdsSomething(entry, names));
  const some = db.select({ row: sql`ctid` }).from(table).where(full).limit(most);
  return (await db.update(table).set(emptied(entry, names)).where(inArray(row, some))).count;
}

/** Files that closed before this moment and still hold words, at most so many; locked, so that one server empties each. */
export const closedFiles = (db: Database, before: Date, most: number) =>
  db
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(inArray(assignments.status, [...over]), lt(assignments.enteredAt, before), isNull(assignments.emptiedAt)),
    )
    .limit(most)
    .for("update", { skipLocked: true });
/** The words of events of a file are forgotten: its chain still holds (docs/trust.md 4.3). */
export const forgetEvents = (db: Database, where: SQL | undefined) =>
  db.update(events).set({ answers: {}, comment: "", salt: null }).where(where);

/** Empties every row of one file: what happened and when stays, what was said and by whom goes. */
export async function emptyFile(db: Database, assignmentId: string, now: Date): Promise<void> {
  await emptyWithin(db, "assignmentId", assignmentId, ["dossier"]);
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
/** Rounds that were made before this moment and still hold what students said. */
export const oldRounds = (db: Database, before: Date, most: number) =>
  db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(lt(rounds.createdAt, before), isNull(rounds.emptiedAt)))
    .limit(most)
    .for("update", { skipLocked: true });
export async function emptyRound(db: Database, roundId: string, now: Date): Promise<void> {
  await emptyWithin(db, "roundId", roundId, ["round", "list_read"]);
  await db.update(rounds).set({ emptiedAt: now }).where(eq(rounds.id, roundId));
}
async function emptyWithin(db: Database, parent: string, id: string, kept: readonly Retention[]) {
  for (const entry of register.filter(({ table, keeps }) => columnsOf(table)[parent] && kept.includes(keeps))) {
    const names = tellingColumns(entry);
    if (names.length)
      await db
        .update(entry.table)
        .set(emptied(entry, names))
        .where(eq(columnOf(entry.table, parent), id));
  }
}

/** People to erase: who closed their account, and who never used the one that a list made for them. */
export const peopleToErase = (
  db: Database,
  { closedBefore, unusedSince }: { closedBefore: Date; unusedSince: Date },
  most: number,
) =>
  db
    .select({ id: people.id, closedAt: people.closedAt })
    .from(people)
    .where(
      and(
        isNull(people.erasedAt),
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
    .limit(most);
