import { openCluster, type Cluster, type ClusterOptions } from "../cluster.server.ts";
import { isAlive } from "./process.server.ts";

/**
 * Starts the database of `dataDir` again when it ended without being asked, on the same port. `stop` ends both the
 * watching and the database.
 */
export function keepRunning(
  dataDir: string,
  cluster: Cluster,
  options: ClusterOptions = {},
): { stop: () => Promise<void> } {
  let current = cluster;
  let round: Promise<void> | null = null;
  const look = async () => {
    if (isAlive(current.pid)) return;
    try {
      // A folder that went away is waited for: an empty database in its place would be somebody's data gone.
      current = await openCluster(dataDir, { ...options, existing: true });
    } catch {
      // The next look tries again; until then requests are answered with 503.
    }
  };
  const timer = setInterval(() => (round ??= look().finally(() => (round = null))), 250);
  timer.unref();
  const stop = async () => {
    clearInterval(timer);
    await round;
    await current.stop();
  };
  return { stop };
}
