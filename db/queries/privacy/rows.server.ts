import { eq, getTableColumns, inArray, or, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { columnKinds, type ColumnKind, type Erased } from "#app/domain/privacy/kinds.ts";
import { register, type Entry, type Link } from "#db/register.ts";
import type { Database } from "#db/client.server.ts";

/** Describes somebody as their rows know them. */
export type Somebody = { id: string; name: string; email: string };

/** The columns of a table by their names in code. */
export const columnsOf = (table: PgTable) => getTableColumns(table) as unknown as Record<string, AnyPgColumn>;
/** Returns a column by its name in code; throws when the register names one that the table does not have. */
export const columnOf = (table: PgTable, name: string): AnyPgColumn => {
  const column = columnsOf(table)[name];
  if (!column) throw new Error(`the register names a column that is not there: ${name}`);
  return column;
};
/** Lists columns of these kinds, in the order of the table. */
export const columnsOfKind = ({ table, kinds }: Entry, wanted: (kind: ColumnKind) => boolean): string[] =>
  Object.keys(columnsOf(table)).filter((name) => {
    const kind = kinds[name];
    return kind !== undefined && wanted(kind);
  });
/** Makes a filter of kinds of columns: those that an erasure treats in this way. */
export const erasedAs = (how: Erased) => (kind: ColumnKind) => columnKinds[kind].erased === how;

function leads(table: PgTable, link: Link, who: Somebody, db: Database): SQL {
  const column = columnOf(table, link.column);
  switch (link.by) {
    case "id":
    case "text":
      return eq(column, who.id);
    case "email":
      return sql`lower(${column}) = ${who.email.toLowerCase()}`;
    case "within":
      return sql`(position(${who.id} in ${column}) > 0 or position(${who.email.toLowerCase()} in lower(${column})) > 0)`;
    case "through":
      return inArray(
        column,
        db
          .select({ id: columnOf(link.table, "id") })
          .from(link.table)
          .where(leads(link.table, link.link, who, db)),
      );
    case "address":
      return inArray(
        sql`lower(${column})`,
        db
          .select({ address: sql`lower(${columnOf(link.table, link.address)})` })
          .from(link.table)
          .where(leads(link.table, link.link, who, db)),
      );
  }
}
/** Returns the rows that these links lead to; null where none does. */
export const rowsOf = (db: Database, { table }: Entry, links: readonly Link[], who: Somebody): SQL | null =>
  links.length ? (or(...links.map((link) => leads(table, link, who, db))) ?? null) : null;

/** Tells what an emptied column holds: nothing, or what a new row would hold. */
function emptyValue({ table, empty }: Entry, name: string): unknown {
  const column = columnOf(table, name);
  if (name in empty) return empty[name];
  if (!column.notNull) return null;
  if (column.dataType === "array") return [];
  if (column.dataType === "json") return Array.isArray(column.default) ? [] : {};
  if (column.dataType === "number") return 0;
  return "";
}
/** Returns rows in which one of these columns still holds something. */
export const holdsSomething = (entry: Entry, names: readonly string[]): SQL => {
  const still = names.map((name) => {
    const value = emptyValue(entry, name);
    const column = columnOf(entry.table, name);
    if (value === null) return sql`${column} is not null`;
    const text = Array.isArray(value) && column.dataType === "array" ? "{}" : value;
    return sql`${column}::text <> ${typeof text === "object" ? JSON.stringify(text) : String(text)}`;
  });
  return or(...still) ?? sql`false`;
};
/** Says what a row of this table says once these columns are emptied. */
export const emptied = (entry: Entry, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, emptyValue(entry, name)]));

/** Returns rows that go when this table's row goes, such as what a saved search has found: they must go first. */
export const goingWith = ({ table }: Entry) =>
  register.flatMap((entry) =>
    entry.own.flatMap((link) =>
      entry.removed && link.by === "through" && link.table === table ? [{ entry, column: link.column }] : [],
    ),
  );
