import { openDatabase, type DatabasePool } from "#db/client.server.ts";
import { claimDirectory, openCluster, whoServes } from "#db/cluster.server.ts";
import { keepRunning } from "#db/cluster/keeper.server.ts";
import { migrate, refusePrivilegedLogin } from "#db/migrate.server.ts";
import type { Env } from "#app/platform/settings/env.server.ts";

/**
 * Describes the database that belongs to the settings, open and migrated. `close` ends the pool, and the embedded
 * database when it is ours to end.
 */
export type OpenDatabase = { url: string; database: DatabasePool; close: () => Promise<void> };
type Source = { url: string; end: () => Promise<void> };

/**
 * Opens it for the server: the only one in its `DATA_DIR`, and it keeps the embedded database alive. Throws a
 * sentence when that cannot be.
 */
export async function openForServer(env: Env): Promise<OpenDatabase> {
  if (env.databaseUrl) return openAt(env, { url: env.databaseUrl, end: async () => {} });
  const lock = claimDirectory(env.dataDir);
  try {
    const cluster = await openCluster(env.dataDir);
    const keeper = keepRunning(env.dataDir, cluster);
    return await openAt(env, { url: cluster.url, end: () => keeper.stop().finally(lock.release) });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Opens it for a script: joins the embedded database that runs, or starts one and ends it again, unless a server came
 * to use it meanwhile.
 */
export async function openForScript(env: Env, { leave = false } = {}): Promise<OpenDatabase> {
  if (env.databaseUrl) return openAt(env, { url: env.databaseUrl, end: async () => {} });
  const cluster = await openCluster(env.dataDir);
  const ours = cluster.how === "started" && !leave;
  return openAt(env, {
    url: cluster.url,
    end: async () => void (ours && whoServes(env.dataDir) === null && (await cluster.stop())),
  });
}

/** Describes a database as it is: not migrated, not open. `owner` logs in as the owner of the tables, `url` as the server does. */
type DatabasePlace = {
  url: string;
  owner: string;
  login: string | undefined;
  close: () => Promise<void>;
};
/**
 * Tells for a back-up, beside a server that runs, where the database of the settings is. Throws a sentence when there
 * is no embedded database yet, and makes none.
 */
export const placeOf = (env: Env): Promise<DatabasePlace> => databasePlace(env, true);

/**
 * Finds the same for a restore, while no server works in `DATA_DIR`. Makes an embedded database where there is none;
 * `close` ends it.
 */
export async function emptyPlaceFor(env: Env): Promise<DatabasePlace> {
  const lock = claimDirectory(env.dataDir);
  try {
    const place = await databasePlace(env, false);
    return { ...place, close: () => place.close().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function databasePlace(env: Env, existing: boolean): Promise<DatabasePlace> {
  const login = loginOf(env);
  if (env.databaseUrl) {
    const url = env.directUrl ?? env.databaseUrl; // a set is read and written over one connection
    return { url, owner: env.migrationUrl ?? url, login, close: async () => {} };
  }
  const cluster = await openCluster(env.dataDir, { existing });
  const served = () => existing && whoServes(env.dataDir) !== null;
  const close = async () => void (cluster.how === "started" && !served() && (await cluster.stop()));
  return { url: cluster.url, owner: cluster.url, login, close };
}
/** The server logs in as this user, when somebody else owns the tables. */
const loginOf = ({ databaseUrl, migrationUrl }: Env) =>
  databaseUrl && migrationUrl ? decodeURIComponent(new URL(databaseUrl).username) : undefined;

async function openAt(env: Env, { url, end }: Source): Promise<OpenDatabase> {
  try {
    // Migrations hold a lock of their session, which no pooler in transaction mode carries.
    await migrate(env.migrationUrl ?? env.directUrl ?? url, {
      login: env.migrationUrl && decodeURIComponent(new URL(url).username),
    });
    if (env.production && env.databaseUrl) await refusePrivilegedLogin(url);
  } catch (error) {
    await end();
    throw error;
  }
  const database = openDatabase(url, { poolSize: env.poolSize, direct: env.directUrl, replica: env.replicaUrl });
  return { url, database, close: () => database.close().finally(end) };
}
