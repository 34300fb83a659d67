// @module-tag slow
// @module-tag postgres clusters are made, killed and joined
import { execFile, execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openRaw } from "#db/client.server.ts";
import { claimDirectory, openCluster, whoServes, type Cluster } from "#db/cluster.server.ts";
import { keepRunning } from "#db/cluster/keeper.server.ts";
import { isAlive, postmasterOf } from "#db/cluster/process.server.ts";
import { throwAway } from "#tests/support/database/database.ts";
import { eventually } from "#tests/support/eventually.ts";

const major = process.env.TEST_PG ? Number(process.env.TEST_PG) : undefined;
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
let folder: string;
let first: Cluster;
let remove: () => Promise<void>;
const home = () => join(folder, readdirSync(folder).find((name) => /^pg\d+$/.test(name)) ?? "none");

beforeAll(async () => {
  const made = await throwAway();
  ({ folder, cluster: first } = made);
  remove = made.remove;
});
afterAll(async () => {
  const left = postmasterOf(join(home(), "data")); // what is thrown away need not end in order
  if (left) process.kill(left.pid, "SIGKILL");
  await remove();
});

test("the password is random, private and asked for; the data waits for the disk", async () => {
  const password = readFileSync(join(home(), "password"), "utf8");
  expect(password).toMatch(/^[0-9a-f]{48}$/);
  expect(statSync(join(home(), "password")).mode & 0o077).toBe(0);
  const wrong = openRaw(first.url.replace(password, "guess"), { max: 1 });
  await expect(wrong.unsafe("select 1")).rejects.toMatchObject({ code: "28P01" });
  await wrong.end({ timeout: 1 });
  const sql = openRaw(first.url, { max: 1 });
  const [row] = await sql.unsafe(
    `select current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as waits,
      current_setting('server_encoding') as letters`,
  );
  await sql.end({ timeout: 1 });
  expect(row).toEqual({ fsync: "on", waits: "on", letters: "UTF8" });
});

test("it is not root, and listens on this machine only", () => {
  if (process.platform !== "linux") return expect(process.platform).not.toBe("linux");
  expect(statSync(`/proc/${first.pid}`).uid).not.toBe(0);
  const port = Number(new URL(first.url).port).toString(16).toUpperCase().padStart(4, "0");
  const listening = ["tcp", "tcp6"]
    .flatMap((kind) => readFileSync(`/proc/net/${kind}`, "utf8").split("\n"))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === "0A" && local?.endsWith(`:${port}`));
  expect(listening.map(([, local]) => local)).toEqual([`0100007F:${port}`]);
  // Its one socket file lies where nobody else comes.
  const data = join(home(), "data");
  const files = readFileSync("/proc/net/unix", "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/)[7] ?? "")
    .filter((path) => path.startsWith(data) || path.endsWith(`.s.PGSQL.${new URL(first.url).port}`));
  expect([...new Set(files)]).toEqual([join(data, `.s.PGSQL.${new URL(first.url).port}`)]);
  expect(statSync(data).mode & 0o077).toBe(0);
});

test("a folder whose name is too long for a socket file is reached by its port", async () => {
  const long = join(folder, "a".repeat(100));
  const { url, stop } = await openCluster(long, { major });
  expect(new URL(url).search).toBe("");
  expect(new URL(first.url).search).not.toBe("");
  const sql = openRaw(url, { max: 1 });
  expect(await sql.unsafe("select 1 as one")).toEqual([{ one: 1 }]);
  await sql.end({ timeout: 1 });
  await stop();
});

test("a server that runs is reused, also by two at the same time", async () => {
  const again = await Promise.all([openCluster(folder, { major }), openCluster(folder, { major })]);
  expect(again.map(({ how, pid, url }) => ({ how, pid, url }))).toEqual(
    Array(2).fill({ how: "reused", pid: first.pid, url: first.url }),
  );
});

