import type { Sql } from "postgres";

/** Describes every row of a database as it was, to be put back into the same one after it was emptied. */
export type Snapshot = { tables: { put: string; rows: string }[]; sequences: { name: string; last: string }[] };
type Table = { name: string; columns: string[]; moments: string[] };

/** Reads every row. A row travels as the text PostgreSQL itself writes of it, so that nothing of it is lost on the way. */
export async function snapshotOf(raw: Sql): Promise<Snapshot> {
  const tables = await raw<Table[]>`
    select c.oid::regclass::text as name,
      to_json(array_agg(quote_ident(a.attname))) as columns,
      to_json(array_agg(quote_ident(a.attname)) filter (where pg_get_expr(d.adbin, c.oid) ~ 'xact_id')) as moments
    from pg_class c join pg_attribute a on a.attrelid = c.oid
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.oid`;
  const filled: Snapshot["tables"] = [];
  for (const table of tables) {
    const rows = await raw.unsafe<{ row: string }[]>(`select t::text as row from ${table.name} t`);
    if (rows.length > 0) filled.push({ put: putting(table), rows: JSON.stringify(rows.map(({ row }) => row)) });
  }
  const sequences = await raw<Snapshot["sequences"]>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
    from pg_sequences where schemaname = 'public' and last_value is not null`;
  return { tables: filled, sequences: [...sequences] };
}

/** What says in which transaction a row changed is left to its default: a reader who asks what is new must find it. */
function putting({ name, columns, moments }: Table): string {
  const own = columns.filter((column) => !moments?.includes(column));
  return `
    insert into ${name} (${own.join()}) overriding system value
    select ${own.map((column) => `(kept.one).${column}`).join()} from json_array_elements_text($1::text::json) as texts (text),
      lateral (select text::${name} as one offset 0) as kept`;
}

/** Puts the rows back, without what triggers would do a second time. */
export const putBack = (raw: Sql, { tables, sequences }: Snapshot) =>
  raw.begin(async (tx) => {
    await tx.unsafe("set local session_replication_role = replica");
    await Promise.all([
      ...tables.map(({ put, rows }) => tx.unsafe(put, [rows])),
      ...sequences.map(({ name, last }) => tx`select setval(${name}, ${last}::bigint)`),
    ]);
  });
