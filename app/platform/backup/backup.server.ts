import { Readable } from "node:stream";
import { atOneMoment, type Moment, type NamedFile } from "#db/backup/moment.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { FileStore } from "#app/platform/files/receive.server.ts";
import { form, type Manifest } from "./manifest.ts";
import { sealFor, type Lock } from "./seal.server.ts";
import { beginSet, type Writing } from "./writing.server.ts";

/** Tells where from, where to, and how it is locked. `owner` logs in as the owner of the tables. */
type BackingUp = {
  owner: string;
  store: Pick<FileStore, "open">;
  folder: string;
  version: string;
  now: () => Date;
  lock?: Lock;
  /** Called once the moment of the set stands, before anything is read, with its name (`Moment.snapshot`). */
  stands?: (snapshot: string) => Promise<void>;
};
/** Holds what was made of it: what the set says of itself, and the files it could not hold whole. */
type Made = Manifest & { rows: number };

/**
 * Makes one set of the database and its files, while others write: every table at the same moment, then each file that
 * a row of that moment names (a stored file never changes). A file that went away meanwhile is told, not a reason to
 * stop. The set gets its name when all of it is on the disk. Throws a sentence, and leaves nothing.
 */
export async function backUp(from: BackingUp): Promise<Made> {
  const seal = await sealFor(from.lock ?? {});
  const madeAt = from.now().toISOString();
  const writing = await beginSet(from.folder, seal);
  try {
    const { files, ...database } = await atOneMoment(from.owner, (moment) => writeTables(moment, writing, from));
    const copied = await writeFiles(files, writing, from.store);
    const manifest: Manifest = {
      product: "samenspel",
      form,
      version: from.version,
      madeAt,
      encrypted: seal.kind,
      ...database,
      ...copied,
    };
    await writing.finish(manifest);
    return { ...manifest, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0) };
  } catch (error) {
    await writing.abandon();
    throw error;
  }
}

async function writeTables(moment: Moment, writing: Writing, { stands }: BackingUp) {
  await stands?.(moment.snapshot);
  const tables: Manifest["tables"] = [];
  for (const table of moment.tables)
    tables.push({
      name: table.name,
      columns: table.columns,
      rows: await writing.table(table.name, await moment.rows(table)),
    });
  return {
    postgres: moment.major,
    migrations: moment.migrations,
    tables,
    files: await moment.files(),
    sequences: await moment.sequences(),
  };
}

/** Copies the files; answers which are in the set, which living ones are not in the store, and which are not as they were. */
async function writeFiles(named: readonly NamedFile[], writing: Writing, store: BackingUp["store"]) {
  const files: string[] = [];
  const missing: string[] = [];
  const changed: string[] = [];
  for (const { key, sha256, removed } of named) {
    const content = await store.open(key).catch(gone);
    if (content) {
      files.push(key);
      const found = await writing.file(key, Readable.fromWeb(content as never));
      if (sha256 !== null && found !== sha256) changed.push(key);
    } else if (!removed) missing.push(key); // what was removed long ago has no bytes any more
  }
  return { files, missing, changed };
}
const gone = (error: unknown): null => {
  if (error instanceof Refusal && error.why === "not_found") return null;
  throw error;
};