test("a second server on one directory is told so; a dead one's lock is cleared", async () => {
  const lock = claimDirectory(folder);
  expect(() => claimDirectory(folder)).toThrow(
    `Another Samenspel server (process ${process.pid}) already works in ${folder}`,
  );
  expect(whoServes(folder)).toBe(process.pid);
  lock.release();
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  const start = readFileSync(`/proc/${other.pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ")[19];
  writeFileSync(join(folder, "server.lock"), JSON.stringify({ pid: other.pid, start }));
  expect(() => claimDirectory(folder)).toThrow(`process ${other.pid}`);
  const gone = new Promise((resolve) => other.once("exit", resolve));
  other.kill("SIGKILL");
  await gone;
  claimDirectory(folder).release();
  writeFileSync(join(folder, "server.lock"), JSON.stringify({ pid: process.pid, start: "another life" }));
  claimDirectory(folder).release();
  expect(existsSync(join(folder, "server.lock"))).toBe(false);
});

test("kill -9 of the database under sixteen writers, three rounds: it comes back by itself and nothing acknowledged is lost", async () => {
  const keeper = keepRunning(folder, await openCluster(folder, { major }), { major });
  onTestFinished(keeper.stop);
  const sql = openRaw(first.url, { max: 16 });
  await sql.unsafe("create table if not exists kept (id text primary key)");
  const acknowledged: string[] = [];
  const lives = new Set<string>(); // a killed server's backends may acknowledge a while longer: only another life shows that it is back
  let busy = true;
  const write = async (name: number) => {
    for (let turn = 0; busy; turn++) {
      const id = `${name}-${turn}`;
      const written = sql.unsafe("insert into kept values ($1) returning pg_postmaster_start_time()::text as life", [
        id,
      ]);
      await written.then(
        ([row]) => (acknowledged.push(id), lives.add(String(row?.life))),
        () => sleep(20),
      );
    }
  };
  const writers = Promise.all(Array.from({ length: 16 }, (_, at) => write(at)));
  for (let round = 0; round < 3; round++) {
    const before = acknowledged.length;
    while (acknowledged.length < before + 50) await sleep(20);
    process.kill(postmaster(), "SIGKILL");
    while (lives.size < round + 2) await sleep(20);
  }
  busy = false;
  await writers;
  const kept = new Set((await sql.unsafe("select id from kept")).map((row) => String(row.id)));
  await sql.end({ timeout: 5 });
  await keeper.stop();
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(isAlive(first.pid)).toBe(false);
});

test("a folder that goes away is waited for: no empty database comes in its place", async () => {
  const made = await throwAway();
  const keeper = keepRunning(made.folder, made.cluster, { major });
  onTestFinished(() => keeper.stop().then(made.remove));
  const away = `${made.folder}-away`;
  renameSync(made.folder, away);
  process.kill(made.cluster.pid, "SIGKILL");
  await expect(openCluster(made.folder, { major, existing: true })).rejects.toThrow();
  await sleep(1000);
  expect(existsSync(made.folder)).toBe(false);
  mkdirSync(made.folder);
  await expect(openCluster(made.folder, { major, existing: true })).rejects.toThrow(/no database/);
  await sleep(1000);
  expect(readdirSync(made.folder)).toEqual([]);
  rmdirSync(made.folder);
  renameSync(away, made.folder);
  const answers = async () => {
    const sql = openRaw(made.cluster.url, { max: 1 });
    const rows = await sql.unsafe("select 1").catch(() => []);
    await sql.end({ timeout: 1 });
    return rows.length;
  };
  expect(await eventually(answers, (rows) => rows === 1)).toBe(1);
});

const postmaster = () => Number(readFileSync(join(home(), "data", "postmaster.pid"), "utf8").split("\n")[0]);

test("a stale pid is cleared, also when its number now belongs to another program, and the port is remembered", async () => {
  const pidFile = join(home(), "data", "postmaster.pid");
  for (const pid of [process.pid, 2 ** 22 + 1]) {
    writeFileSync(
      pidFile,
      `${pid}\n${join(home(), "data")}\n1700000000\n${new URL(first.url).port}\n\n127.0.0.1\n0 0\nready   \n`,
    );
    writeFileSync(join(home(), "data", `.s.PGSQL.${new URL(first.url).port}.lock`), `${pid}\n`);
    const again = await openCluster(folder, { major });
    expect(again).toMatchObject({ how: "started", url: first.url });
    await again.stop();
    expect(isAlive(again.pid)).toBe(false);
  }
});

test("a pid file that a starting server has not finished is left alone; one that a crash left unfinished is cleared", async () => {
  const data = join(home(), "data");
  const pidFile = join(data, "postmaster.pid");
  writeFileSync(pidFile, "");
  expect(postmasterOf(data)).toBeNull();
  expect(existsSync(pidFile)).toBe(true);
  utimesSync(pidFile, new Date(), new Date(Date.now() - 6000));
  expect(postmasterOf(data)).toBeNull();
  expect(existsSync(pidFile)).toBe(false);
});

test("a server left behind by a killed app is adopted", async () => {
  const script = `
    import { openCluster } from "./db/cluster.server.ts";
    console.log((await openCluster(${JSON.stringify(folder)}, { major: ${major} })).pid);
    process.kill(process.pid, "SIGKILL");`;
  const bundle = resolve("node_modules/.cache/samenspel", `app-${process.pid}.mjs`); // packages are found from there
  const { build } = await import("esbuild");
  await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: "ts" },
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  const orphan = Number(await saidBy(bundle));
  const adopted = await openCluster(folder, { major });
  expect(adopted).toMatchObject({ how: "reused", pid: orphan });
  await adopted.stop();
  expect(isAlive(orphan)).toBe(false);
});

test("data of another major version is refused, not hidden", async () => {
  const other = await throwAway();
  await other.cluster.stop();
  const [name = ""] = readdirSync(other.folder).filter((each) => /^pg\d+$/.test(each));
  execFileSync("mv", [join(other.folder, name), join(other.folder, "pg14")]);
  await expect(openCluster(other.folder, { major })).rejects.toThrow(
    /holds data of PostgreSQL 14, and this is PostgreSQL \d+/,
  );
  await other.remove();
});

/** Says what the script said before it was killed. */
const saidBy = (bundle: string) =>
  new Promise<string>((resolve) => {
    execFile(process.execPath, [bundle], { encoding: "utf8" }, (_, said) => {
      rmSync(bundle, { force: true });
      resolve(said);
    });
  });
