// @module-tag slow
// @module-tag oldest
// @module-tag postgres rows that are copied out, a back-up that is held up by a lock
import { spawn } from "node:child_process";
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeAll, expect, test } from "vitest";
import { backUp } from "#app/platform/backup/backup.server.ts";
import { manifestPart, manifestSchema, partsOf, sumsPart, type Manifest } from "#app/platform/backup/manifest.ts";
import { openSet } from "#app/platform/backup/reading.server.ts";
import { restore, Unfinished } from "#app/platform/backup/restore.server.ts";
import { leftBehind } from "#app/platform/backup/writing.server.ts";
import { openFiles } from "#app/platform/files/receive.server.ts";
import { startDraft } from "#app/services/assignment/assignments.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { openRaw } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { cast } from "#db/seed/cast.ts";
import { world } from "#db/seed/world.ts";
import { addFile, folderFor } from "#tests/support/backup/filled.ts";
import { onServer, withDatabase } from "#tests/support/database/database.ts";
import { freshDatabase, type Fresh } from "#tests/support/database/fresh.ts";
import { eventually } from "#tests/support/eventually.ts";

const sets = folderFor("damaged");
const store = openFiles(join(folderFor("small-store"), "files"));
const plain = join(sets, "plain");
const now = () => new Date();
let fresh: Fresh;

beforeAll(async () => {
  fresh = await freshDatabase();
  const w = world(fresh.house, new Date("2026-03-02T09:00:00Z"));
  const c = await cast(w, { students: 2 });
  const id = await startDraft(await w.as(c.owner), { centreId: c.centreId, organizationId: c.companyId });
  await addFile({ w, c }, store, id, "De inhoud van een bestand.");
  await backUp(from(plain));
});
const from = (folder: string) => ({ owner: fresh.url, store, folder, version: "0.0.1", now });
const manifestOf = (folder: string): Manifest =>
  manifestSchema.parse(JSON.parse(readFileSync(join(folder, manifestPart), "utf8")));

