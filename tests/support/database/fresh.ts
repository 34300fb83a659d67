import type { Sql } from "postgres";
import { inject } from "vitest";
import { openDatabase, openRaw, type DatabasePool } from "#db/client.server.ts";
import { onServer, withDatabase } from "./database.ts";
import { atFileEnd } from "#tests/support/file-end.ts";

/** Describes an empty, migrated database: `house` is the product's door, `raw` the administrator's, for looking and killing. */
export type Fresh = { url: string; house: DatabasePool; raw: Sql };
let open: Promise<Fresh> | null = null;

/** Returns the database of this worker, made from the template at first use and emptied at every call. Closed when the test file ends. */
export async function freshDatabase(): Promise<Fresh> {
  const fresh = await (open ??= begin());
  await fresh.raw.unsafe(emptied);
  return fresh;
}

async function begin(): Promise<Fresh> {
  const { url: server, template } = inject("databases");
  const name = `worker_${process.env.VITEST_POOL_ID ?? process.pid}`;
  const url = withDatabase(server, name);
  await onServer(server, `create database ${name} template ${template}`).catch((error: { code?: string }) => {
    if (error.code !== "42P04") throw error; // an earlier file of this worker made it
  });
  const fresh = { url, house: openDatabase(url, { poolSize: 10 }), raw: openRaw(url, { max: 3 }) };
  atFileEnd(() => {
    open = null;
    return Promise.all([fresh.house.close(), fresh.raw.end({ timeout: 5 })]);
  });
  return fresh;
}

/**
 * Only tables that hold something are emptied, row by row and without their triggers. A test leaves some hundreds of rows;
 * truncating gives every table and index a new file, and makes every prepared statement be planned anew.
 */
const emptied = `do $$
declare filled regclass;
begin
  set local session_replication_role = replica;
  for filled in
    select oid from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0
  loop
    execute format('delete from %s', filled);
  end loop;
  perform setval(c.oid, s.seqstart, false) from pg_sequence s join pg_class c on c.oid = s.seqrelid
    where c.relnamespace = 'public'::regnamespace;
end $$`;

let copies = 0;
/** Makes a copy of this worker's database as it is now; everybody who was connected is sent away first. */
export async function copyOf(url: string, copy = `copy_${process.pid}_${copies++}`): Promise<string> {
  const { url: server } = inject("databases");
  const name = new URL(url).pathname.slice(1);
  await onServer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await onServer(server, `create database ${copy} template ${name}`);
  return withDatabase(server, copy);
}
