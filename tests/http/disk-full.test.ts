// @module-tag slow
import { execFile, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { act, openDelivery } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { smallPdf } from "#db/seed/demo/pdf.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { eventually } from "#tests/support/eventually.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { served, type Served } from "#tests/support/served.ts";

const run = promisify(execFile);
/** A way to have no room, and to have it again. */
type Shortage = {
  name: string;
  folder: string;
  begin: (s: Served) => Promise<unknown>;
  end: (s: Served) => Promise<unknown>;
};

/** The kernel lets this process write nothing more: known to it as a file that is too large. */
function limited(): Shortage {
  const folder = mkdtempSync(join(tmpdir(), "samenspel-limit-"));
  const set = (bytes: string) => (s: Served) => run("prlimit", ["--pid", String(s.child.pid), `--fsize=${bytes}:`]);
  atFileEnd(() => rmSync(folder, { recursive: true, force: true }));
  return { name: "the process may write nothing more", folder, begin: set("0"), end: set("unlimited") };
}
/** Returns a small file system of its own that is filled up; only who may mount has one. */
function filled(): Shortage | null {
  const folder = mkdtempSync(join(tmpdir(), "samenspel-full-"));
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=208m", "tmpfs", folder]).status !== 0) return null;
  atFileEnd(() => {
    spawnSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const ballast = join(folder, "ballast");
  return {
    name: "the file system is full",
    folder,
    begin: () => {
      const { bavail, bsize } = statfsSync(folder);
      return run("fallocate", ["-l", String(bavail * bsize - 512 * 1024), ballast]);
    },
    end: () => rm(ballast),
  };
}
const shortages = [limited(), filled()].filter((each) => each !== null);

let url: string;
let path: string;
let move: string;
beforeAll(async () => {
  const fresh = await freshDatabase();
  url = fresh.url;
  const w = world(fresh.house, new Date(Date.now() - 90 * 86_400_000));
  const c = await cast(w);
  const { id } = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  await act(w, c.teacher, "delivery", id, "prepare", { label: "1.0", handover: "Overdracht." });
  path = `/vraagstukken/${id}/bestanden/delivery/${(await openDelivery(w, c.teacher, id))?.id}`;
  move = `/vraagstukken/${id}/doe/log_hours`;
  await fresh.raw.unsafe("update people set demo = true");
});
const namesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "ballast")
    .map((entry) => entry.name);

for (const { name, folder, begin: runShort, end } of shortages)
  test(`${name}: the file is refused beside its field, in the reader's language, nothing half stays, and readyz knows`, async () => {
    const s = await served(url, { DATA_DIR: folder });
    const Cookie = await s.login("annelies.postma@voorbeeld.nl");
    const send = (bytes: number, language = "nl") => {
      const form = new FormData();
      form.append("_key", randomUUID());
      form.append("note", "Een woord & nog een woord");
      for (const each of ["een", "twee"])
        form.append("files", new File([new Uint8Array(smallPdf(each)), new Uint8Array(bytes)], `${each}.pdf`));
      return s.post(path, form, { Cookie: `${Cookie}; taal=${language}` });
    };
    const disk = async () => ((await (await s.get("/readyz")).json()) as { disk: boolean }).disk;
    // It asks the disk a few times a second, however often it is asked.
    const known = (room: boolean) => eventually(disk, (said) => said === room);
    expect(await known(true)).toBe(true);
    await runShort(s);
    const before = namesUnder(folder);
    expect(await known(false)).toBe(false);
    expect((await s.get("/readyz")).status).toBe(503);
    const refused = await send(2_000_000);
    const html = await refused.text();
    expect(refused.status).toBe(400);
    expect(html).toMatch(/class="field-error"[^>]*>[\s\S]*?Een bestand kon niet worden bewaard/);
    expect(html, "what was typed is kept").toContain("Een woord &amp; nog een woord");
    expect(namesUnder(folder)).toEqual(before);
    // What needs no file goes on.
    expect(
      (
        await s.post(
          move,
          { _key: randomUUID(), on: new Date().toISOString().slice(0, 10), spent: "30 min", what: name },
          { Cookie },
        )
      ).status,
    ).toBe(303);
    await s.post("/taal", { _key: randomUUID(), taal: "en", terug: "/" }, { Cookie });
    expect(await (await send(2_000_000, "en")).text()).toContain("A file could not be saved");
    await s.post("/taal", { _key: randomUUID(), taal: "nl", terug: "/" }, { Cookie });
    await end(s);
    expect(await known(true)).toBe(true);
    expect((await send(1000)).status).toBe(303);
    expect(namesUnder(folder)).toHaveLength(before.length + 2);
  });
