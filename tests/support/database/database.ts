import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRaw } from "#db/client.server.ts";
import { openCluster } from "#db/cluster.server.ts";
import { isAlive, postmasterOf } from "#db/cluster/process.server.ts";
import { migrate } from "#db/migrate.server.ts";

/** The test run hands these to its workers. */
type Databases = { url: string; template: string; major: number; folder: string };
type Started = { given: Databases; stop: () => Promise<void>; users: number };
type Projectlike = { provide: (key: "databases", value: Databases) => void };

declare module "vitest" {
  interface ProvidedContext {
    databases: Databases;
  }
}

const prefix = "samenspel-test-";
const template = "house_template";
const shared = globalThis as { samenspelCluster?: Promise<Started> };

/** Vitest's global setup: one throw-away cluster for the whole run, PostgreSQL `TEST_PG` of the system or the embedded one. */
export default async function setup(project: Projectlike) {
  const started = await (shared.samenspelCluster ??= start());
  started.users++;
  project.provide("databases", started.given);
  return async () => {
    if (--started.users > 0) return;
    delete shared.samenspelCluster;
    await started.stop();
  };
}

async function start(): Promise<Started> {
  sweep();
  const { folder, cluster, remove } = await throwAway({ durable: false });
  await onServer(cluster.url, `create database ${template}`);
  await migrate(withDatabase(cluster.url, template));
  await onServer(cluster.url, `alter database ${template} allow_connections false`);
  const major = Number(
    readdirSync(folder)
      .find((name) => /^pg\d+$/.test(name))
      ?.slice(2),
  );
  return { given: { url: cluster.url, template, major, folder }, stop: remove, users: 0 };
}

const asked = process.env.TEST_PG ? Number(process.env.TEST_PG) : undefined;
/**
 * Makes a cluster of its own in a folder of its own outside the project; gone when `remove` is called or this process
 * ends. `major` asks for another version of the system than the run's; null for the embedded one.
 */
export async function throwAway({ durable = true, major = asked }: { durable?: boolean; major?: number | null } = {}) {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, "owner"), `${process.pid}`);
  const clear = () => clearFolder(folder);
  process.once("exit", clear);
  const cluster = await openCluster(folder, { major: major ?? undefined, durable });
  const remove = async () => {
    await cluster.stop();
    clear();
    process.removeListener("exit", clear);
  };
  return { folder, cluster, remove };
}

/** Folders of test runs that were killed; one that says nobody's name is just being made by a run beside this one, unless it is old. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = readOr(join(folder, "owner"));
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (owner === "" ? made < Date.now() - 3_600_000 : !isAlive(Number(owner))) clearFolder(folder);
  }
}

function clearFolder(folder: string) {
  for (const name of readdirs(folder).filter((each) => /^pg\d+$/.test(each))) {
    const postmaster = postmasterOf(join(folder, name, "data"));
    if (postmaster) process.kill(postmaster.pid, "SIGQUIT");
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** Runs one statement on a connection of its own, as creating or dropping a database asks. */
export async function onServer(url: string, statement: string) {
  const sql = openRaw(url, { max: 1 });
  await sql.unsafe(statement).finally(() => sql.end({ timeout: 5 }));
}
/** Answers the address of another database on the same server. */
export const withDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

const readdirs = (folder: string) => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
const readOr = (file: string) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};
