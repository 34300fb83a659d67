import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { withSocket } from "./address.server.ts";
import { findBinaries, type Binaries } from "./cluster/binaries.server.ts";
import { holderIn, takeLock, waitForLock, type Lock } from "./cluster/lock.server.ts";
import { openPlace, ownerOf, type Owner } from "./cluster/owner.server.ts";
import { answers, freePort, isAlive, postmasterOf, type Postmaster } from "./cluster/process.server.ts";

/** Describes a PostgreSQL of our own that runs. */
export type Cluster = {
  url: string;
  pid: number;
  /** `reused`: it already ran, started by somebody else or left by a server that was killed. */
  how: "started" | "reused";
  /** Ends the database, whoever started it, and waits until it has. */
  stop: () => Promise<void>;
};
export type ClusterOptions = {
  /** The system's PostgreSQL of this major version takes the place of the embedded one. */
  major?: number | undefined;
  /** Is false only for throw-away data: does not wait for the disk. */
  durable?: boolean;
  /** Throws when there is no database yet, and leaves the folder as it is: for one that comes back after a fault. */
  existing?: boolean;
};
type Home = { root: string; data: string; password: string; port: string; log: string };

const user = "samenspel";
const maxWait = 30_000;
const noDatabase = (dataDir: string) => new Error(`There is no database in ${dataDir}.`);
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Starts the embedded PostgreSQL of `dataDir`, or joins the one that runs there. Listens on this machine only; never
 * runs as root. Throws a sentence for people when the directory cannot be used, holds another major version, or there
 * is no PostgreSQL at all.
 */
export async function openCluster(
  dataDir: string,
  { major, durable = true, existing = false }: ClusterOptions = {},
): Promise<Cluster> {
  if (existing && dataIn(dataDir) === null) throw noDatabase(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const starting = await waitForLock(join(realpathSync(resolve(dataDir)), "starting.lock"), maxWait);
  try {
    const base = openPlace(realpathSync(resolve(dataDir)));
    const owner = ownerOf(dataIn(base) ?? base);
    const binaries = findBinaries(base, owner, major);
    const home = homeOf(base, binaries);
    if (!existsSync(join(home.data, "PG_VERSION"))) {
      if (existing) throw noDatabase(dataDir); // it went away after all
      await create(home, binaries, owner);
    }
    return await running(home, binaries, owner, durable);
  } finally {
    starting.release();
  }
}

/**
 * Makes this process the only server of `dataDir`; throws a sentence when another server is. Scripts do not need it.
 */
export function claimDirectory(dataDir: string): Lock {
  mkdirSync(dataDir, { recursive: true });
  const lock = takeLock(lockOf(dataDir));
  if ("release" in lock) return lock;
  throw new Error(
    `Another Samenspel server (process ${lock.pid}) already works in ${resolve(dataDir)}. Stop it, or choose another DATA_DIR.`,
  );
}

/** Returns the process number of the server that works in `dataDir`; null when there is none. */
export const whoServes = (dataDir: string): number | null => holderIn(lockOf(dataDir))?.pid ?? null;
const lockOf = (dataDir: string) => join(realpathSync(resolve(dataDir)), "server.lock");

const majorsIn = (base: string) =>
  readdirSync(base)
    .filter((name) => /^pg\d+$/.test(name) && existsSync(join(base, name, "data", "PG_VERSION")))
    .map((name) => Number(name.slice(2)));
const dataIn = (base: string) => {
  const [major] = majorsIn(base);
  return major === undefined ? null : join(base, `pg${major}`, "data");
};

function homeOf(base: string, { major }: Binaries): Home {
  const there = majorsIn(base);
  if (there.length > 0 && !there.includes(major))
    throw new Error(
      `${base} holds data of PostgreSQL ${there.join(" and ")}, and this is PostgreSQL ${major}: ` +
        "make a back-up with the version of Samenspel before this one, and restore it into an empty DATA_DIR.",
    );
  const root = join(base, `pg${major}`);
  return {
    root,
    data: join(root, "data"),
    password: join(root, "password"),
    port: join(root, "port"),
    log: join(root, "log"),
  };
}

async function create(home: Home, { bin, major }: Binaries, owner: Owner) {
  owner.makePrivate(home.root);
  rmSync(home.data, { recursive: true, force: true }); // an initdb that was cut short
  if (!existsSync(home.password)) writeFileSync(home.password, randomBytes(24).toString("hex"), { mode: 0o600 });
  owner.give(home.password);
  const locale =
    major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"] : ["--locale=C.UTF-8"];
  const args = [
    "-D",
    home.data,
    "-U",
    user,
    "--auth=scram-sha-256",
    `--pwfile=${home.password}`,
    "--encoding=UTF8",
    ...locale,
  ];
  try {
    await promisify(execFile)(join(bin, "initdb"), args, { env: quiet, cwd: home.root, ...owner.identity });
  } catch (error) {
    rmSync(home.data, { recursive: true, force: true });
    throw new Error(
      `The database could not be made in ${home.data}: ${(error as { stderr?: string }).stderr ?? String(error)}`,
    );
  }
}

/** Joins the server that runs, waits for one that is starting or ending, starts one when there is none. */
async function running(home: Home, binaries: Binaries, owner: Owner, durable: boolean): Promise<Cluster> {
  let how: Cluster["how"] = "reused";
  for (const until = Date.now() + maxWait; Date.now() < until; await pause(25)) {
    const there = postmasterOf(home.data);
    if (there && there.port && isReady(home.data) && (await answers(there.port))) return clusterOf(home, there, how);
    if (there) continue;
    how = "started";
    await start(home, binaries, owner, durable);
  }
  throw new Error(`The database in ${home.data} does not start; its last words are in ${home.log}.`);
}

const isReady = (data: string) => {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").includes("\nready");
  } catch {
    return false;
  }
};