test("a damaged byte in any part is refused, and the part is named", async () => {
  const parts = [...partsOf(manifestOf(plain)), sumsPart];
  expect(parts.length).toBeGreaterThan(60);
  for (const part of parts) {
    const path = join(plain, part);
    const whole = readFileSync(path);
    const broken = Buffer.from(whole);
    broken[whole.length >> 1] = (broken[whole.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, broken);
    await expect(openSet(plain), part).rejects.toThrow(
      `damaged: ${part} is not as it was written. Nothing was restored.`,
    );
    writeFileSync(path, whole);
  }
  await openSet(plain);
});

test("a part that is missing, longer, or not listed is refused by name", async () => {
  const copy = join(sets, "copy");
  const [table = "", file = ""] = [partsOf(manifestOf(plain))[1], partsOf(manifestOf(plain)).at(-1)];
  for (const [change, said] of [
    [() => rmSync(join(copy, file)), `${file} is missing`],
    [() => appendFileSync(join(copy, table), "x"), `${table} is not as it was written`],
    [() => rmSync(join(copy, sumsPart)), "There is no finished back-up"],
    [() => listed(copy, (sums) => sums.delete(table)), `${table} is not listed`],
    [() => listed(copy, (sums) => sums.set("extra", tokenHash("x")), "extra"), "extra is not of this back-up"],
    [() => listed(copy, (sums) => sums.set("../outside", tokenHash("x")), "../outside"), "../outside is missing"],
    [() => listed(copy, (sums) => sums.set("../copy2", tokenHash("x")), "../copy2"), "../copy2 is missing"],
  ] as const) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(plain, copy, { recursive: true });
    change();
    await expect(openSet(copy), said).rejects.toThrow(said);
  }
});
/** Writes another list of checksums, right in itself; `file` is made with the content `x`. */
function listed(folder: string, change: (sums: Map<string, string>) => unknown, file?: string) {
  const lines = readFileSync(join(folder, sumsPart), "utf8")
    .split("\n")
    .filter((line) => /^[0-9a-f]{64} {2}/.test(line));
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  change(sums);
  const text = [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join("");
  if (file) writeFileSync(join(folder, file), "x");
  writeFileSync(join(folder, sumsPart), `${text}# ${tokenHash(text)}\n`);
}

test("a set that is locked opens with its own key alone", async () => {
  const [locked, right, wrong] = [join(sets, "locked"), join(sets, "right.txt"), join(sets, "wrong.txt")];
  const identity = await generateX25519Identity();
  writeFileSync(right, identity);
  writeFileSync(wrong, await generateX25519Identity());
  await backUp({ ...from(locked), lock: { recipients: [await identityToRecipient(identity)] } });
  await expect(openSet(locked)).rejects.toThrow("--identity-file");
  await expect(openSet(locked, { identityFile: wrong })).rejects.toThrow(/wrong\.txt does not open this back-up/);
  await openSet(locked, { identityFile: right });
  const parts = partsOf(manifestOf(locked)).filter((part) => part !== manifestPart);
  for (const part of parts)
    expect(readFileSync(join(locked, part)).subarray(0, 21).toString(), part).toBe("age-encryption.org/v1");
  await expect(backUp({ ...from(join(sets, "none")), lock: { recipients: ["age1x"] } })).rejects.toThrow(
    "--recipient: age1x",
  );
});

test("a set for the keys in a file opens with either; a file without a key, or with something else, is refused", async () => {
  const [locked, file] = [join(sets, "for-two"), join(sets, "backup.pub")];
  const lock = { recipientsFile: file };
  const identities = [await generateX25519Identity(), await generateX25519Identity()];
  const [first, second] = await Promise.all(identities.map(identityToRecipient));
  writeFileSync(file, `# of this installation\n${first}\n\n# kept elsewhere\n${second}\r\n`);
  await backUp({ ...from(locked), lock });
  for (const identity of identities) {
    const identityFile = join(sets, "one-of-two.txt");
    writeFileSync(identityFile, identity);
    await openSet(locked, { identityFile });
  }
  const refused = (said: string) => expect(backUp({ ...from(join(sets, "none")), lock })).rejects.toThrow(said);
  writeFileSync(file, `${first} ${second}\n`);
  await refused(`${file}: ${first} ${second} is no public key of age`);
  writeFileSync(file, "# nobody yet\n\n");
  await refused(`There is no public key of age (age1…) in ${file}.`);
});

test("what is in the folder already stays as it is", async () => {
  await expect(backUp(from(plain))).rejects.toThrow(`There is something in ${plain} already`);
  expect(await leftBehind(plain)).toEqual([]);
  await openSet(plain);
});

test("a database without Samenspel is no source", async () => {
  await withEmpty("geen", async (url) => {
    await expect(backUp({ ...from(join(sets, "geen")), owner: url })).rejects.toThrow(
      "There is no Samenspel in this database.",
    );
  });
  expect(readdirSync(sets).filter((name) => name.startsWith("geen"))).toEqual([]);
});

test("a back-up that is killed half-way leaves nothing that looks like one", async () => {
  const folder = join(sets, "killed");
  const holder = openRaw(fresh.url, { max: 1 });
  await holder.begin(async (tx) => {
    await tx.unsafe("lock table tokens in access exclusive mode"); // one of the last: the back-up waits there
    const child = spawn(process.execPath, ["scripts/run.mjs", "scripts/backup.ts", folder], {
      stdio: "ignore",
      env: { ...process.env, DATABASE_URL: fresh.url, DATA_DIR: dirname(plain) },
    });
    const left = () => readdirSync(sets).find((name) => name.startsWith("killed"));
    await eventually(() => existsSync(join(sets, left() ?? "none", "tables/throttles.copy.gz")), Boolean);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  });
  await holder.end();
  expect(existsSync(folder)).toBe(false);
  const [left = ""] = await leftBehind(folder);
  expect(basename(left)).toMatch(/^killed\.unfinished-/);
  await expect(openSet(left)).rejects.toThrow("There is no finished back-up in");
  await expect(openSet(folder)).rejects.toThrow("There is no finished back-up in");
});

test("a restore that is killed half-way leaves an empty database, and the same restore then does all of it", async () => {
  const dataDir = folderFor("half-restored");
  await withEmpty("half", async (url) => {
    await migrate(url);
    const sql = openRaw(url, { max: 2 });
    await sql.begin(async (tx) => {
      await tx.unsafe("lock table tokens in exclusive mode"); // one of the last: the restore waits there
      const child = spawn(process.execPath, ["scripts/run.mjs", "scripts/restore.ts", plain], {
        stdio: "ignore",
        env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir },
      });
      const waiting = () =>
        sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await eventually(waiting, ({ length }) => length > 0 || child.exitCode !== null);
      expect(child.exitCode).toBeNull();
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    });
    const people = async () => Number((await sql`select count(*) from people`)[0]?.count);
    const target = { owner: url, url, store: openFiles(join(dataDir, "files")), now };
    expect(readdirSync(join(dataDir, "files")).length, "files came first").toBeGreaterThan(0);
    expect(await people()).toBe(0);
    const { rows, files, log } = await restore(await openSet(plain), target);
    const { tables } = manifestOf(plain);
    expect([rows, files]).toEqual([tables.reduce((sum, table) => sum + table.rows, 0), 1]);
    expect(log.broken).toEqual([]);
    expect(await people()).toBe(tables.find(({ name }) => name === "people")?.rows);
    await sql.end();
  });
});

