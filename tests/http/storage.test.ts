// @module-tag slow
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { openStore } from "#app/platform/files/store.server.ts";
import { act, openDelivery } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { smallPdf } from "#db/seed/demo/pdf.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { eventually } from "#tests/support/eventually.ts";
import { served, type Served } from "#tests/support/served.ts";
import { storage, type Storage } from "#tests/support/storage.ts";

// There are two servers, each with a folder of its own, and one bucket for both.
let bucket: Storage;
let one: Served;
let two: Served;
let sql: Sql;
let Cookie: string;
let path: string;
let assignment: string;
beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  sql = raw;
  const w = world(house, new Date(Date.now() - 90 * 86_400_000));
  const c = await cast(w);
  const { id } = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  await act(w, c.teacher, "delivery", id, "prepare", { label: "1.0", handover: "Overdracht." });
  path = `/vraagstukken/${id}/bestanden/delivery/${(await openDelivery(w, c.teacher, id))?.id}`;
  assignment = id;
  await raw.unsafe("update people set demo = true");
  bucket = await storage();
  [one, two] = [await served(url, bucket.settings), await served(url, bucket.settings)];
  const email = String((await raw`select email from people where id = ${c.teacher}`)[0]?.email);
  Cookie = await one.login(email);
});

const send = (s: Served, names: readonly string[], bytes = 1000, key: string = randomUUID()) => {
  const form = new FormData();
  form.append("_key", key);
  form.append("note", "Een woord & nog een woord");
  for (const name of names)
    form.append("files", new File([new Uint8Array(smallPdf(name)), new Uint8Array(bytes)], `${name}.pdf`));
  return s.post(path, form, { Cookie });
};
type Row = { id: string; key: string; sha256: string };
const rowOf = async (name: string): Promise<Row> => {
  const [row] = await sql<Row[]>`select id, storage_key as key, sha256 from files where name = ${`${name}.pdf`}`;
  if (!row) throw new Error(`no row of ${name}`);
  return row;
};
const addressOf = ({ id }: Row) => `/bestanden/${id}`;
const inBucket = async () => {
  const keys: string[] = [];
  for await (const { key } of openStore({ folder: one.dataDir, bucket: bucket.place }).list()) keys.push(key);
  return keys.sort();
};
const onDisk = () =>
  [one, two].flatMap(({ dataDir }) =>
    ["files", "outgoing"].flatMap((name) =>
      existsSync(join(dataDir, name))
        ? readdirSync(join(dataDir, name), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        : [],
    ),
  );
const ready = async (s: Served) => (await (await s.get("/readyz")).json()) as { ready: boolean; files: boolean };

test("what one server took in, the other gives; it lies in the bucket and on no disk, and is in one's own data", async () => {
  expect(await ready(one)).toMatchObject({ ready: true, files: true });
  expect((await send(one, ["groot"], 20_000_000)).status).toBe(303);
  const row = await rowOf("groot");
  const answer = await two.get(addressOf(row), { Cookie });
  expect(answer.headers.get("content-disposition")).toContain("groot.pdf");
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(row.sha256);
  expect(await inBucket()).toContain(row.key);
  expect(onDisk()).toEqual([]);
  const zip = await two.get("/account/gegevens/alles.zip", { Cookie });
  const parts = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const own = Object.entries(parts).find(([name]) => name.endsWith("groot.pdf"));
  expect(own && Buffer.from(own[1]).equals(bytes)).toBe(true);
});

test("the same form at both servers at once counts once, and leaves one file", async () => {
  const before = await inBucket();
  const key = randomUUID();
  const ends = await Promise.all([send(one, ["tweemaal"], 1000, key), send(two, ["tweemaal"], 1000, key)]);
  expect(ends.map(({ status }) => status).every((status) => status === 303 || status === 409)).toBe(true);
  const { key: kept } = await rowOf("tweemaal");
  expect(await eventually(inBucket, (keys) => keys.length === before.length + 1)).toEqual([...before, kept].sort());
});

test("a storage that says nothing, and one that is away: refused beside the field, within its time; the rest goes on", async () => {
  const row = await rowOf("groot");
  const before = await inBucket();
  const ways = [
    { name: "stil", begin: () => bucket.freeze(), end: () => bucket.thaw() },
    { name: "weg", begin: () => bucket.kill(), end: () => bucket.start() },
  ];
  for (const { name, begin: beginShort, end } of ways) {
    await beginShort();
    const [refused, gone, logged] = await Promise.all([
      send(one, [`${name}-een`, `${name}-twee`]),
      one.get(addressOf(row), { Cookie }),
      two.post(
        `/vraagstukken/${assignment}/doe/log_hours`,
        { _key: randomUUID(), on: new Date().toISOString().slice(0, 10), spent: "30 min", what: `Opslag ${name}` },
        { Cookie },
      ),
    ]);
    const html = await refused.text();
    expect(refused.status).toBe(400);
    expect(html).toMatch(/class="field-error"[^>]*>[\s\S]*?Een bestand kon niet worden bewaard/);
    expect(html, "what was typed is kept").toContain("Een woord &amp; nog een woord");
    expect([gone.status, logged.status]).toEqual([503, 303]);
    for (const s of [one, two])
      expect(
        await eventually(
          () => ready(s),
          (is) => !is.files,
        ),
      ).toMatchObject({ ready: false, files: false });
    expect(onDisk()).toEqual([]);
    await end();
    for (const s of [one, two])
      await eventually(
        () => ready(s),
        (is) => is.ready,
      );
    expect((await send(one, [`${name}-weer`])).status).toBe(303);
    expect((await two.get(addressOf(await rowOf(`${name}-weer`)), { Cookie })).status).toBe(200);
  }
  const rows = await sql<{ key: string }[]>`select storage_key as key from files`;
  const there = await inBucket();
  for (const { key } of rows) expect(there).toContain(key);
  for (const key of before) expect(there).toContain(key);
});

test("a storage that dies in the middle of a download cuts it off, and the server lives", async () => {
  const row = await rowOf("groot");
  const answer = await one.get(addressOf(row), { Cookie });
  const reader = answer.body?.getReader();
  await reader?.read();
  await bucket.kill();
  // What had come out of the storage already arrives; for the rest nobody is left waiting.
  const ended = (async () => {
    while (!(await reader?.read())?.done);
  })();
  await ended.catch(() => {});
  await bucket.start();
  expect((await one.get("/healthz")).status).toBe(200);
  expect((await one.get(addressOf(row), { Cookie })).status).toBe(200);
});