/**
 * Resolves as soon as the new process holds the directory or has ended (backends of a killed one may still be leaving).
 */
async function start(home: Home, { bin }: Binaries, owner: Owner, durable: boolean) {
  const port = await freePort(existsSync(home.port) ? Number(readFileSync(home.port, "utf8")) : 0);
  clearSockets(home.data);
  writeFileSync(home.port, `${port}`, { mode: 0o600 });
  const settings = [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${socketIn(home.data, port) ? home.data : ""}`,
    `port=${port}`,
    "max_connections=100",
    "timezone=UTC",
    "log_timezone=UTC",
  ];
  const careless = durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  const log = openSync(home.log, "a", 0o600);
  const child = spawn(
    join(bin, "postgres"),
    ["-D", home.data, ...[...settings, ...careless].flatMap((each) => ["-c", each])],
    {
      env: quiet,
      cwd: home.root,
      detached: true,
      stdio: ["ignore", log, log],
      ...owner.identity,
    },
  );
  closeSync(log);
  let ended = false;
  child.once("exit", () => (ended = true));
  child.once("error", () => (ended = true));
  child.unref();
  while (!ended && !postmasterOf(home.data)) await pause(10);
}

function clusterOf(home: Home, { pid, port }: Postmaster, how: Cluster["how"]): Cluster {
  const password = readFileSync(home.password, "utf8").trim();
  const stop = async () => {
    if (isAlive(pid)) process.kill(pid, "SIGINT"); // ends now, in order
    for (const until = Date.now() + maxWait; isAlive(pid) && Date.now() < until; await pause(20));
  };
  const socket = socketIn(home.data, port);
  const url = withSocket(
    `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
    socket && existsSync(socket) ? socket : null,
  );
  return { url, pid, how, stop };
}

/** Longer names of sockets are refused by the system. */
const longestSocket = 100;
/**
 * Returns the file by which processes of this machine reach the database: a small statement over it costs a quarter
 * less than over TCP. Null where there is none.
 */
function socketIn(data: string, port: number): string | null {
  const path = join(data, `.s.PGSQL.${port}`);
  return process.platform === "win32" || Buffer.byteLength(path) > longestSocket ? null : path;
}

/** Clears what a killed database left: its number may be another process's by now, and then the next one would not start. */
function clearSockets(data: string) {
  for (const name of readdirSync(data).filter((each) => each.startsWith(".s.PGSQL.")))
    rmSync(join(data, name), { force: true });
}

/** No setting of the surroundings (PGDATA, PGPORT, language) reaches the database. */
const quiet = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH ?? "",
  LC_ALL: "C",
  TZ: "UTC",
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
};
