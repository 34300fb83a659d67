import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isNull } from "drizzle-orm";
import { openDatabase } from "#db/client.server.ts";
import { openCluster } from "#db/cluster.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { outbox } from "#db/schema.ts";
import { fillDemo } from "#db/seed/demo.ts";
import { seedNational, type Scale } from "#db/seed/national/run.ts";
import { openFiles } from "#app/platform/files/receive.server.ts";
import { throwAway } from "#tests/support/database/database.ts";

/** Describes a database with people and questions in it, and a folder for whoever works on it. */
export type Filled = { url: string; folder: string; close: () => Promise<void> };

/** Returns the demo in a database that is thrown away. */
export async function filledDemo(): Promise<Filled> {
  const { folder, cluster, remove } = await throwAway();
  await migrate(cluster.url);
  const house = openDatabase(cluster.url, { poolSize: 4 });
  console.log("Filling a throw-away database …");
  const { centres } = await fillDemo({
    house,
    now: new Date(),
    passwordHash: null,
    store: openFiles(join(folder, "files")),
    said: () => {},
  });
  // The letters of the demo's own stories count as sent: the rounds of a server that has nothing to do are not what is
  // measured.
  await house.transact({ person: "", centres, organizations: [] }, (db) =>
    db.update(outbox).set({ sentAt: new Date() }).where(isNull(outbox.sentAt)),
  );
  await house.close();
  return { url: cluster.url, folder, close: remove };
}
/**
 * Returns a country: thrown away afterwards, or kept in `databases` and used again on the same day (its questions
 * stand where they stand today).
 */
export async function filledCountry(scale: Scale, databases: string | null): Promise<Filled> {
  if (databases === null) {
    const { folder, cluster, remove } = await throwAway();
    await fill(scale, cluster.url, folder);
    return { url: cluster.url, folder, close: remove };
  }
  const today = new Date().toISOString().slice(0, 10);
  const folder = join(resolve(databases), `national-${scale.size.centres}-${scale.assignments}-${scale.seed}`);
  const note = join(folder, "filled");
  const usable = existsSync(note) && readFileSync(note, "utf8") === today;
  if (!usable) await emptied(folder);
  const cluster = await openCluster(folder);
  if (usable) await migrate(cluster.url);
  else {
    await fill(scale, cluster.url, folder);
    writeFileSync(note, today);
  }
  return { url: cluster.url, folder, close: cluster.stop };
}
/** What is there from another day may still be running: it ends first. */
async function emptied(folder: string): Promise<void> {
  if (existsSync(folder)) await (await openCluster(folder)).stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  mkdirSync(folder, { recursive: true });
}
async function fill(scale: Scale, url: string, dataDir: string): Promise<void> {
  await migrate(url);
  const house = openDatabase(url, { poolSize: 4 });
  const from = Date.now();
  await seedNational({
    scale,
    owner: url,
    house,
    dataDir,
    now: new Date(),
    passwordHash: "",
    said: (line) => console.log(`${((Date.now() - from) / 1000).toFixed(0).padStart(5)} s  ${line}`),
  }).finally(house.close);
}
