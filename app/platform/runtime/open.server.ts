import { openDatabase, type DatabasePool } from "#db/client.server.ts";
import { claimDirectory, openCluster, whoServes } from "#db/cluster.server.ts";
import { keepRunning } from "#db/cluster/keeper.server.ts";
import { migrate, refuseMightyLogin } from "#db/migrate.server.ts";
import type { Env } from "#app/platform/settings/env.server.ts";

/**
 * The database that belongs to the settings, open and migrated. `close` ends the pool, and the embedded database when
 * it is ours to end.
 */
export type OpenDatabase = { url: string; database: DatabasePool; close: () => Promise<void> };
type Source = { url: string; end: () => Promise<void> };

/**
 * For the server: the only one in its `DATA_DIR`, and it keeps the embedded database alive. Throws a sentence when that
 * cannot be.
 */
export async function openForServer(env: Env): Promise<OpenDatabase> {
  if (env.databaseUrl) return opened(env, { url: env.databaseUrl, end: async () => {} });
  const lock = claimDirectory(env.dataDir);
  try {
    const cluster = await openCluster(env.dataDir);
    const keeper = keepRunning(env.dataDir, cluster);
    return await opened(env, { url: cluster.url, end: () => keeper.stop().finally(lock.release) });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * For a script: joins the embedded database that runs, or starts one and ends it again, unless a server came to use it
 * meanwhile.
 */
export async function openForScript(env: Env, { leave = false } = {}): Promise<OpenDatabase> {
  if (env.databaseUrl) return opened(env, { url: env.databaseUrl, end: async () => {} });
  const cluster = await openCluster(env.dataDir);
  const ours = cluster.how === "started" && !leave;
  return opened(env, {
    url: cluster.url,
    end: async () => void (ours && whoServes(env.dataDir) === null && (await cluster.stop())),
  });
}

async function opened(env: Env, { url, end }: Source): Promise<OpenDatabase> {
  try {
    await migrate(env.migrationUrl ?? url, { login: env.migrationUrl && decodeURIComponent(new URL(url).username) });
    if (env.production && env.databaseUrl) await refuseMightyLogin(url);
  } catch (error) {
    await end();
    throw error;
  }
  const database = openDatabase(url, { poolSize: env.poolSize });
  return { url, database, close: () => database.close().finally(end) };
}
