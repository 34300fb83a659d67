import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, stat, unlink, type FileHandle } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { Refusal, refuse, refuseFields, type FieldErrorCode } from "#app/domain/refusal.ts";
import { contentFindings, type ContentScanKind } from "#app/domain/delivery/content-scan.ts";
import { largestFile, type StoredFile } from "#app/domain/files/stored-file.ts";
import { Broken, Bytes } from "./bytes.ts";
import { headLength, kindOf } from "./kinds.ts";
import { plainName } from "./name.ts";
/** `field` is the form field the file came in; `limit` is in bytes. */
type Incoming = { name: string; field?: string; limit?: number };
/** Tells where files lie: on the disk (`openFiles`) or in a bucket (`bucketStore`). Keys are flat, files never change. */
export type FileStore = {
  /**
   * Keeps what comes in, cleaned of hidden metadata. Refuses `file_too_large`, `file_type` or `file_empty` beside the
   * field, and then keeps nothing.
   */
  receive: (stream: AsyncIterable<Uint8Array>, incoming: Incoming) => Promise<StoredFile>;
  /** Keeps a file as it is under the key it had before: for a restore alone, since nothing is looked at. */
  putBack: (key: string, content: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Gives the bytes of one file; refuses `not_found`. */
  open: (key: string) => Promise<ReadableStream<Uint8Array>>;
  remove: (key: string) => Promise<void>;
  list: () => AsyncIterable<{ key: string; at: Date }>;
  /** Clears what uploads begun before this moment left behind. */
  sweep: (before: Date) => Promise<void>;
  /** Answers true when a file can be kept now, apart from the room on this machine's disk (`platform/http/health/health`). */
  takes: () => Promise<boolean>;
};
/** Nothing the scan looks for is longer. */
const longest = 128;
/** Counts bytes that are hashed, scanned and written at once; content in crumbs costs no more than content in one piece. */
const portion = 65_536;
/** Says how a key looks: nothing else in a folder or bucket is a file of ours. */
export const keyForm = /^[0-9a-f]{40}$/;

/** Returns the disk driver: `folder/ab/<key>`, and `folder/coming` for what is still on its way. */
export function openFiles(folder: string): FileStore {
  const coming = join(folder, "coming");
  const moveIntoPlace = async (temporary: string, key: string) => {
    await mkdir(join(folder, key.slice(0, 2)), { recursive: true, mode: 0o700 });
    await rename(temporary, place(key));
    await syncFolder(join(folder, key.slice(0, 2)));
  };
  const place = (key: string) => (keyForm.test(key) ? join(folder, key.slice(0, 2), key) : refuse("not_found"));
  return {
    receive: async (stream, incoming) => {
      const key = randomBytes(20).toString("hex");
      const temporary = join(coming, key);
      try {
        await mkdir(coming, { recursive: true, mode: 0o700 });
        const written = await write(temporary, stream, incoming);
        await moveIntoPlace(temporary, key);
        return { key, name: plainName(incoming.name), ...written };
      } catch (error) {
        for (const path of [temporary, place(key)]) await unlink(path).catch(() => {}); // whatever there was, nothing stays
        throw isNoRoom(error) ? notStored(incoming) : error;
      }
    },
    putBack: async (key, content) => {
      await mkdir(coming, { recursive: true, mode: 0o700 });
      const temporary = join(coming, basename(place(key)));
      await unlink(temporary).catch(ignoreMissing); // of a restore that was cut short
      await toDisk(temporary, asBuffers(content), false);
      await moveIntoPlace(temporary, key);
    },
    open: async (key) => {
      const file = await open(place(key)).catch((error) =>
        isMissing(error) ? refuse("not_found") : Promise.reject(error),
      );
      return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
    },
    remove: (key) => unlink(place(key)).catch(ignoreMissing),
    list: () => storedIn(folder),
    sweep: async (before) => {
      for (const name of await namesIn(coming))
        if ((await modified(join(coming, name))) < before) await unlink(join(coming, name)).catch(ignoreMissing);
    },
    takes: () => Promise.resolve(true),
  };
}

/** The disk takes nothing more: full, over a quota, too large for it, read-only, or broken. */
const isNoRoom = (error: unknown) =>
  /^(ENOSPC|EDQUOT|EFBIG|EROFS|EIO|ENFILE|EMFILE)$/.test(String((error as NodeJS.ErrnoException | null)?.code));
/** Returns the refusal beside the field for a file that could not be kept, through no fault of the sender. */
export const notStored = ({ field = "files" }: Incoming) =>
  new Refusal("invalid", [], { [field]: { code: "file_not_kept" } });

/** Everything is on the disk, whole and synced, or gone. */
async function write(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  { name, field = "files", limit = largestFile }: Incoming,
) {
  const no = (code: FieldErrorCode): never =>
    refuseFields({ [field]: code === "file_too_large" ? { code, limit } : { code } });
  const kind = kindOf(plainName(name));
  const bytes = new Bytes(counted(stream, limit, () => no("file_too_large")));
  try {
    const head = await bytes.peek(headLength);
    if (head.length === 0) no("file_empty");
    if (!kind?.begins(head.length < 32 ? Buffer.concat([head, Buffer.alloc(32)]) : head)) throw new Broken();
    const written = await toDisk(path, kind.clean(bytes), kind.type.startsWith("text/"));
    await bytes.drain();
    return { ...written, type: kind.type };
  } catch (error) {
    if (error instanceof Broken) return no("file_type");
    throw error;
  } finally {
    await bytes.close();
  }
}
async function toDisk(path: string, pieces: AsyncIterable<Buffer>, readable: boolean) {
  const file = await open(path, "wx", 0o600);
  try {
    const written = await copy(pieces, file, readable);
    await file.sync();
    return written;
  } catch (error) {
    await unlink(path);
    throw error;
  } finally {
    await file.close();
  }
}
async function copy(pieces: AsyncIterable<Buffer>, file: FileHandle, readable: boolean) {
  const hash = createHash("sha256");
  const findings = new Set<ContentScanKind>();
  let size = 0;
  let edge = "";
  for await (const piece of inPortions(pieces)) {
    hash.update(piece);
    if (readable) {
      const text = edge + piece.toString("latin1").replaceAll("\0", "");
      for (const kind of contentFindings(text)) findings.add(kind);
      edge = text.slice(-longest); // what began here may end in the next piece
    }
    size += piece.length;
    for (let done = 0; done < piece.length; ) done += (await file.write(piece, done)).bytesWritten;
  }
  return { size, sha256: hash.digest("hex"), findings: readable ? [...findings] : null };
}
async function* asBuffers(pieces: AsyncIterable<Uint8Array>) {
  for await (const piece of pieces) yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
}
async function* inPortions(pieces: AsyncIterable<Buffer>) {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < portion) continue;
    yield held.length === 1 ? piece : Buffer.concat(held);
    [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held);
}
async function* counted(stream: AsyncIterable<Uint8Array>, limit: number, tooLarge: () => never) {
  let seen = 0;
  for await (const chunk of stream) {
    if ((seen += chunk.length) > limit) tooLarge();
    yield chunk;
  }
}

async function* storedIn(folder: string) {
  for (const prefix of (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const key of (await namesIn(join(folder, prefix))).filter((name) => keyForm.test(name)))
      yield { key, at: await modified(join(folder, prefix, key)) };
}
const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";
const ignoreMissing = (error: unknown) => {
  if (!isMissing(error)) throw error;
};
const namesIn = (folder: string) =>
  readdir(folder).catch((error) => {
    ignoreMissing(error);
    return [] as string[];
  });
/** A file that just went is as new as can be: nobody should remove it. */
const modified = (path: string) =>
  stat(path).then(
    (found) => found.mtime,
    () => new Date(8.64e15),
  );
async function syncFolder(folder: string) {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
