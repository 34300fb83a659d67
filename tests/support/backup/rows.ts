import type { Sql, TransactionSql } from "postgres";

export type Rows = Map<string, Record<string, unknown>[]>;

/**
 * Returns every row of every table, as PostgreSQL writes it in JSON, in an order that does not depend on where it
 * lies. Without what the database makes of other columns by its dictionaries: those differ between versions of
 * PostgreSQL.
 */
export async function allRows(sql: Sql | TransactionSql): Promise<Rows> {
  const tables = await sql.unsafe<{ name: string; columns: string }[]>(`
    select c.oid::regclass::text as name,
      string_agg(quote_ident(a.attname), ', ' order by a.attname) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.atttypid <> 'tsvector'::regtype
    group by c.oid order by 1`);
  const rows: Rows = new Map();
  for (const { name, columns } of tables) {
    const found = await sql.unsafe<{ row: string }[]>(
      `select row_to_json(t)::text as row from (select ${columns} from ${name}) t`,
    );
    rows.set(
      name,
      found
        .map(({ row }) => row)
        .sort()
        .map((row) => JSON.parse(row) as Record<string, unknown>),
    );
  }
  return rows;
}

/** Lists what a restore changes on purpose, table by table: a row as it must be afterwards, or null when it must be gone. */
const changes: Record<string, (row: Record<string, unknown>) => Record<string, unknown> | null> = {
  sessions: () => null,
  tokens: (row) => (row.used_at === null ? null : row),
  intake_drafts: (row) => ({ ...row, key_hash: `ended ${String(row.id)}` }),
  account_letters: (row) => (row.sent_at === null && isSecret(row) ? withheld(row) : row),
  outbox: (row) =>
    row.sent_at !== null ? row : isSecret(row) ? withheld(row) : { ...row, data: withoutPath(row.data as object) },
};
const isSecret = ({ kind }: Record<string, unknown>) =>
  ["code", "link", "confirm_address", "reset_password", "invitation", "draft_link", "draft_confirm"].includes(
    String(kind),
  );
const withheld = (row: Record<string, unknown>) => ({
  ...row,
  data: {},
  dead_at: row.dead_at ?? row.due_at,
  leased_until: null,
  last_error: "withheld:restored",
});
const withoutPath = (data: object) => Object.fromEntries(Object.entries(data).filter(([name]) => name !== "path"));

/** Returns the rows as they must be after a restore. A catalogue counts by the transactions of its own database, so that is left out. */
export const asRestored = (rows: Rows): Rows =>
  new Map(
    [...rows].map(([table, all]) => [
      table,
      all.map(changes[table] ?? ((row) => row)).flatMap((row) => (row ? [uncounted(table, row)] : [])),
    ]),
  );
/** Returns a row without what the counting of the catalogues writes by itself, so that two databases can be compared. */
export const uncounted = (table: string, row: Record<string, unknown>) =>
  table.startsWith("catalogue") ? { ...row, changed: null } : row;
