import { Param, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "./client.server.ts";
import { mapperOf, type Shape } from "./rows.server.ts";
import type { Gathering } from "./batch.server.ts";

type Values = Record<string, unknown>;
type Prepared<R> = { execute: (values: Values) => Promise<R> };
type Built<R> = { prepare: (name: string) => Prepared<R> };
/** More shapes than this of one statement are built anew each time, so that nothing grows without bound. */
const cachedShapes = 200;

/**
 * Makes a statement whose text stays the same: drizzle builds it for the first transaction that asks (once per
 * `shape`, the name of its form), later ones fill in its placeholders. Building a statement costs more processor time
 * than a small one's answer does.
 */
export function fixed<V extends Values, R, S = void>(
  build: (db: Database, form: S) => Built<R>,
  shape: (form: S) => string = () => "",
) {
  const made = new Map<string, Prepared<R>>();
  return (db: Database, values: V, form: S): Promise<R> => {
    const key = shape(form);
    const prepared = made.get(key) ?? readQuickly(build(db, form).prepare(key));
    if (made.size < cachedShapes) made.set(key, prepared);
    return within(prepared, db).execute(values);
  };
}
/** Returns the same statement, with what reads its rows looked up once. */
function readQuickly<R>(prepared: Prepared<R>): Prepared<R> {
  const customResultMapper = mapperOf(prepared as unknown as Shape);
  return customResultMapper ? Object.assign(prepared, { customResultMapper }) : prepared;
}
/** Returns the same statement over this transaction's connection: what it asks is the statement's, whom it asks is not. */
function within<R>(prepared: Prepared<R>, db: Database): Prepared<R> {
  const session = db._.session as unknown as { client: unknown } | Gathering;
  const { fields } = prepared as unknown as { fields: readonly unknown[] };
  const client = "gather" in session ? session.gather(fields.length) : session.client;
  return Object.assign(Object.create(Object.getPrototypeOf(prepared) as object) as Prepared<R>, prepared, { client });
}

/** Returns a list of ids as one parameter, so that the text does not depend on how many there are: `column = any(...)`. */
export const listed = (ids: readonly string[]) => `{${[...new Set(ids)].join()}}`;
/**
 * Returns true for rows whose column is in this list (`listed`). The list is hidden in a query of its own: else the
 * planner weighs every id in it each time, which takes longer than the answer.
 */
export const inList = (column: AnyPgColumn, list: unknown) => sql`${column} = any((select ${list}::uuid[])::uuid[])`;
/** Returns the same for a list given under this name. */
export const among = (column: AnyPgColumn, name: string) => inList(column, sql.placeholder(name));
/** Returns a placeholder whose value goes out as this column's do: a bare one would hand the driver a Date or a bigint. */
export const like = (column: AnyPgColumn, name: string) => new Param(sql.placeholder(name), column);
