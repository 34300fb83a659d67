import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { openBucket, storageAway } from "#app/platform/files/bucket.server.ts";
import { bucketStore } from "#app/platform/files/bucket-store.server.ts";
import { openFiles, type FileStore } from "#app/platform/files/receive.server.ts";
import { openStore } from "#app/platform/files/store.server.ts";
import { smallPdf } from "#db/seed/demo/pdf.ts";
import { aboutNow } from "#tests/support/elapsed.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { storage, type Storage } from "#tests/support/storage.ts";

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "samenspel-store-"));
  atFileEnd(() => rmSync(made, { recursive: true, force: true }));
  return made;
};
const filesUnder = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const bytesOf = async (store: FileStore, key: string) => buffer((await store.open(key)) as never);
const pdf = (more = 0) => Buffer.concat([Buffer.from(smallPdf("Een")), randomBytes(more)]);
const send = (store: FileStore, content: Buffer, name = "een.pdf", limit?: number) =>
  store.receive(Readable.from([content.subarray(0, 9), content.subarray(9)]), { name, ...(limit ? { limit } : {}) });
const keysIn = async (store: FileStore) => {
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys.sort();
};
const noKey = "0".repeat(40);

let bucket: Storage;
beforeAll(async () => {
  bucket = await storage();
});

/** Says how reading on ends: with all of it, or with a failure. */
const readOn = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<"all" | "failed"> => {
  try {
    for (;;) if ((await reader.read()).done) return "all";
  } catch {
    return "failed";
  }
};

/** A file that comes in, is read back and listed, and goes. */
async function expectKeptWhole(store: FileStore) {
  expect(await store.takes()).toBe(true);
  const content = pdf(300_000);
  const file = await send(store, content, "map/../verslag <1>.pdf");
  expect(file).toMatchObject({ type: "application/pdf", size: content.length });
  expect(file.sha256).toBe(createHash("sha256").update(content).digest("hex"));
  expect(await bytesOf(store, file.key)).toEqual(content);
  for await (const { key, at } of store.list()) {
    expect(key).toBe(file.key);
    expect(aboutNow(at), `${at}`).toBe(true);
  }
  await store.remove(file.key);
  await store.remove(file.key); // twice is once
  expect(await keysIn(store)).toEqual([]);
  await expect(store.open(file.key)).rejects.toMatchObject({ why: "not_found" });
}

/** Sends files that are refused, each for its reason. */
async function expectNothingRefusedStays(store: FileStore) {
  const cut = async function* () {
    yield pdf(100_000);
    throw new Error("the sender went away");
  };
  for (const [content, name, code] of [
    [Buffer.alloc(0), "leeg.pdf", "file_empty"],
    [Buffer.from("<script>"), "een.pdf", "file_type"],
    [pdf(2000), "een.pdf", "file_too_large"],
  ] as const)
    await expect(send(store, content, name, 1500)).rejects.toMatchObject({ errors: { files: { code } } });
  await expect(store.receive(cut(), { name: "een.pdf" })).rejects.toThrow("the sender went away");
  expect(await keysIn(store)).toEqual([]);
}

/** Lists what every store promises; each is asked the same. */
const stores = {
  "on the disk": (place: string) => openStore({ folder: place }),
  "in a bucket": (place: string) => openStore({ folder: place, bucket: bucket.place }),
};
for (const [where, open] of Object.entries(stores))
  describe(`files ${where}`, () => {
    const place = folder();
    let store: FileStore;
    beforeAll(async () => {
      store = open(place);
      for (const key of await keysIn(store)) await store.remove(key);
    });

    test("what came in is read back byte by byte, is listed with its time, and goes", async () => {
      await expectKeptWhole(store);
    });

    test("the largest file we take, and a small one with nothing but its head", async () => {
      for (const content of [pdf(25 * 1024 * 1024 - 10_000), pdf()]) {
        const { key } = await send(store, content);
        expect((await bytesOf(store, key)).equals(content)).toBe(true);
        await store.remove(key);
      }
    });

    test("what is refused leaves nothing: empty, of another kind, too large, or cut off", async () => {
      await expectNothingRefusedStays(store);
      expect(filesUnder(place)).toEqual([]);
    });

    test("nothing but a key is asked for", async () => {
      for (const key of ["", "../../etc/passwd", `${noKey}/x`, noKey.toUpperCase().replaceAll("0", "A"), "ready"])
        await expect((async () => store.open(key))(), key).rejects.toMatchObject({ why: "not_found" });
      await expect(store.open(noKey)).rejects.toMatchObject({ why: "not_found" });
    });

    test("a restore puts a file back under its key, and may be done again", async () => {
      const key = randomBytes(20).toString("hex");
      const content = randomBytes(70_000);
      for (let again = 0; again < 2; again++) await store.putBack(key, Readable.from([content]));
      expect((await bytesOf(store, key)).equals(content)).toBe(true);
      expect(await keysIn(store)).toEqual([key]);
      await store.remove(key);
    });

    test("what a killed process left on its way goes after its time, and not before", async () => {
      const outgoing = openFiles(place);
      if (where === "in a bucket") await outgoing.putBack(noKey, Readable.from([pdf()])); // whole here, and never sent
      const before = filesUnder(place).length;
      await store.sweep(new Date(Date.now() - 60_000));
      expect(filesUnder(place)).toHaveLength(before);
      await store.sweep(new Date(Date.now() + 60_000));
      expect(filesUnder(place)).toEqual([]);
    });
  });

