import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "#db/client.server.ts";

/** A statement takes so many rows at once: what is done for them on the thread that answers takes some milliseconds. */
export const pieces = <T>(rows: readonly T[], size = 500): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));

/**
 * From here on every statement of this transaction is planned for the sizes that tables have now: a plan that was kept from
 * when a table was empty looks through all of it for each of thousands of rows.
 */
export const planAnew = (db: Database) =>
  db.execute(sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`);

/**
 * Inserts rows that all name the same columns, as one parameter however many they are: to write a statement with a parameter
 * for every value takes longer than the database needs for the rows. `also` is what follows, such as `on conflict`.
 */
export function insertRows<T extends PgTable>(
  db: Database,
  table: T,
  rows: readonly T["$inferInsert"][],
  also: SQL = sql``,
) {
  const columns = Object.entries(getTableColumns(table) as Record<string, PgColumn>)
    .filter(([key]) => key in (rows[0] ?? {}))
    .map(([key, { name }]) => ({ key, name }));
  const values = rows.map((row) =>
    Object.fromEntries(columns.map(({ key, name }) => [name, (row as Record<string, unknown>)[key]])),
  );
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  return db.execute<{ id: string }>(sql`
    insert into ${table} (${names})
    select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(values)}::jsonb)
    ${also}
  `);
}
