import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** Describes rows of one table as COPY reads them. `head` is what COPY is told; `add` answers how long the text is by now. */
type Sheet<Row> = { head: string; add: (row: Row) => void };
/** Tells where written text goes, by what COPY is told. */
export type Sink = (head: string, text: string) => void;

/** Makes a sheet with just these columns. Throws when one that must have a value is not among them. */
export function sheetOf<T extends PgTable, K extends keyof T["$inferInsert"] & string>(
  table: T,
  keys: readonly K[],
  sink: Sink,
): Sheet<Pick<T["$inferInsert"], K>> {
  const columns = getTableColumns(table);
  const forgotten = Object.entries(columns).filter(
    ([key, c]) => c.notNull && !c.hasDefault && !c.generated && !(keys as readonly string[]).includes(key),
  );
  if (forgotten.length)
    throw new Error(
      `The seed gives no value for ${forgotten.map(([key]) => `${getTableName(table)}.${key}`).join(", ")}.`,
    );
  const head = `${quoted(getTableName(table))} (${keys.map((key) => quoted(columns[key]?.name ?? key)).join(", ")})`;
  return {
    head,
    add: (row) => sink(head, `${keys.map((key) => cell((row as Record<string, unknown>)[key])).join("\t")}\n`),
  };
}
/** Returns a name as SQL has it. */
export const quoted = (name: string) => `"${name}"`;

/** Returns one value as COPY's text format has it. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "boolean") return value ? "t" : "f";
  if (Array.isArray(value))
    return escaped(`{${value.map((each) => `"${String(each).replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`);
  return escaped(typeof value === "object" ? JSON.stringify(value) : String(value));
}
const escaped = (text: string) =>
  text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
