import { createHash } from "node:crypto";
import { refuse } from "#app/domain/refusal.ts";
import { storageAway, type Bucket } from "./bucket.server.ts";
import { keyForm, notStored, type FileStore } from "./receive.server.ts";

const prefix = "files/";
const probe = { name: "ready", text: "ready" };

/**
 * Makes the driver of a bucket: `files/<key>`. A file is first taken in, checked and cleaned in the folder of
 * `outgoing`, and goes from there in one piece whose size and checksum are known: there is never half an object, so
 * there are no parts to sweep. What a killed process left in that folder goes with `sweep`.
 */
export function bucketStore(outgoing: FileStore, bucket: Bucket): FileStore {
  const nameOf = (key: string) => (keyForm.test(key) ? prefix + key : refuse("not_found"));
  const content = (key: string) =>
    async function* () {
      yield* (await outgoing.open(key)) as unknown as AsyncIterable<Uint8Array>;
    };
  const send = async (key: string, of: { size: number; sha256: string }) => {
    try {
      await bucket.put(nameOf(key), content(key), of);
    } catch (error) {
      // Tells whether it arrived even so, nobody knows: if this fails as well, the sweep finds it.
      void bucket.remove(nameOf(key)).catch(() => {});
      throw error;
    } finally {
      await outgoing.remove(key);
    }
  };
  return {
    receive: async (stream, incoming) => {
      const file = await outgoing.receive(stream, incoming);
      try {
        await send(file.key, file);
        return file;
      } catch (error) {
        throw storageAway(error) ? notStored(incoming) : error;
      }
    },
    putBack: async (key, pieces) => {
      await outgoing.putBack(key, pieces);
      await send(key, await measured(content(key)()));
    },
    open: async (key) => (await bucket.get(nameOf(key))) ?? refuse("not_found"),
    remove: (key) => bucket.remove(nameOf(key)),
    list: async function* () {
      for await (const { name, at } of bucket.list(prefix)) {
        const key = name.slice(prefix.length);
        if (keyForm.test(key)) yield { key, at };
      }
    },
    sweep: async (before) => {
      await outgoing.sweep(before);
      for await (const { key, at } of outgoing.list()) if (at < before) await outgoing.remove(key);
    },
    takes: () => writable(bucket),
  };
}

async function measured(pieces: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  let size = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    size += piece.length;
  }
  return { size, sha256: hash.digest("hex") };
}

/** Writes over the one object that every server writes over: only who writes knows that writing works. */
async function writable(bucket: Bucket): Promise<boolean> {
  const bytes = new TextEncoder().encode(probe.text);
  const single = async function* () {
    yield bytes;
  };
  try {
    await bucket.put(probe.name, single, await measured(single()));
    return true;
  } catch {
    return false;
  }
}
