import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import { mostFiles } from "#app/domain/files/stored-file.ts";
import type { FileStore } from "#app/platform/files/receive.server.ts";
import type { Received } from "#app/platform/http/request/form.server.ts";
import type { Pairs, Taken } from "./wire.ts";

/** Counts bytes of one text of a form, of the head of one part, and how many parts: beyond this it is no form of ours. */
const bounds = { fieldSize: 100_000, headerSize: 16_384, headerPairs: 50, fields: 3000 } as const;
/** A form with files is read while it arrives. */
export type FormReader = {
  /** Resolves when there is room for more. */
  write: (chunk: Uint8Array) => Promise<void>;
  /** All of it came. */
  end: () => void;
  /** Nobody waits for it any more: what it kept goes. */
  abort: () => void;
  /** Gives what came. Refuses as the store does, and `malformed`; then nothing is kept. */
  outcome: Promise<Taken>;
};
type Reading = {
  boy: BusboyInstance;
  store: FileStore;
  pairs: Pairs;
  files: Promise<Received | null>[];
  streams: BusboyFileStream[];
  fail: (error: unknown) => void;
  mayGoOn: () => Promise<void>;
};

/**
 * Reads `multipart/form-data` piece by piece and hands each file to the store. `head` is asked once, before the first
 * byte of the first file is kept, with the fields that came before it.
 */
export function formReader(type: string, store: FileStore, head: (pairs: Pairs) => Promise<void>): FormReader {
  const boy = open(type);
  const pairs: Pairs = [];
  let asked: Promise<void> | undefined;
  const files: Reading["files"] = [];
  const streams: BusboyFileStream[] = [];
  let giveUp: (error: unknown) => void;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  givenUp.catch(() => {});
  const outcome = new Promise<Taken>((resolve, reject) => {
    const fail = (error: unknown) => {
      reject(error);
      giveUp(error);
      for (const stream of streams) stream.destroy();
    };
    const reading: Reading = {
      boy,
      store,
      pairs,
      files,
      streams,
      fail,
      mayGoOn: () => (asked ??= Promise.race([head(pairs), givenUp])),
    };
    hear(reading);
    boy.once("finish", () =>
      Promise.all(files).then((all) => resolve({ pairs, files: all.filter((file) => file !== null) }), reject),
    );
  }).catch(async (error) => {
    for (const file of await Promise.allSettled(files))
      if (file.status === "fulfilled" && file.value) await store.remove(file.value.key).catch(() => {}); // else swept
    throw error;
  });
  return {
    write: (chunk) => new Promise((resolve) => boy.write(chunk, () => resolve())),
    end: () => void boy.end(),
    abort: () => void boy.emit("error", new Refusal("malformed")),
    outcome,
  };
}
/** Returns the fields in the beginning of a form; nothing of its files is kept, and what is cut off or no form is left out. */
export function fieldsIn(bytes: Uint8Array, type: string): Pairs {
  const pairs: Pairs = [];
  const boy = open(type);
  boy.on("error", () => {});
  boy.on("field", (name: string | undefined, value) => name !== undefined && pairs.push([asTyped(name), value]));
  boy.on("file", (_, stream) => void stream.on("error", () => {}).resume());
  boy.write(Buffer.from(bytes));
  return pairs;
}
function open(type: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": type },
      limits: { ...bounds, files: mostFiles },
      preservePath: true, // the store makes a plain name of it
    });
  } catch {
    return refuse("malformed");
  }
}
function hear({ boy, store, pairs, files, streams, fail, mayGoOn }: Reading) {
  const refused = (error: unknown) => fail(error instanceof Refusal ? error : new Refusal("malformed"));
  boy.on("error", refused);
  boy.on("fieldsLimit", () => fail(new Refusal("too_large")));
  boy.on("field", (name: string | undefined, value, _, cutOff) => {
    if (cutOff) fail(new Refusal("too_large"));
    else if (name === undefined) fail(new Refusal("malformed"));
    else pairs.push([asTyped(name), value]);
  });
  let lastField = "";
  boy.once("filesLimit", () => fail(tooManyFiles(lastField)));
  boy.on("file", (given: string | undefined, stream, filename: string | undefined) => {
    const field = asTyped(given ?? "");
    lastField = field;
    streams.push(stream);
    stream.on("error", () => {});
    const taken = mayGoOn().then(() => one(store, stream, field, filename));
    taken.catch(fail);
    files.push(taken);
  });
}
const tooManyFiles = (field: string) =>
  new Refusal("invalid", [], { [field]: { code: "too_many_items", limit: mostFiles } });
/** Returns one file, or nothing where no file was chosen: a browser sends an empty one without a name. */
async function one(store: FileStore, stream: BusboyFileStream, field: string, filename: string | undefined) {
  if (filename)
    return { field, ...(await store.receive(stream as AsyncIterable<Uint8Array>, { name: asTyped(filename), field })) };
  for await (const piece of stream as AsyncIterable<Uint8Array>)
    if (piece.length > 0) refuseFields({ [field]: { code: "file_type" } });
  return null;
}
/** Browsers write three characters of a name in their own way (the HTML standard, "multipart/form-data encoding"). */
const asTyped = (name: string) => name.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%22", '"');
