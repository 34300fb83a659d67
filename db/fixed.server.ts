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
    const prepared = made.get(key) ?? readQuickly(withConstants(build(db, form).prepare(key)));
    if (made.size < cachedShapes) made.set(key, prepared);
    return within(prepared, db).execute(values);
  };
}
type Written = { queryString: string; params: readonly unknown[] };
/**
 * Returns the same statement, with what is the same every time (statuses, kinds, counts) written into its text. PostgreSQL
 * plans a statement once when that costs no more than planning it anew for its values: it compares the two, and a plan that
 * knows of no status cannot use the indexes that hold some of them.
 */
function withConstants<R>(prepared: Prepared<R>): Prepared<R> {
  const written = prepared as unknown as Written;
  const given = written.params.filter((one) => !isConstant(one));
  // What takes no value at all is sent as it was: the driver prepares by values.
  if (given.length === 0) return prepared;
  let place = 0;
  const places = written.params.map((one) => (isConstant(one) ? literal(one) : `$${(place += 1)}`));
  const queryString = written.queryString.replaceAll(/'[^']*'|\$(\d+)/g, (as, number?: string) =>
    number === undefined ? as : (places[Number(number) - 1] ?? as),
  );
  return Object.assign(prepared, { queryString, params: given });
}
type Constant = string | number | boolean;
const isConstant = (value: unknown): value is Constant => ["string", "number", "boolean"].includes(typeof value);
/** Writes it between quotes, where it has no type of its own, as the value of a parameter has none. */
const literal = (value: Constant) =>
  typeof value === "boolean" ? `${value}` : `'${`${value}`.replaceAll("'", "''")}'`;

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

/**
 * Returns an id that is hidden from the planner in a query of its own. Else it is weighed each time, and a statement of
 * many parts is planned anew for everybody who asks: that takes twelve milliseconds, where its answer takes one.
 */
export const hidden = (name: string) => sql`(select ${sql.placeholder(name)}::uuid)`;

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
