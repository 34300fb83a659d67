import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { columnKinds } from "#app/domain/privacy/kinds.ts";
import { register, tableName, type Entry } from "#db/register.ts";
import type { Database } from "#db/client.server.ts";
import { files } from "#db/schema.ts";
import { columnOf, columnsOfKind, rowsOf, type Somebody } from "./rows.server.ts";

/** The tables of the register in which a row can be about somebody or by them, by the name an export gives them. */
export const exportable = register
  .filter(({ own, acted }) => own.length + acted.length > 0)
  .map((entry) => ({ entry, name: tableName(entry), group: entry.group, alone: entry.alone }));

/** The columns of a table that an export holds. */
export const exportedColumns = (entry: Entry): string[] => columnsOfKind(entry, (kind) => columnKinds[kind].exported);

/**
 * Rows of one table about a person or by them, from row `from` on. The number of a person is given where it is their own,
 * and left out where it is another's.
 */
export async function exportRows(db: Database, entry: Entry, who: Somebody, from: number, most: number) {
  const names = exportedColumns(entry);
  const theirs = rowsOf(db, entry, [...entry.own, ...entry.acted], who);
  if (!theirs || names.length === 0) return [];
  const wanted = Object.fromEntries(names.map((name) => [name, columnOf(entry.table, name)]));
  const rows: Record<string, unknown>[] = await db
    .select(wanted)
    .from(entry.table)
    .where(theirs)
    .orderBy(asc(sql`ctid`))
    .limit(most)
    .offset(from);
  const people = names.filter((name) => entry.kinds[name] === "who");
  return rows.map((row) => {
    const own = { ...row };
    for (const name of people) if (own[name] !== who.id) delete own[name];
    return own;
  });
}

/** Files this person gave, that were not taken away. */
export const filesOf = (db: Database, personId: string) =>
  db
    .select({ id: files.id, name: files.name, size: files.size, storageKey: files.storageKey, at: files.at })
    .from(files)
    .where(and(eq(files.byId, personId), isNull(files.removedAt)))
    .orderBy(asc(files.at), asc(files.id));
