import { once } from "node:events";
import { setImmediate as breath } from "node:timers/promises";
import type { TransactionSql } from "postgres";
import { stripTables, tablesIn, forcePoliciesAgain, type Bare } from "#db/backup/bare.server.ts";
import { openRaw } from "#db/client.server.ts";
import type { Sink } from "./sheet.ts";

/**
 * Counts the characters of one table before they are sent, and how many such parcels may wait. Large, because the end of
 * each costs the wait for an acknowledgement.
 */
const parcel = 6_000_000;
const waiting = 2;

/**
 * Takes text for tables and sends it in parcels; `room` waits until there is place for more, `done` until all of it is
 * in.
 */
type Press = { sink: Sink; room: () => Promise<void>; done: () => Promise<void> };
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
      await forcePoliciesAgain(tx, bare);
      return made;
    })) as T;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Removes indexes, references and row policies, and what is left in tables without rows. */
async function strip(tx: TransactionSql): Promise<Bare> {
  const empty = await tx.unsafe("select 1 from people limit 1");
  if (empty.length) throw new Error("There are people in this database already, so nothing was filled.");
  const bare = await stripTables(tx);
  for (const table of await tablesIn(tx))
    if ((await tx.unsafe(`select 1 from ${table} limit 1`)).length === 0) await tx.unsafe(`truncate ${table}`);
  return bare;
}
