import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mostFiles } from "#app/domain/files/stored-file.ts";
import { openContentThread } from "#app/platform/content/conversation.server.ts";
import { formReader } from "#app/platform/content/multipart.server.ts";
import { openStore } from "#app/platform/files/store.server.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { hostileFiles } from "#tests/support/hostile/hostile-files.ts";

const boundary = "grens";
const type = `multipart/form-data; boundary=${boundary}`;
const part = (header: string, body: Buffer | string) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${header}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from("\r\n"),
  ]);
const last = Buffer.from(`--${boundary}--\r\n`);
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "samenspel-forms-"));
  atFileEnd(() => rmSync(made, { recursive: true, force: true }));
  return made;
};
const kept = hostileFiles().filter(({ fate, bytes }) => fate !== "refused" && bytes.length < 100_000);
/** Is more than any stream holds while nobody reads. */
const tail = Buffer.alloc(300_000, "x");
/** Says how long a thread may be silent here: longer than a loaded machine keeps real work waiting. */
const maxSilence = 6000;
const moment = () => new Promise((resolve) => setTimeout(resolve, 20));

for (const { name, bytes } of kept)
  for (const more of /\.(png|jpg|webp)$/.test(name) ? [Buffer.alloc(0), tail] : [Buffer.alloc(0)])
    test(`a form with ${name} ends, with ${more.length} bytes behind its own end and the rest of the form later`, async () => {
      const store = openStore({ folder: folder() });
      const reader = formReader(type, store, async () => {});
      const form = [
        part('name="_key"', "een"),
        part(`name="files"; filename="${name}"`, Buffer.concat([bytes, more])),
        part(
          'name="files"; filename="twee.png"',
          (kept.find((each) => each.name === "tiny-valid.png") ?? { bytes }).bytes,
        ),
        part('name="after"', "twee"),
        last,
      ];
      for (const piece of form) {
        // The end of each part comes apart, when what is before it was looked at already.
        void reader.write(piece.subarray(0, -2));
        await moment();
        void reader.write(piece.subarray(-2));
      }
      reader.end();
      const { files, pairs } = await reader.outcome;
      expect(files.map((file) => file.name)).toEqual([name, "twee.png"]);
      expect(pairs).toEqual([
        ["_key", "een"],
        ["after", "twee"],
      ]);
    });

test("a form with more files than it may have says so, and nothing else is written down", async () => {
  const warned: unknown[] = [];
  const hear = (warning: unknown) => void warned.push(warning);
  process.on("warning", hear);
  const reader = formReader(type, openStore({ folder: folder() }), async () => {});
  for (let n = 0; n < mostFiles + 5; n++) await reader.write(part(`name="files"; filename="${n}.txt"`, "tekst"));
  await reader.write(last);
  reader.end();
  await expect(reader.outcome).rejects.toMatchObject({ errors: { files: { code: "too_many_items" } } });
  await moment();
  process.off("warning", hear);
  expect(warned).toEqual([]);
});

test("a part that is no field of ours is passed by, however long it is and however it comes", async () => {
  const odd = ['attachment; filename="a.txt"', 'form-data; name="a\nb"; filename="x.txt"'];
  for (const [n, size] of [10, 1_000, 15_000, 17_000, 66_000, 130_000, 500_000].entries()) {
    const reader = formReader(type, openStore({ folder: folder() }), async () => {});
    const skipped = part("", Buffer.alloc(size, "x"))
      .toString("latin1")
      .replace("form-data; ", odd[n % 2] ?? "");
    const whole = Buffer.concat([part('name="_key"', "een"), Buffer.from(skipped, "latin1"), last]);
    for (let at = 0; at < whole.length; at += 9_000) await reader.write(whole.subarray(at, at + 9_000));
    reader.end();
    expect((await reader.outcome).pairs).toEqual([["_key", "een"]]);
  }
});

test("one job that hangs ends alone: another that goes on is not disturbed", async () => {
  const thread = openContentThread(maxSilence);
  const place = { folder: folder() };
  const begin = (head: () => Promise<void>) => thread.begin({ kind: "form", input: { place, type }, head });
  const stuck = await begin(() => new Promise(() => {}));
  const waiting = stuck.send({ kind: "chunk", bytes: Uint8Array.from(part('name="files"; filename="a.txt"', tail)) });
  const other = await begin(async () => {});
  const say = (bytes: Buffer | string) => other.send({ kind: "chunk", bytes: Uint8Array.from(Buffer.from(bytes)) });
  const [begun = "", ended = ""] = part('name="files"; filename="b.txt"', "\u0000").toString().split("\u0000");
  await say(Buffer.concat([part('name="_key"', "een"), Buffer.from(begun)]));
  let size = 0;
  for (; !stuck.over(); size += 5) {
    await say("tekst");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(other.over()).toBe(false);
  await say(Buffer.concat([Buffer.from(ended), last]));
  await other.send({ kind: "end" });
  expect((await other.outcome).files.map((file) => file.size)).toEqual([size]);
  await expect(stuck.outcome).rejects.toMatchObject({ why: "busy" });
  await waiting;
  await thread.close();
});

test("a thread that answers nothing is replaced; who waited is asked to come back, and the next one is served", async () => {
  const thread = openContentThread(maxSilence);
  const place = { folder: folder() };
  const whole = Buffer.concat([part('name="_key"', "een"), part('name="files"; filename="a.txt"', tail), last]);
  const send = async (head: () => Promise<void>) => {
    const talk = await thread.begin({ kind: "form", input: { place, type }, head });
    for (let at = 0; at < whole.length; at += 65_536)
      await talk.send({ kind: "chunk", bytes: Uint8Array.from(whole.subarray(at, at + 65_536)) });
    await talk.send({ kind: "end" });
    return talk.outcome;
  };
  await expect(send(() => new Promise(() => {}))).rejects.toMatchObject({ why: "busy" });
  const { files } = await send(async () => {});
  expect(files.map(({ size }) => size)).toEqual([tail.length]);
  expect(readdirSync(join(place.folder, "coming")).length, "what was on its way is swept within the hour").toBeLessThan(
    2,
  );
  await thread.close();
});