test("what fails when rows and files are in says that they are, what ends it, and not to restore again", async () => {
  const then = openFiles(join(folderFor("unfinished-store"), "files"));
  const people = manifestOf(plain).tables.find(({ name }) => name === "people")?.rows;
  await withEmpty("onaf", async (url) => {
    const folder = laterRelease("select 1 / (select count(*) from people where false)");
    const failing = restore(await openSet(plain), { owner: url, url, store: then, now, folder });
    await expect(failing).rejects.toThrow(Unfinished);
    await expect(failing).rejects.toThrow(
      /^All rows and files are in.*division by zero.*\nDo not restore again.*db:migrate.*verify-log/s,
    );
    const sql = openRaw(url, { max: 1 });
    const [found] = await sql`select count(*)::int as n from people`.finally(() => sql.end());
    expect(found?.n).toBe(people);
  });
  await withEmpty("elders", async (url) => {
    const settings = { DATABASE_URL: url, DATA_DIR: folderFor("unfinished-data") };
    const nowhere = { ...settings, DATABASE_URL: withDatabase(url, "nergens"), MIGRATION_DATABASE_URL: url };
    const { code, said } = await ended(nowhere, "restore", plain);
    expect([code, said], said).toEqual([3, expect.stringMatching(/All rows and files are in.*nergens/)]);
    expect(await ended(settings, "restore", plain)).toMatchObject({ code: 1 });
    for (const command of ["migrate", "verify-log"])
      expect(await ended(settings, command), command).toMatchObject({ code: 0 });
  });
});
/** Runs a command to its end; `said` is what it told as an error. */
async function ended(settings: Record<string, string>, command: string, ...args: string[]) {
  const child = spawn(process.execPath, ["scripts/run.mjs", `scripts/${command}.ts`, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...settings },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, said };
}

test("a set of an earlier release is restored as it was, and then migrated; one of a later release is refused", async () => {
  const later = laterRelease("alter table people add column nickname text not null default 'geen'");
  const other = openFiles(join(folderFor("later-store"), "files"));
  await withEmpty("later", async (url) => {
    await restore(await openSet(plain), { owner: url, url, store: other, now, folder: later });
    const sql = openRaw(url, { max: 1 });
    const found = await sql.unsafe("select distinct nickname from people").finally(() => sql.end());
    expect([...found]).toEqual([{ nickname: "geen" }]);
    const newer = join(sets, "newer");
    await backUp({ ...from(newer), owner: url, store: other });
    await withEmpty("earlier", async (earlier) => {
      const target = { owner: earlier, url: earlier, store: openFiles(join(folderFor("none"), "files")), now };
      await expect(restore(await openSet(newer), target)).rejects.toThrow(/made by a newer Samenspel \(0\.0\.1\)/);
      await migrate(earlier);
      await expect(restore(await openSet(plain), { ...target, folder: later })).resolves.toBeTruthy();
    });
  });
});

test("an empty database of another version than the set is refused", async () => {
  const later = laterRelease("alter table people add column nickname text");
  await withEmpty("anders", async (url) => {
    await migrate(url, { folder: later });
    const target = { owner: url, url, store: openFiles(join(folderFor("none"), "files")), now, folder: later };
    await expect(restore(await openSet(plain), target)).rejects.toThrow(
      /another version than the back-up.*without tables/,
    );
  });
});

test("a set of other migrations is refused, also when they began the same", async () => {
  const folder = laterRelease("select 1");
  appendFileSync(join(folder, "0001_tables.sql"), "\n-- as it was before");
  await withEmpty("otherwise", async (url) => {
    const target = { owner: url, url, store: openFiles(join(folderFor("none"), "files")), now, folder };
    await expect(restore(await openSet(plain), target)).rejects.toThrow(/made by another Samenspel/);
  });
});

/** Returns the migrations of this release and one more. */
function laterRelease(statement: string): string {
  const folder = folderFor("later-migrations");
  cpSync("migrations", folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { idx: number; when: number; tag: string }[] };
  const last = journal.entries.at(-1);
  if (!last) throw new Error("no migrations");
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: "9999_later" });
  writeFileSync(path, JSON.stringify(journal));
  writeFileSync(join(folder, "9999_later.sql"), statement);
  return folder;
}

async function withEmpty(name: string, work: (url: string) => Promise<void>) {
  const own = `${name}_${process.pid}`;
  await onServer(fresh.url, `create database ${own}`);
  try {
    await work(withDatabase(fresh.url, own));
  } finally {
    await onServer(fresh.url, `drop database ${own} with (force)`);
  }
}
