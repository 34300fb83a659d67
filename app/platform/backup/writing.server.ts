import { createHash } from "node:crypto";
import { lstat, mkdir, mkdtemp, open, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { filePart, keyPart, manifestPart, sumsPart, tablePart, type Manifest } from "./manifest.ts";
import type { Seal } from "./seal.server.ts";

/** Describes a set that is being written. Until `finish` it has another name, and no manifest. */
export type Writing = {
  /** Writes the rows of a table; answers how many there were. */
  table: (name: string, rows: Readable) => Promise<number>;
  /** Writes a stored file; answers the sha-256 of its content. */
  file: (key: string, content: Readable) => Promise<string>;
  finish: (manifest: Manifest) => Promise<void>;
  abandon: () => Promise<void>;
};
const unfinished = ".unfinished-";

/**
 * Begins a set that will be `folder`. It is written beside that place and gets its name when every part is on the disk:
 * what was cut short is never taken for a back-up. Throws a sentence when there is something in `folder` already.
 */
export async function beginSet(folder: string, seal: Seal): Promise<Writing> {
  const target = resolve(folder);
  await refuseFilled(target);
  await mkdir(dirname(target), { recursive: true });
  const place = await mkdtemp(`${target}${unfinished}`); // open to its owner alone
  const sums = new Map<string, string>();
  const part = async (name: string, source: Readable) => {
    await mkdir(dirname(join(place, name)), { recursive: true, mode: 0o700 });
    sums.set(name, await toDisk(join(place, name), source));
  };
  return {
    table: async (name, rows) => {
      const lines = counted();
      const packed = createGzip({ level: 1 });
      await Promise.all([
        pipeline(rows, lines.stream, packed),
        seal.lock(packed).then((locked) => part(tablePart({ encrypted: seal.kind }, name), locked)),
      ]);
      return lines.seen();
    },
    file: async (key, content) => {
      const hash = hashing();
      await Promise.all([
        pipeline(content, hash.stream),
        seal.lock(hash.stream).then((locked) => part(filePart({ encrypted: seal.kind }, key), locked)),
      ]);
      return hash.digest();
    },
    finish: async (manifest) => {
      if (seal.key) await part(keyPart, Readable.from([seal.key]));
      await part(manifestPart, Readable.from([Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]));
      await toDisk(join(place, sumsPart), Readable.from([Buffer.from(sumsText(sums))]));
      await syncFolders(place);
      await renameTo(place, target);
      await syncFolder(dirname(target));
    },
    abandon: () => rm(place, { recursive: true, force: true }),
  };
}

/** Sets that were begun beside `folder` and never finished: what a killed back-up left. */
export async function leftBehind(folder: string): Promise<string[]> {
  const target = resolve(folder);
  const names = await readdir(dirname(target)).catch(() => []);
  return names.filter((name) => name.startsWith(basename(target) + unfinished)).map((n) => join(dirname(target), n));
}

/** Returns the list of checksums, with one of itself: a damaged list is told from a damaged part. */
function sumsText(sums: ReadonlyMap<string, string>): string {
  const lines = [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join("");
  return `${lines}# ${createHash("sha256").update(lines).digest("hex")}\n`;
}

async function refuseFilled(target: string) {
  const found = await lstat(target).catch(() => null);
  if (found && !(found.isDirectory() && (await readdir(target)).length === 0))
    throw new Error(`There is something in ${target} already, so nothing was backed up. Name a new folder.`);
}
async function renameTo(place: string, target: string) {
  await refuseFilled(target); // somebody may have come in between
  await rm(target, { recursive: true, force: true });
  await rename(place, target);
}
async function toDisk(path: string, source: Readable): Promise<string> {
  const file = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  try {
    for await (const piece of source as AsyncIterable<Uint8Array>) {
      hash.update(piece);
      await writeAll(file, piece);
    }
    await file.sync();
    return hash.digest("hex");
  } finally {
    await file.close();
  }
}
async function writeAll(file: FileHandle, piece: Uint8Array) {
  for (let done = 0; done < piece.length; ) done += (await file.write(piece, done)).bytesWritten;
}
async function syncFolders(place: string): Promise<void> {
  for (const entry of await readdir(place, { withFileTypes: true }))
    if (entry.isDirectory()) await syncFolders(join(place, entry.name));
  await syncFolder(place);
}
async function syncFolder(path: string) {
  if (process.platform === "win32") return; // a folder cannot be opened there
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}
/** PostgreSQL writes a row a line; a line break within a value is written as two other characters. */
function counted() {
  let lines = 0;
  const stream = new Transform({
    transform(piece: Buffer, _, next) {
      for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines++;
      next(null, piece);
    },
  });
  return { stream, seen: () => lines };
}
function hashing() {
  const hash = createHash("sha256");
  const stream = new Transform({
    transform(piece: Buffer, _, next) {
      hash.update(piece);
      next(null, piece);
    },
  });
  return { stream, digest: () => hash.digest("hex") };
}