test("a list goes on where a storage cut it off", async () => {
  const client = openBucket(bucket.place, { silent: 5000, whole: 30_000, tries: 3, again: 2000, listed: 3 });
  const store = bucketStore(openFiles(folder()), client);
  const content = Buffer.from("x");
  const of = { size: 1, sha256: createHash("sha256").update(content).digest("hex") };
  const keys = Array.from({ length: 8 }, (_, at) => at.toString(16).padStart(40, "0"));
  for (const name of [...keys, "of-somebody-else"])
    await client.put(`files/${name}`, () => Readable.from([content]), of);
  expect(await keysIn(store)).toEqual(keys);
  for (const key of keys) await store.remove(key);
});

const limits = { silent: 400, whole: 4000, tries: 3, again: 2000, listed: 1000 };
const awayFolder = folder();
const storeFor = (secret = bucket.place.secret, url = bucket.place.url) =>
  bucketStore(openFiles(awayFolder), openBucket({ ...bucket.place, secret, url }, limits));
const notStored = { errors: { files: { code: "file_not_kept" } } };

/** Expects an end for a reader under way when the storage is killed, and for one that asks while it is away. */
async function expectReadersToEnd(store: FileStore, key: string) {
  const reading = (await store.open(key)).getReader();
  await reading.read();
  await bucket.kill();
  expect(await readOn(reading)).toMatch(/all|failed/);
  await bucket.start();
  // It is asked while it is away: read after all, or refused; never left waiting.
  await bucket.kill();
  const opened = store.open(key).then(
    (stream) => stream.cancel().then(() => null),
    (error: unknown) => error,
  );
  await bucket.start();
  const failure = await opened;
  expect(failure === null || storageAway(failure)).toBe(true);
}

describe("a storage that does not do its work", () => {
  test("wrong keys, no such bucket: nothing is kept here either, and it says so", async () => {
    for (const store of [storeFor("wrong"), storeFor(undefined, bucket.place.url.replace("samenspel", "elders"))]) {
      expect(await store.takes()).toBe(false);
      await expect(send(store, pdf())).rejects.toMatchObject(notStored);
      await expect(store.open(noKey)).rejects.toSatisfy(storageAway);
      await expect(store.remove(noKey)).rejects.toSatisfy(storageAway);
      await expect(keysIn(store)).rejects.toSatisfy(storageAway);
      await expect(store.putBack(noKey, Readable.from([pdf()]))).rejects.toSatisfy(storageAway);
      expect(filesUnder(awayFolder)).toEqual([]);
    }
  });

  test("silent: everything ends within its time, and nothing hangs; it thaws, and works again", async () => {
    const store = storeFor();
    const kept = await send(store, pdf(5_000_000));
    const download = (await store.open(kept.key)).getReader();
    await download.read();
    bucket.freeze();
    // What was on its way may still come; the rest fails instead of hanging.
    expect(await readOn(download)).toMatch(/all|failed/);
    await expect(send(store, pdf(5_000_000))).rejects.toMatchObject(notStored);
    await expect(store.open(kept.key)).rejects.toThrow("no answer");
    expect(await store.takes()).toBe(false);
    expect(filesUnder(awayFolder)).toEqual([]);
    bucket.thaw();
    const [again] = await Promise.all([send(store, pdf(1000)), expect(store.takes()).resolves.toBe(true)]);
    for (const { key } of [kept, again]) await store.remove(key);
  });

  test("killed in the middle of uploads and a download: what was told as kept is there, whole", async () => {
    const store = storeFor();
    const contents = Array.from({ length: 12 }, (_, at) => pdf(400_000 + at));
    const told: { key: string; content: Buffer }[] = [];
    // The last ones are sent when three are in and it dies: some are under way then, however quick the machine is.
    let die: () => void;
    const dies = new Promise<void>((resolve) => (die = resolve));
    const uploads = contents.map(async (content, at) => {
      if (at > 5) await dies;
      const { key } = await send(store, content);
      told.push({ key, content });
      if (told.length !== 3) return;
      const dying = bucket.kill();
      die();
      await dying;
    });
    const ends = await Promise.allSettled(uploads);
    for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject(notStored);
    expect(
      ends.some(({ status }) => status === "rejected"),
      "it was killed while files came in",
    ).toBe(true);
    expect(filesUnder(awayFolder)).toEqual([]);
    await bucket.start();
    for (const { key, content } of told) expect((await bytesOf(store, key)).equals(content)).toBe(true);
    await expectReadersToEnd(store, told[0]?.key ?? "");
  });
});
