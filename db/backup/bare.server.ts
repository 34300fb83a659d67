import type { TransactionSql } from "postgres";

/**
 * These statements put back what was taken away: indexes and references first, and row policies once nothing more is
 * written.
 */
export type Bare = { again: string[]; forced: string[] };

/**
 * Takes away what makes single rows slow, or refuses a table before the one it refers to, and answers how to put it
 * back. What is put back is checked against every row. Row policies wait too: they would also bind the owner, who may
 * not COPY past them. Only for a transaction that puts everything back: nobody else ever sees the tables without row policies.
 */
export async function stripTables(tx: TransactionSql): Promise<Bare> {
  await tx.unsafe(
    [
      "set local timezone = 'UTC'",
      "set local synchronous_commit = off",
      "set local maintenance_work_mem = '384MB'",
      "set local work_mem = '128MB'",
      "set local max_parallel_maintenance_workers = 2",
    ].join("; "),
  );
  if (await packsFast(tx)) await tx.unsafe("set local default_toast_compression = 'lz4'");
  const forced = await forcedTables(tx);
  const rules = await rulesOf(tx);
  const indexes = await indexesOf(tx);
  const triggered = await triggeredTables(tx);
  for (const table of triggered) await tx.unsafe(`alter table ${table} disable trigger user`);
  for (const table of forced) await tx.unsafe(`alter table ${table} no force row level security`);
  for (const { on, name } of [...rules].reverse()) await tx.unsafe(`alter table ${on} drop constraint ${name}`);
  for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
  const put = (kind: boolean) =>
    rules
      .filter(({ type }) => (type === "f") === kind)
      .map(({ on, name, rule }) => `alter table ${on} add constraint ${name} ${rule}`);
  const awake = triggered.map((table) => `alter table ${table} enable trigger user`);
  return { forced, again: [...put(false), ...indexes.map(({ made }) => made), ...put(true), ...awake] };
}

/** Forces row policies again; it is the last statement before such a transaction commits. */
export async function forcePoliciesAgain(tx: TransactionSql, { forced }: Bare): Promise<void> {
  for (const table of forced) await tx.unsafe(`alter table ${table} force row level security`);
}

/** Every table of the product, quoted where that is needed, in the order of their names. */
export const tablesIn = async (tx: TransactionSql): Promise<string[]> =>
  (
    await names(
      tx,
      "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    )
  ).sort();
const forcedTables = (tx: TransactionSql) =>
  names(
    tx,
    `
      select oid::regclass::text as name
      from pg_class
      where relnamespace = 'public'::regnamespace and relforcerowsecurity
    `,
  );
const triggeredTables = (tx: TransactionSql) =>
  names(
    tx,
    `
      select distinct tgrelid::regclass::text as name
      from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
    `,
  );
const rulesOf = (tx: TransactionSql) =>
  tx.unsafe<{ on: string; name: string; type: string; rule: string }[]>(
    `
      select
        conrelid::regclass::text as on,
        quote_ident(conname) as name,
        contype as type,
        pg_get_constraintdef(oid) as rule
      from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('f', 'u', 'p')
      order by (contype = 'f'), conrelid::regclass::text, conname
    `,
  );
const indexesOf = (tx: TransactionSql) =>
  tx.unsafe<{ name: string; made: string }[]>(
    `
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace
        and not exists (select from pg_constraint where conindid = i.indexrelid)
      order by 1
    `,
  );
const names = async (tx: TransactionSql, query: string) =>
  (await tx.unsafe<{ name: string }[]>(query)).map(({ name }) => name);
const packsFast = async (tx: TransactionSql) =>
  (await tx.unsafe("select 1 from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)"))
    .length > 0;
