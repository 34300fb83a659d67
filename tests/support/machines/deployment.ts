import { rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sql } from "postgres";
import { openDatabase, openRaw } from "#db/client.server.ts";
import { freePort } from "#db/cluster/process.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { act, openDelivery } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { throwAway } from "#tests/support/database/database.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { storage, type Storage } from "#tests/support/storage.ts";
import { poolerBefore } from "./pooler.ts";
import { program, type Program } from "./program.ts";
import { proxyBefore, reaches } from "./proxy.ts";
import { major, replicaOf } from "./replica.ts";

/** Starts three servers behind HAProxy, on one database behind PgBouncer with a replica, and one bucket. */
export type Deployment = {
  origin: string;
  apps: readonly Program[];
  pooler: Program;
  replica: Program & { url: string };
  bucket: Storage;
  proxy: Program;
  sql: Sql;
  /** Holds an assignment that is under way, the address where its delivery takes files, and a public one. */
  assignment: string;
  uploads: string;
  open: string;
  teacher: string;
  company: string;
};

/** Everything is started, and gone when the test file ends. */
export async function severalServers(): Promise<Deployment> {
  const { cluster, remove } = await throwAway({ durable: false, major });
  atFileEnd(remove);
  await migrate(cluster.url);
  const lived = await lifeIn(cluster.url);
  const [replica, pooler, bucket] = [await replicaOf(cluster.url), await poolerBefore(cluster.url), await storage()];
  atFileEnd(() => Promise.all([replica.remove(), pooler.remove()]));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const settings = {
    DATABASE_URL: pooler.url,
    DIRECT_DATABASE_URL: cluster.url,
    DATABASE_READ_URL: replica.url,
    PUBLIC_ORIGIN: origin,
    ...bucket.settings,
  };
  const ports = [await freePort(), await freePort(), await freePort()];
  const apps = ports.map((own) => app(own, settings));
  await Promise.all(apps.map((each) => each.start()));
  const proxy = await proxyBefore(new URL(origin).host, port, ports);
  atFileEnd(() => Promise.all([proxy.end(), ...apps.map((each) => each.end())]));
  const sql = openRaw(cluster.url, { max: 2 });
  atFileEnd(() => sql.end({ timeout: 1 }));
  return { origin, apps, pooler, replica, bucket, proxy, sql, ...lived };
}

function app(port: number, settings: Record<string, string>): Program {
  const folder = mkdtempSync(join(tmpdir(), "samenspel-app-"));
  atFileEnd(() => rmSync(folder, { recursive: true, force: true }));
  return program({
    command: process.execPath,
    args: ["server.mjs"],
    cwd: process.cwd(),
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      DATA_DIR: folder,
      PORT: `${port}`,
      TOKEN_SECRET: "het geheim van alle drie de servers samen",
      TRUSTED_PROXIES: "1",
      DEMO: "1",
      POOL_SIZE: "6",
      ...settings,
    },
    up: reaches(port),
  });
}

/** Makes one question on the market and one that is worked on, by people whom the demo's door lets in. */
async function lifeIn(url: string) {
  const deployment = openDatabase(url, { poolSize: 4 });
  const raw = openRaw(url, { max: 1 });
  try {
    const w = world(deployment, new Date(Date.now() - 90 * 86_400_000));
    const c = await cast(w);
    const { id: assignment } = await live(await begin(w, c, "effort", question("effort")), "in_progress");
    const { id: open } = await live(
      await begin(w, c, "effort", { ...question("effort"), title: "Te zien" }),
      "published",
    );
    await act(w, c.teacher, "delivery", assignment, "prepare", { label: "1.0", handover: "Overdracht." });
    const uploads = `/vraagstukken/${assignment}/bestanden/delivery/${(await openDelivery(w, c.teacher, assignment))?.id}`;
    await raw.unsafe("update people set demo = true");
    const email = async (id: string) => String((await raw`select email from people where id = ${id}`)[0]?.email);
    return { assignment, open, uploads, teacher: await email(c.teacher), company: await email(c.owner) };
  } finally {
    await Promise.all([deployment.close(), raw.end({ timeout: 1 })]);
  }
}
