import type { Readable } from "node:stream";
import type { Sql, TransactionSql } from "postgres";
import { openRaw } from "#db/client.server.ts";
import { readPastPolicies } from "./owner.server.ts";

/** Describes a table as it is copied: the columns that are written by somebody, in their order, and its name quoted where needed. */
type TableShape = { name: string; quoted: string; columns: string[] };
/** Describes a migration as the database remembers it: what was run (its hash), and which one that was (`when`, of the journal). */
export type RanMigration = { hash: string; when: number };
/** A sequence continues where it was. */
export type Sequence = { name: string; last: string; called: boolean };
/** Describes a file that a row names, what the row says of its content, and whether the row was removed. */
export type NamedFile = { key: string; sha256: string | null; removed: boolean };

/** Describes the database at one moment, whoever writes meanwhile. */
export type Moment = {
  major: number;
  migrations: RanMigration[];
  tables: TableShape[];
  /** Holds a name by which another connection can look at the same moment, as long as this one lasts. */
  snapshot: string;
  /** Holds the rows of one table in PostgreSQL's own text form, which every later and earlier version reads. One at a time. */
  rows: (table: TableShape) => Promise<Readable>;
  files: () => Promise<NamedFile[]>;
  /** Is read last: a counter is never behind the rows of the moment. */
  sequences: () => Promise<Sequence[]>;
};

/**
 * Reads the database of `url` at one moment, every row of every centre; `url` logs in as the owner of the tables.
 * Throws a sentence when it holds no Samenspel, or when rows would stay hidden.
 */
export async function atOneMoment<T>(url: string, work: (moment: Moment) => Promise<T>): Promise<T> {
  const sql = openRaw(url, { max: 1 });
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const done = sql.begin("isolation level repeatable read read only", async (tx) => {
    try {
      return await work(await momentOf(tx));
    } catch (error) {
      // A table that was read half would have to be read to its end before a rollback: the connection goes instead.
      fail(error as Error);
      throw error;
    }
  }) as Promise<T>;
  done.catch(() => {}); // told by `failed`
  try {
    return await Promise.race([done, failed]);
  } finally {
    await sql.end({ timeout: 0 });
  }
}

async function momentOf(tx: TransactionSql): Promise<Moment> {
  await setPlainTextForm(tx);
  const migrations = await ranMigrations(tx);
  if (migrations.length === 0) throw new Error("There is no Samenspel in this database.");
  await readPastPolicies(tx);
  const [now] = await tx.unsafe<{ snapshot: string; version: number }[]>(
    "select pg_export_snapshot() as snapshot, current_setting('server_version_num')::int as version",
  );
  const tables = await tableShapes(tx);
  return {
    major: Math.floor((now?.version ?? 0) / 10_000),
    migrations,
    tables,
    snapshot: now?.snapshot ?? "",
    rows: async (table) => flowing(await tx.unsafe(`copy ${headOf(table)} to stdout`).readable()),
    files: () => namedFiles(tx, tables),
    sequences: () => sequencesIn(tx),
  };
}

/**
 * The driver holds its line while a stream is full, and forgets to let go of it when the last rows came in the same
 * breath: whoever asks next would wait for ever. So the line is let go when the stream ends.
 */
const flowing = (stream: Readable) => stream.once("end", () => stream._read(0));

/** Settings on which the written form of a value depends, and no limit of time: a country takes minutes. */
export const setPlainTextForm = (tx: TransactionSql) =>
  tx.unsafe(
    [
      "set local timezone = 'UTC'",
      "set local datestyle = 'ISO, YMD'",
      "set local intervalstyle = 'postgres'",
      "set local extra_float_digits = 1",
      "set local bytea_output = 'hex'",
      "set local search_path = public",
      "set local statement_timeout = 0",
      "set local idle_in_transaction_session_timeout = 0",
    ].join("; "),
  );
/** Returns the table with its columns, as COPY and INSERT begin. */
export const headOf = ({ quoted, columns }: TableShape) => `${quoted} (${columns.join(", ")})`;

/** Lists what ran in this database, in order; nothing when it was never migrated. */
export async function ranMigrations(sql: Sql | TransactionSql): Promise<RanMigration[]> {
  const [journal] = await sql.unsafe("select to_regclass('drizzle.__drizzle_migrations') is not null as exists");
  if (!journal?.exists) return [];
  const rows = await sql.unsafe("select hash, created_at::text as at from drizzle.__drizzle_migrations order by id");
  return rows.map((row) => ({ hash: String(row.hash), when: Number(row.at) }));
}

/** Returns every table of the product. Generated columns are left out: the database writes them itself. */
export const tableShapes = (tx: TransactionSql): Promise<TableShape[]> =>
  tx.unsafe<TableShape[]>(
    `
      select
        c.relname::text as name,
        c.oid::regclass::text as quoted,
        json_agg(quote_ident(a.attname) order by a.attnum) as columns
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      group by c.oid
      order by c.relname
    `,
  );

/** A counter's place is not of any moment, but only ever goes forward. */
const sequencesIn = async (tx: TransactionSql): Promise<Sequence[]> => {
  const found = await tx.unsafe<{ name: string }[]>(
    "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1",
  );
  const sequences: Sequence[] = [];
  for (const { name } of found) {
    const [at] = await tx.unsafe(`select last_value::text as last, is_called as called from ${name}`);
    sequences.push({ name, last: String(at?.last), called: at?.called === true });
  }
  return sequences;
};

/** A row that points at a file says so in a column of this name, in whichever table. */
const keyColumn = "storage_key";
async function namedFiles(tx: TransactionSql, tables: readonly TableShape[]): Promise<NamedFile[]> {
  const found = new Map<string, NamedFile>();
  for (const { quoted } of tables.filter(({ columns }) => columns.includes(keyColumn)))
    for (const file of await tx.unsafe<NamedFile[]>(
      `
        select
          ${keyColumn} as key,
          min(to_jsonb(t)->>'sha256') as sha256,
          bool_and(to_jsonb(t)->>'removed_at' is not null) as removed
        from ${quoted} t
        where ${keyColumn} is not null
        group by 1
        order by 1
      `,
    ))
      found.set(file.key, { ...file, removed: file.removed && (found.get(file.key)?.removed ?? true) });
  return [...found.values()];
}
