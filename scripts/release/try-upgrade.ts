import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { Agent } from "node:https";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { openRaw } from "#db/client.server.ts";
import { openCluster } from "#db/cluster.server.ts";
import { freePort } from "#db/cluster/process.server.ts";
import { withSocket } from "#db/address.server.ts";
import { urls } from "#app/urls.ts";
import { installIn } from "./install.ts";
import { ask, beginLoad } from "./load.ts";
import { startProxy } from "./proxy.ts";

type Settings = Record<string, string>;
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const node = process.execPath;

/**
 * Tries an upgrade as an operator does it: the release of `commit` serves a demo on two ports behind the proxy, under
 * load; the new archive migrates the database beside it, takes over one port after the other, and at last the old one
 * is started on the new schema, as going back would. Prints what it saw; true when no request failed and nothing that
 * was said to be written is gone.
 */
export async function tryUpgrade(commit: string, archive: string): Promise<boolean> {
  const place = mkdtempSync(join(tmpdir(), "samenspel-upgrade-"));
  const ends: (() => unknown)[] = [() => rmSync(place, { recursive: true, force: true })];
  try {
    const before = unpack(archiveOf(commit), join(place, "before"));
    const after = unpack(archive, join(place, "after"));
    const cluster = await openCluster(join(place, "database"));
    ends.push(() => cluster.stop());
    const ports: [number, number] = [await freePort(), await freePort()];
    const port = await freePort();
    const settings: Settings = {
      ...(await logins(cluster.url)),
      DATA_DIR: join(place, "data"),
      PUBLIC_ORIGIN: `https://localhost:${port}`,
      DEMO: "1",
      TRUSTED_PROXIES: "1",
    };
    mkdirSync(settings.DATA_DIR ?? "");
    run(resolve(worktree), settings, "scripts/run.mjs", "db/seed.ts");
    const running = await Promise.all(ports.map((each) => started(before, settings, each)));
    ends.push(() => running.forEach((child) => child.kill("SIGKILL")));
    const proxy = startProxy(place, { port, servers: ports });
    ends.push(proxy.stop);
    await pause(1000);
    return await underLoad(proxy.origin, { before, after, ports, running, settings });
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

type Scene = { before: string; after: string; ports: [number, number]; running: ChildProcess[]; settings: Settings };
async function underLoad(origin: string, scene: Scene): Promise<boolean> {
  const { before, after, ports, running, settings } = scene;
  const persona = /\S+@\S+/.exec(readFileSync(join(settings.DATA_DIR ?? "", "demo-accounts.txt"), "utf8"))?.[0] ?? "";
  const load = beginLoad(origin, persona);
  const said: [string, number][] = [];
  const step = async (name: string, work: () => Promise<unknown>) => {
    const [began, failed] = [performance.now(), load.failed.length];
    await work();
    said.push([`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`, load.failed.length - failed]);
  };
  await step("the release before alone", () => pause(5000));
  await step("migrating beside it", async () => command(after, settings, "migrate"));
  await step("the release before on the new schema", () => pause(5000));
  for (const at of [0, 1] as const)
    await step(`taking over the ${at === 0 ? "first" : "second"} port`, async () => {
      await stopped(running[at]);
      running[at] = await started(after, settings, ports[at]);
    });
  await step("the new one alone", () => pause(5000));
  await step("going back on one port", async () => {
    await stopped(running[0]);
    running[0] = await started(before, settings, ports[0]);
    await pause(3000);
  });
  await load.stop();
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  let lost = 0;
  for (const cookie of load.sessions)
    if ((await ask(origin, agent, urls.work.myWork, { cookie })).status !== 200) lost++;
  agent.destroy();
  await command(after, settings, "verify-log");
  const times = load.times.sort((a, b) => a - b);
  for (const [line, failed] of said) console.log(`${line}, ${failed} failed`);
  console.log(
    `${load.asked} requests, ${load.failed.length} failed; p99 ${Math.round(times[Math.floor(times.length * 0.99)] ?? 0)} ms, ` +
      `longest ${Math.round(times.at(-1) ?? 0)} ms; ${load.sessions.length} log-ins, ${lost} lost; the log is whole`,
  );
  for (const failure of new Set(load.failed)) console.log(`failed: ${failure}`);
  const well = load.failed.length === 0 && lost === 0 && load.sessions.length > 50;
  if (well) git("worktree", "remove", "--force", worktree);
  return well;
}

const worktree = "releases/before";
const git = (...args: string[]) => spawnSync("git", args, { encoding: "utf8" });
/**
 * Makes an archive of another commit, built by that commit's own sources and packages. What a try that failed left
 * behind is used again.
 */
function archiveOf(commit: string): string {
  const wanted = git("rev-parse", `${commit}^{commit}`).stdout.trim();
  const into = `releases/before-${wanted.slice(0, 12)}`;
  const made = existsSync(into) ? readdirSync(into).find((name) => name.endsWith(".tar.gz")) : undefined;
  if (made && git("-C", worktree, "rev-parse", "HEAD").stdout.trim() === wanted) return join(into, made);
  git("worktree", "remove", "--force", worktree);
  if (git("worktree", "add", "--detach", "--force", worktree, wanted).status !== 0)
    throw new Error(`There is no commit ${commit} here.`);
  installIn(worktree);
  const args = ["scripts/run.mjs", "scripts/release.ts", "--source", worktree, "--into", into];
  return execFileSync(node, args, { encoding: "utf8" }).trim().split("\n").at(-1) ?? "";
}

function unpack(archive: string, into: string): string {
  mkdirSync(into, { recursive: true });
  execFileSync("tar", ["-xzf", archive, "-C", into]);
  return join(into, basename(archive, ".tar.gz"));
}

/** Makes a database with an owner and a plain login, as an institution has it. */
async function logins(server: string): Promise<Settings> {
  const sql = openRaw(withSocket(server, null), { max: 1 });
  for (const name of ["owner", "server"]) await sql.unsafe(`create role upgrade_${name} login password 'los woord'`);
  await sql.unsafe("create role samenspel_app nologin");
  await sql.unsafe("grant samenspel_app to upgrade_owner, upgrade_server");
  await sql.unsafe("create database upgrade owner upgrade_owner");
  await sql.end();
  const as = (name: string) => {
    const url = new URL(withSocket(server, null));
    return Object.assign(url, { username: `upgrade_${name}`, password: "los woord", pathname: "/upgrade" }).href;
  };
  return { DATABASE_URL: as("server"), MIGRATION_DATABASE_URL: as("owner") };
}

const around = (settings: Settings) => ({ ...process.env, NODE_ENV: "production" as const, ...settings });
function run(cwd: string, settings: Settings, ...args: string[]): void {
  execFileSync(node, args, { cwd, env: around(settings), stdio: ["ignore", "ignore", "inherit"] });
}
/** Without blocking the load that runs beside it. */
function command(cwd: string, settings: Settings, name: string): Promise<void> {
  const child = spawn(node, [`commands/${name}.mjs`], {
    cwd,
    env: around(settings),
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve_, reject) =>
    child.once("exit", (code) => (code === 0 ? resolve_() : reject(new Error(`${name} ended with ${code}.`)))),
  );
}

/** Starts a release on a port and waits until it is ready. */
async function started(cwd: string, settings: Settings, port: number): Promise<ChildProcess> {
  const env = { ...around(settings), PORT: String(port) };
  const child = spawn(node, ["server.mjs"], { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server of ${basename(cwd)} did not start.`);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return child;
    await pause(100);
  }
}
async function stopped(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await gone;
}
