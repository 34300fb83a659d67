import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Cast } from "#db/seed/cast.ts";
import { onServer, withDatabase } from "#tests/support/database/database.ts";
import { freePort } from "#db/cluster/process.server.ts";

/** Holds what the global setup made: a cluster with one database to copy. `folder` is thrown away with it. */
export type Template = {
  server: string;
  database: string;
  folder: string;
  /** Holds a folder for every kind of page that was looked at. */
  looked: string;
  password: string;
  passwordHash: string;
  centre: string;
  cast: Cast;
  /** Holds what the people of the cast are called, by their id. */
  names: [string, string][];
};
export function template(): Template {
  const made = process.env.E2E_TEMPLATE;
  if (!made) throw new Error("there is no template: run through tests/e2e/playwright.config.ts");
  return JSON.parse(made) as Template;
}

/** Starts the built server with a database and a clock of its own. */
export type Installation = {
  origin: string;
  database: string;
  now: () => Date;
  /** The server's clock moves ahead; each thing it does by itself comes round once, at the new time. */
  pass: (milliseconds: number) => Promise<void>;
  close: () => Promise<void>;
};
let started = 0;

/** Opens an installation in a copy of the template; `said` receives the server's errors. */
export async function startInstallation(said: (line: string) => void): Promise<Installation> {
  const { server: cluster, database: original, folder } = template();
  const name = `journey_${process.pid}_${started++}`;
  await onServer(cluster, `create database ${name} template ${original}`);
  const database = withDatabase(cluster, name);
  const data = mkdtempSync(join(folder, "server-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = start({ DATABASE_URL: database, DATA_DIR: data, PORT: String(port), PUBLIC_ORIGIN: origin });
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const log = listening(server, said);
  let ahead = 0;
  const pass = async (milliseconds: number) => {
    ahead += milliseconds;
    const heard = new Promise<unknown>((resolve) => server.once("message", resolve));
    server.send(ahead);
    await Promise.race([heard, gone]);
  };
  const close = async () => {
    server.kill("SIGKILL");
    await gone;
    await onServer(cluster, `drop database ${name} with (force)`);
    rmSync(data, { recursive: true, force: true });
  };
  await Promise.race([log.ready, gone]);
  if (server.exitCode !== null) throw new Error(`the server did not come up: ${log.text()}`);
  return { origin, database, now: () => new Date(Date.now() + ahead), pass, close };
}

const start = (place: Record<string, string>) =>
  fork("server.mjs", {
    execArgv: ["--import", "./tests/e2e/clock.mjs"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      SAMENSPEL_MODE: "local",
      DEMO: "1",
      SMTP_URL: "",
      KEEP_SECONDS: "0",
      ...place,
    },
  });

/** Follows what the server writes down: `ready` as soon as it says that it listens. */
function listening(server: ChildProcess, said: (line: string) => void) {
  let text = "";
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr])
      stream?.setEncoding("utf8").on("data", (part: string) => {
        text += part;
        if (text.includes('"listening"')) resolve();
        if (/"level":"error"/.test(part)) said(part);
      });
  });
  return { ready, text: () => text };
}
