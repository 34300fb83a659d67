import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { getTableConfig, type AnyPgColumn, type PgTable } from "drizzle-orm/pg-core";
import { columnKinds } from "#app/domain/privacy/kinds.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import type { Relation } from "#app/domain/words.ts";
import { register, tableName, type Entry } from "#db/register.ts";
import type { Database } from "#db/client.server.ts";
import { actorNow, visibleTo } from "#db/queries/workflow/visible.server.ts";
import { rolesOn, type Actor } from "#app/domain/workflow/policy.ts";
import { findAssignments } from "#db/queries/workflow/objects.server.ts";
import { assignments, files } from "#db/schema.ts";
import { columnOf, columnsOf, columnsOfKind, rowsOf, type Somebody } from "./rows.server.ts";

/** The tables of the register in which a row can be about somebody or by them, by the name an export gives them. */
export const exportable = register
  .filter(({ own, acted }) => own.length + acted.length > 0)
  .map((entry) => ({ entry, name: tableName(entry), group: entry.group, alone: entry.alone }));

/** Returns the columns of a table that an export holds. */
const exportedColumns = (entry: Entry): string[] => columnsOfKind(entry, (kind) => columnKinds[kind].exported);

/** Tells where a reader is in a table: the primary key of the last row they had. */
export type Place = readonly unknown[];
/** Some rows, and the place to go on from: null when there are no more. */
export type Some = { rows: Record<string, unknown>[]; next: Place | null };
/**
 * Returns rows of one table about a person or by them, at most so many, behind this place. By primary key: a row that
 * is changed between two readings keeps its place, so it is neither passed over nor read twice. These in the order in
 * which they came, where the table knows it. The number of a person is given where it is their own, and left out
 * where it is another's; so are words of another that this person does not read in the assignment (`actor`).
 */
export async function exportRows(
  db: Database,
  entry: Entry,
  who: Somebody & { actor: Actor },
  after: Place | null,
  most: number,
): Promise<Some> {
  const names = exportedColumns(entry);
  const theirs = rowsOf(db, entry, [...entry.own, ...entry.acted], who);
  if (!theirs || names.length === 0) return { rows: [], next: null };
  const key = keyOf(entry.table);
  const list = (parts: readonly unknown[]) =>
    sql.join(
      parts.map((part) => sql`${part}`),
      sql`, `,
    );
  const found: { row: Record<string, unknown>; key: Record<string, unknown> }[] = await db
    .select({
      row: Object.fromEntries(names.map((name) => [name, columnOf(entry.table, name)])),
      key: Object.fromEntries(key.map((column, at) => [String(at), column])),
    })
    .from(entry.table)
    .where(after ? and(theirs, sql`(${list(key)}) > (${list(after)})`) : theirs)
    // As a whole row, in the order of its index and not by way of it: that walks through everybody's rows.
    .orderBy(sql`row(${list(key)})`)
    .limit(most);
  const last = found.length === most ? found.at(-1) : undefined;
  const people = names.filter((name) => entry.kinds[name] === "who");
  const moment = names.find((name) => name === "at" || name === "createdAt");
  const came = ({ row }: (typeof found)[number]) => (moment ? Number(row[moment]) : 0);
  const mayHave = await wordsFor(db, entry, who, found);
  return {
    rows: found
      .sort((a, b) => came(a) - came(b))
      .map(({ row }) => {
        const own = { ...row };
        for (const name of names) if (!mayHave(row, name)) delete own[name];
        for (const name of people) if (own[name] !== who.id) delete own[name];
        return own;
      }),
    next: last ? key.map((_, at) => last.key[at]) : null,
  };
}
/**
 * Answers whether a column of a row is for this person: they wrote it, or they see the assignment now and read what is written
 * there, as its pages do. What they once were to it gives them nothing that others wrote.
 */
async function wordsFor(
  db: Database,
  { written }: Entry,
  { id, actor }: { id: string; actor: Actor },
  found: readonly { row: Row }[],
) {
  const wrote = (row: Row, name: string) => {
    const { by } = written[name] ?? own;
    return by === "own" || (by !== null && row[by] === id);
  };
  const others = found.filter(({ row }) => Object.keys(written).some((name) => !wrote(row, name)));
  const roles = await rolesNow(
    db,
    actor,
    others.map(({ row }) => homeOf(row)),
  );
  return (row: Row, name: string) => {
    if (wrote(row, name)) return true;
    const held = roles.get(homeOf(row));
    const to = written[name]?.to ?? null;
    if (!held || to === null) return false;
    return to === "seen" || may(typeof to === "function" ? to(row) : to, held);
  };
}
type Row = Record<string, unknown>;
const own: Entry["written"][string] = { by: "own", to: null };
const homeOf = (row: Row) => String(row.assignmentId ?? row.id);
/** Says what somebody is now to each of these assignments that they see. */
async function rolesNow(db: Database, actor: Actor, ids: readonly string[]): Promise<Map<string, Set<Relation>>> {
  if (ids.length === 0) return new Map();
  const now = actorNow(actor);
  const seen = await db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(inArray(assignments.id, [...new Set(ids)]), visibleTo(now)));
  const found = await findAssignments(
    db,
    seen.map(({ id }) => id),
  );
  return new Map(
    found.map(({ row, projectManagerId }) => [
      row.id,
      rolesOn(now, { ...row, assignmentId: row.id, projectManagerId }),
    ]),
  );
}
/** Answers the columns of the primary key. */
function keyOf(table: PgTable): AnyPgColumn[] {
  const columns = Object.values(columnsOf(table));
  const [together] = getTableConfig(table).primaryKeys;
  if (!together) return columns.filter(({ primary }) => primary);
  return together.columns.flatMap(({ name }) => columns.filter((column) => column.name === name));
}

/** Files this person gave, that were not taken away. */
export const filesOf = (db: Database, personId: string) =>
  db
    .select({ id: files.id, name: files.name, size: files.size, storageKey: files.storageKey, at: files.at })
    .from(files)
    .where(and(eq(files.byId, personId), isNull(files.removedAt)))
    .orderBy(asc(files.at), asc(files.id));
