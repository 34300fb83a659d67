import { once } from "node:events";
import { setImmediate as breath } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";
import { openRaw } from "#db/client.server.ts";
import type { Sink } from "./sheet.ts";

/**
 * Characters of one table before they are sent, and how many such parcels may wait. Large, because the end of each
 * costs the wait for an acknowledgement.
 */
const parcel = 6_000_000;
const waiting = 2;

/**
 * Takes text for tables and sends it in parcels; `room` waits until there is place for more, `done` until all of it is
 * in.
 */
export type Press = { sink: Sink; room: () => Promise<void>; done: () => Promise<void> };
function pressOn(tx: TransactionSql): Press {
  const open = new Map<string, string[]>();
  const sizes = new Map<string, number>();
  const queue: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  const send = (head: string) => {
    const text = (open.get(head) ?? []).join("");
    open.delete(head);
    sizes.delete(head);
    last = last.then(() => copyIn(tx, head, text));
    last.catch(() => {});
    queue.push(last);
  };
  return {
    sink: (head, text) => {
      const list = open.get(head) ?? [];
      list.push(text);
      open.set(head, list);
      const size = (sizes.get(head) ?? 0) + text.length;
      sizes.set(head, size);
      if (size > parcel) send(head);
    },
    room: async () => {
      await breath(); // lets the connection send while the next rows are being written
      while (queue.length > waiting) await queue.shift();
    },
    done: async () => {
      for (const head of [...open.keys()]) send(head);
      await last;
    },
  };
}
async function copyIn(tx: TransactionSql, head: string, text: string): Promise<void> {
  const stream = await tx.unsafe(`copy ${head} from stdin with (freeze)`).writable();
  stream.end(text);
  await once(stream, "finish");
}

/**
 * Fills empty tables in one transaction: without indexes and foreign keys while the rows come in, and with all of them
 * again before it is kept, so that the database itself has checked every row. `work` gets the press; `judged` may still
 * refuse the whole.
 */
export async function loadAll<T>(
  url: string,
  work: (press: Press) => Promise<T>,
  judged: (tx: TransactionSql, made: T) => Promise<void>,
  said: (line: string) => void,
): Promise<T> {
  const sql = openRaw(url, { max: 1 });
  try {
    return (await sql.begin(async (tx) => {
      const bare = await strip(tx);
      const press = pressOn(tx);
      const made = await work(press);
      await press.done();
      said("Building indexes and checking every reference …");
      for (const statement of bare.again) await tx.unsafe(statement);
      await tx.unsafe("analyze");
      await judged(tx, made);
      for (const table of bare.walls) await tx.unsafe(`alter table ${table} force row level security`);
      return made;
    })) as T;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Takes away what makes single rows slow, and answers how to put it back. Row policies wait too: they would also bind
 * the owner, who may not COPY past them.
 */
async function strip(tx: TransactionSql): Promise<{ again: string[]; walls: string[] }> {
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
  const tables = (
    await names(
      tx,
      "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    )
  ).sort();
  const empty = await tx.unsafe("select 1 from people limit 1");
  if (empty.length) throw new Error("There are people in this database already, so nothing was filled.");
  const walls = await names(
    tx,
    `
      select oid::regclass::text as name
      from pg_class
      where relnamespace = 'public'::regnamespace and relforcerowsecurity
    `,
  );
  const rules = await tx.unsafe<{ on: string; name: string; type: string; rule: string }[]>(
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
  const indexes = await tx.unsafe<{ name: string; made: string }[]>(
    `
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace
        and not exists (select from pg_constraint where conindid = i.indexrelid)
      order by 1
    `,
  );
  for (const table of walls) await tx.unsafe(`alter table ${table} no force row level security`);
  for (const { on, name } of [...rules].reverse()) await tx.unsafe(`alter table ${on} drop constraint ${name}`);
  for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
  for (const table of tables)
    if ((await tx.unsafe(`select 1 from ${table} limit 1`)).length === 0) await tx.unsafe(`truncate ${table}`);
  const put = (kind: boolean) =>
    rules
      .filter(({ type }) => (type === "f") === kind)
      .map(({ on, name, rule }) => `alter table ${on} add constraint ${name} ${rule}`);
  return { walls, again: [...put(false), ...indexes.map(({ made }) => made), ...put(true)] };
}
const names = async (tx: TransactionSql, query: string) =>
  (await tx.unsafe<{ name: string }[]>(query)).map(({ name }) => name);
const packsFast = async (tx: TransactionSql | Sql) =>
  (await tx.unsafe("select 1 from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)"))
    .length > 0;
