import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { openDatabase, openRaw } from "#db/client.server.ts";
import { onServer, withDatabase } from "./database.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { copyOf, freshDatabase, type Fresh } from "./fresh.ts";

/**
 * Makes a slow beginning that several test files have in common: made by the first that asks for it, in a run, and
 * copied for all. `make` fills an empty database, or the one that `from` opens, and answers what must be known of it,
 * as JSON. Every call of `copy` is a database of its own.
 */
export async function shared<T>(
  name: string,
  make: (fresh: Fresh) => Promise<T>,
  from: () => Promise<Fresh> = freshDatabase,
): Promise<{ known: T; copy: () => Promise<Fresh> }> {
  const { url: server, folder } = inject("databases");
  const file = join(folder, `${name}.json`);
  const line = openRaw(server, { max: 1 });
  try {
    await line`select pg_advisory_lock(hashtext(${name}))`;
    if (!existsSync(file)) {
      const fresh = await from();
      const known = JSON.stringify(await make(fresh));
      // As where it would be at work: what was written over is gone, and the planner knows how much there is of everything.
      await fresh.raw.unsafe("vacuum analyze");
      await copyOf(fresh.url, name);
      writeFileSync(file, known);
    }
  } finally {
    await line.end({ timeout: 5 });
  }
  return { known: JSON.parse(readFileSync(file, "utf8")) as T, copy: () => opened(name) };
}

let copies = 0;
async function opened(name: string): Promise<Fresh> {
  const { url: server } = inject("databases");
  const own = `${name}_${process.pid}_${copies++}`;
  await onServer(server, `create database ${own} template ${name}`);
  const url = withDatabase(server, own);
  const copy = { url, house: openDatabase(url, { poolSize: 10 }), raw: openRaw(url, { max: 3 }) };
  atFileEnd(async () => {
    await Promise.all([copy.house.close(), copy.raw.end({ timeout: 5 })]);
    await onServer(server, `drop database ${own} with (force)`);
  });
  return copy;
}
