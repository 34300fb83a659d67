import { randomUUID } from "node:crypto";
import type { Ended } from "#db/backup/end-links.server.ts";
import { fillEmpty, lookInto } from "#db/backup/fill.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { knownMigrations, migrate } from "#db/migrate.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { countAnew } from "#app/services/market/catalogue.server.ts";
import { verifyLog, type LogFound } from "#app/services/log/verify.server.ts";
import type { FileStore } from "#app/platform/files/receive.server.ts";
import { secretLetters } from "#app/domain/letters/kinds.ts";
import type { Manifest } from "./manifest.ts";
import type { WholeSet } from "./reading.server.ts";

/**
 * Tells where a set goes: `owner` logs in as the owner of the tables, `url` as the server will, `login` is that user
 * when it is another. `folder` holds the migrations of this release.
 */
type Target = {
  owner: string;
  url: string;
  login?: string | undefined;
  store: Pick<FileStore, "putBack" | "list">;
  now: () => Date;
  folder?: string;
};
/** Tells what was done: rows and files put back, what was ended, rows of catalogues counted anew, and what the log says. */
type Restored = { rows: number; files: number; ended: Ended; catalogues: number; log: LogFound };

/** All rows and files of a set are in, and what comes after them failed: the same restore cannot be tried again. */
export class Unfinished extends Error {}

/**
 * Puts a set that was looked through (`openSet`) into an empty database and an empty store, at the version of the set,
 * and brings it to the version of this release. Sessions and open links are ended before anybody can see the rows; the
 * catalogues of the marketplace count on with the transactions of this database; every log is verified. Refuses with a
 * sentence a set of a newer release, and a target that holds something. After a failure the same restore may be tried
 * again, unless it is `Unfinished`: then its sentence says what ends it.
 */
export async function restore(set: WholeSet, target: Target): Promise<Restored> {
  const { manifest } = set;
  const steps = stepsOf(manifest, knownMigrations(target.folder));
  await refuseFilled(manifest, target);
  await migrate(target.owner, { ...migrating(target), steps });
  for (const key of manifest.files) await target.store.putBack(key, await set.file(key));
  const ended = await fillEmpty(target.owner, {
    tables: manifest.tables.map((table) => ({ ...table, open: () => set.rows(table.name) })),
    sequences: manifest.sequences,
    secretLetters,
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  try {
    await migrate(target.owner, migrating(target));
    return { rows, files: manifest.files.length, ended, ...(await lookAfter(target)) };
  } catch (error) {
    throw unfinished(error);
  }
}
/** A server that starts counts the catalogues as well (`platform/runtime/background`). */
function unfinished(error: unknown): Unfinished {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  const why = cause instanceof Error ? `${message.trim()} (${cause.message})` : message;
  return new Unfinished(
    `All rows and files are in. What comes after them failed: ${why}\n` +
      "Do not restore again. Mend what is said here, then: npm run db:migrate, npm run verify-log, and start the server.",
    { cause: error },
  );
}
const migrating = ({ login, folder }: Target) => ({ login, ...(folder ? { folder } : {}) });

/** Says how many migrations the set has had; they must be the first ones of this release. */
function stepsOf({ migrations, version }: Manifest, known: readonly string[]): number {
  if (migrations.every(({ hash }, at) => hash === known[at])) return migrations.length;
  const newer = known.every((hash, at) => hash === migrations[at]?.hash);
  throw new Error(
    newer
      ? `This back-up was made by a newer Samenspel (${version}): its database has changes that this one does not know. ` +
          "Put that version in place, and restore with it. Nothing was restored."
      : "This back-up was made by another Samenspel, whose database this one cannot read. Nothing was restored.",
  );
}

/** Nothing is written over: an empty database, of this set's version or without tables, and no file of anybody else. */
async function refuseFilled({ migrations, files }: Manifest, { owner, store }: Target) {
  const there = await lookInto(owner);
  if (there.filled)
    throw new Error(
      `The database holds rows already (in ${there.filled}), so nothing was restored. Restore into an empty one.`,
    );
  if (there.migrations.length > 0 && there.migrations.map(hashOf).join() !== migrations.map(hashOf).join())
    throw new Error(
      "The database has the tables of another version than the back-up, so nothing was restored. " +
        "Restore into a database without tables.",
    );
  const ours = new Set(files);
  for await (const { key } of store.list())
    if (!ours.has(key))
      throw new Error(
        `There are files already (${key}), so nothing was restored. Restore into an empty DATA_DIR or bucket.`,
      );
}
const hashOf = ({ hash }: { hash: string }) => hash;

/** It looks as the product itself does, within the row policies, so that a restore without them is found out. */
async function lookAfter({ url, now }: Target) {
  const database = openDatabase(url, { poolSize: 2 });
  try {
    const systemContext = await systemContextEverywhere({ transact: database.transact, now, newId: randomUUID });
    return { catalogues: await countAnew(systemContext), log: await verifyLog(systemContext) };
  } finally {
    await database.close();
  }
}
