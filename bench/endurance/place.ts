import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { openRaw } from "#db/client.server.ts";
import { openCluster, type Cluster } from "#db/cluster.server.ts";
import { freePort } from "#db/cluster/process.server.ts";
import { hashPassword } from "#app/platform/session/passwords.server.ts";
import { filledDemo } from "../filled.ts";

/** Holds the address people use; the server stands behind a proxy that is only said to be there. */
export const origin = "https://samenspel.example";
export const password = "een zin voor de lange duur";
const login = "endurance";

/** Describes the product in production on a database of its own, with whoever starts both again when they die. */
export type Place = {
  port: number;
  folder: string;
  /** The owner looks through it afterwards. */
  owner: () => string;
  /** Ends the server with kill -9. Resolves with milliseconds until it was ready again. */
  killServer: () => Promise<number>;
  /** Ends one connection of the server in the middle of whatever it does. */
  killBackend: () => Promise<number>;
  /** Ends the whole database with kill -9. */
  killDatabase: () => Promise<number>;
  /** Counts megabytes that the server holds now; 0 while there is none. */
  memory: () => number;
  /** Holds the last lines that the server wrote which tell of trouble. */
  troubles: () => string[];
  close: () => Promise<void>;
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Fills the demo, gives everybody one password, and starts production on it with a login that owns nothing. */
export async function openPlace(): Promise<Place> {
  const filled = await filledDemo();
  let cluster = await openCluster(filled.folder);
  const secret = await prepared(cluster.url);
  const mail = await sink();
  const port = await freePort();
  const dataDir = join(filled.folder, "data-endurance");
  mkdirSync(dataDir, { recursive: true });
  const settings = () => ({
    PATH: process.env.PATH ?? "",
    NODE_ENV: "production" as const,
    SAMENSPEL_MODE: "production",
    DATABASE_URL: asLogin(cluster.url, secret),
    MIGRATION_DATABASE_URL: cluster.url,
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    SMTP_URL: mail.url,
    TOKEN_SECRET: secret.repeat(2),
    TRUSTED_PROXIES: "1",
  });
  const running = keptServer(port, settings);
  await running.ready();
  const untilReady = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    await running.ready();
    return performance.now() - from;
  };
  return {
    port,
    folder: filled.folder,
    owner: () => cluster.url,
    killServer: () => untilReady(async () => running.kill()),
    killBackend: () =>
      untilReady(async () => {
        const database = openRaw(cluster.url);
        await database`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${login}
          order by state = 'idle in transaction' desc, state = 'active' desc limit 1`;
        await database.end();
      }),
    killDatabase: () =>
      untilReady(async () => {
        process.kill(cluster.pid, "SIGKILL");
        cluster = await again(filled.folder);
      }),
    memory: running.memory,
    troubles: running.troubles,
    close: async () => {
      running.end();
      mail.close();
      await cluster.stop();
      await filled.close();
    },
  };
}
function asLogin(owner: string, secret: string): string {
  const url = new URL(owner);
  url.username = login;
  url.password = secret;
  return url.href;
}
/** Makes a login that owns nothing, and gives everybody one password. Answers the login's own. */
async function prepared(owner: string): Promise<string> {
  const raw = openRaw(owner);
  const secret = randomUUID();
  await raw.unsafe(`create role ${login} login password '${secret}'`);
  await raw`update people set demo = false, password_hash = ${await hashPassword(password)}`;
  await raw.end();
  return secret;
}
/** Backends of a killed database may hold its folder for a moment. */
async function again(folder: string): Promise<Cluster> {
  for (let tries = 0; ; tries++)
    try {
      return await openCluster(folder, { existing: true });
    } catch (error) {
      if (tries === 20) throw error;
      await pause(500);
    }
}

/** Starts a server that is started again each time it ends, as a service manager would. */
function keptServer(port: number, settings: () => NodeJS.ProcessEnv) {
  let child: ChildProcess | undefined;
  let over = false;
  const lines: string[] = [];
  const note = (text: string) => {
    for (const line of text.split("\n"))
      if (/"level":"(warn|error)"/.test(line) || (line !== "" && !line.startsWith("{"))) lines.push(line.slice(0, 400));
    lines.splice(0, lines.length - 60);
  };
  const start = () => {
    if (over) return;
    child = spawn(process.execPath, ["--max-semi-space-size=64", "server.mjs"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: settings(),
    });
    child.stdout?.setEncoding("utf8").on("data", note);
    child.stderr?.setEncoding("utf8").on("data", note);
    child.once("exit", () => setTimeout(start, 100));
  };
  start();
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(async (answer) => (await answer.text(), answer.ok));
  return {
    kill: () => child?.kill("SIGKILL"),
    end: () => {
      over = true;
      child?.kill("SIGKILL");
    },
    ready: async () => {
      for (let tries = 0; tries < 4000; tries++) {
        if (await isReady().catch(() => false)) return;
        await pause(25);
      }
      throw new Error(`The server did not come back. Its last words:\n${lines.slice(-10).join("\n")}`);
    },
    memory: () => {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child?.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
      } catch {
        return 0; // between two servers
      }
    },
    troubles: () => [...lines],
  };
}

/** Starts a mail server that takes every letter. */
async function sink() {
  const server = createServer((socket) => {
    let body = false;
    socket.on("error", () => socket.destroy());
    socket.write("220 kom maar\r\n");
    socket.setEncoding("utf8").on("data", (text: string) => {
      for (const line of text.split("\r\n").slice(0, -1)) {
        if (body) body = line !== ".";
        else if (/^DATA/i.test(line)) body = true;
        else if (line === "") continue;
        if (!body) socket.write(/^QUIT/i.test(line) ? "221 dag\r\n" : "250 goed\r\n");
        else if (/^DATA/i.test(line)) socket.write("354 ga door\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
