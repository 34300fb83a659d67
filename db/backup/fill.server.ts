import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { TransactionSql } from "postgres";
import { openRaw } from "#db/client.server.ts";
import { lockKey } from "#db/migrate.server.ts";
import { stripTables, tablesIn, forcePoliciesAgain } from "./bare.server.ts";
import { endLinks, type Ended } from "./end-links.server.ts";
import {
  headOf,
  ranMigrations,
  setPlainTextForm,
  tableShapes,
  type RanMigration,
  type Sequence,
} from "./moment.server.ts";
import { readPastPolicies } from "./owner.server.ts";

/** Describes a table of a set: its columns as they were written, how many rows it has, and the rows themselves. */
type FilledTable = { name: string; columns: readonly string[]; rows: number; open: () => Promise<Readable> };
type Filling = {
  tables: readonly FilledTable[];
  sequences: readonly Sequence[];
  /** Letters of these kinds carry a link or code that logs in (`platform/mail/postman`). */
  secretLetters: readonly string[];
};

/** Tells what is there already, for whoever must not write over it: the migrations that ran, and a table that holds rows. */
export async function lookInto(url: string): Promise<{ migrations: RanMigration[]; filled: string | null }> {
  const sql = openRaw(url, { max: 1 });
  try {
    const migrations = await ranMigrations(sql);
    const filled = await sql.begin(async (tx) => {
      if (migrations.length > 0) await readPastPolicies(tx);
      return firstFilled(tx);
    });
    return { migrations, filled };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Fills the migrated, empty database of `url` with the tables of a set, in one transaction: all of it is there
 * afterwards, or nothing. Ends what may not live on (`endLinks`) before anybody can see it. `url` logs in as the owner.
 * Throws a sentence when there are rows after all, or when a table is not as the set says.
 */
export async function fillEmpty(url: string, { tables, sequences, secretLetters }: Filling): Promise<Ended> {
  const sql = openRaw(url, { max: 1 });
  try {
    return (await sql.begin(async (tx) => {
      await setPlainTextForm(tx);
      await tx.unsafe("set local lock_timeout = '10s'");
      await tx.unsafe("select pg_advisory_xact_lock($1)", [lockKey]); // a server that starts now waits with its migrations
      await sameTables(tx, tables);
      const bare = await stripTables(tx);
      const filled = await firstFilled(tx);
      if (filled) throw new Error(`The database holds rows already (in ${filled}), so nothing was restored.`);
      for (const table of await tablesIn(tx)) await tx.unsafe(`truncate ${table}`);
      for (const table of tables) await copyIn(tx, table);
      for (const { name, last, called } of sequences)
        await tx.unsafe("select setval(to_regclass($1), $2, $3)", [name, last, called]);
      const ended = await endLinks(tx, secretLetters);
      for (const statement of bare.again) await tx.unsafe(statement);
      await tx.unsafe("analyze");
      await forcePoliciesAgain(tx, bare);
      await tx.unsafe("set local synchronous_commit = on"); // what is told as restored is on the disk
      return ended;
    })) as Ended;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Lists what servers and commands wrote by themselves in a database that nobody used: when rounds ran, the code of
 * the first page, and that a back-up was made. Any other row somebody could miss.
 */
const ofSomebody: Readonly<Record<string, string>> = {
  background_runs: "false",
  tokens: "kind <> 'begin'",
  platform_events: "act <> 'backed_up'",
};
/** A table with at least one row that somebody could miss, if there is one, in the order of names. */
async function firstFilled(tx: TransactionSql): Promise<string | null> {
  for (const table of await tablesIn(tx))
    if ((await tx.unsafe(`select 1 from ${table} where ${ofSomebody[table] ?? "true"} limit 1`)).length > 0)
      return table;
  return null;
}

/** The same migrations make the same tables; a set that says otherwise was changed by hand. */
async function sameTables(tx: TransactionSql, tables: readonly FilledTable[]) {
  const said = (shapes: readonly { name: string; columns: readonly string[] }[]) =>
    shapes.map(({ name, columns }) => `${name} (${columns.join(", ")})`).sort();
  const there = said(await tableShapes(tx));
  const wrong = said(tables).find((shape, at) => shape !== there[at]);
  if (wrong !== undefined || there.length !== tables.length)
    throw new Error(`The tables of the database are not those of the back-up (${wrong ?? "one is missing"}).`);
}

async function copyIn(tx: TransactionSql, { name, columns, rows, open }: FilledTable) {
  const head = headOf({ name, quoted: `"${name}"`, columns: [...columns] });
  const query = tx.unsafe(`copy ${head} from stdin with (freeze)`);
  // The driver forgets a copy that fails after its last row was sent: its stream never finishes. So the query is watched.
  const failed = new Promise<never>((_, reject) => {
    const seen = query as unknown as { reject: (error: unknown) => void };
    const { reject: original } = seen;
    seen.reject = (error) => {
      reject(error as Error);
      original(error);
    };
  });
  failed.catch(() => {});
  const into = await query.writable();
  await Promise.race([pipeline(await open(), into), failed]);
  const [counted] = await tx.unsafe(`select count(*)::int as n from "${name}"`);
  if (counted?.n !== rows) throw new Error(`The table ${name} has ${counted?.n} rows, and the back-up says ${rows}.`);
}
