import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { urls, withQuery } from "#app/urls.ts";
import { openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { openFiles } from "#app/platform/files/receive.server.ts";
import { fillDemo } from "#db/seed/demo.ts";
import { throwAway } from "#tests/support/database/database.ts";
import { quantile } from "./figures.ts";
import { freePort } from "#db/cluster/process.server.ts";

const pages = [urls.public.home, urls.market.market, withQuery(urls.market.market, { zoek: "energie" })];
const idleSeconds = 15;
const longest = 900;

/** Matches 160 centres through two threads of the built server's own process, while somebody reads its pages. */
export async function national(): Promise<void> {
  console.log("160 centres, 60,000 students, two threads in a server that answers meanwhile\n");
  const { folder, cluster, remove } = await throwAway();
  let child: ChildProcess | undefined;
  try {
    await fill(cluster.url, folder);
    const port = await freePort();
    const server = (child = start(cluster.url, folder, port));
    const lines = createInterface({ input: server.stdout });
    await said(lines, "ready");
    for (
      let tries = 0;
      tries < 300 &&
      !(await fetch(`http://localhost:${port}/readyz`).then(
        (r) => r.ok,
        () => false,
      ));
      tries++
    )
      await wait(100);
    await readPages(port, () => false, 3);
    const idle = await readPages(port, () => false, idleSeconds);
    let over = false;
    const matched = said(lines, "matched: ");
    void said(lines, "over").then(() => {
      over = true;
    });
    server.stdin.write("go\n");
    const busy = await readPages(port, () => over, longest);
    console.log(await matched);
    console.log(`requests idle: ${spreadOf(idle)}; meanwhile: ${spreadOf(busy)}; ${aboveIdle(idle, busy)}\n`);
  } finally {
    child?.kill("SIGKILL");
    await remove();
  }
}
const ms = (value: number) => value.toFixed(1);
const spreadOf = (times: readonly number[]) =>
  `p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))} ms (${times.length})`;
const aboveIdle = (idle: readonly number[], busy: readonly number[]) =>
  `p99 above idle ${ms(quantile(busy, 0.99) - quantile(idle, 0.99))} ms`;

async function fill(url: string, folder: string): Promise<void> {
  await migrate(url);
  const house = openDatabase(url, { poolSize: 4 });
  await fillDemo({
    house,
    now: new Date(),
    passwordHash: null,
    store: openFiles(join(folder, "files")),
    said: () => {},
  });
  await house.close();
}

/** Starts the built server with a matching beside it, which waits for a line on its standard input. */
function start(url: string, folder: string, port: number) {
  const data = join(folder, "data-matching");
  mkdirSync(data, { recursive: true });
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    SAMENSPEL_MODE: "local",
    DATABASE_URL: url,
    DATA_DIR: data,
    PORT: String(port),
    PUBLIC_ORIGIN: `http://localhost:${port}`,
    DEMO: "1",
  };
  return spawn(process.execPath, ["--max-semi-space-size=64", "scripts/run.mjs", "bench/matching/server-load.ts"], {
    env,
    stdio: ["pipe", "pipe", "inherit"],
  });
}

const said = (lines: Interface, wanted: string) =>
  new Promise<string>((resolve) =>
    lines.on("line", (line) => {
      if (line.startsWith(wanted)) resolve(line);
    }),
  );
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/**
 * Asks for a page every 50 ms, whether or not the one before has come, and notes how long each took, in milliseconds.
 */
async function readPages(port: number, over: () => boolean, seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const took: number[] = [];
  const open: Promise<void>[] = [];
  const until = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < until && !over(); turn++) {
    const began = performance.now();
    open.push(
      requestOne(port, pages[turn % pages.length] ?? urls.public.home, agent).then(
        () => void took.push(performance.now() - began),
      ),
    );
    await wait(50);
  }
  await Promise.all(open);
  agent.destroy();
  return took;
}
/** Reads one page; a connection that the server closed just then is no answer, so it is asked again. */
const requestOne = (port: number, path: string, agent: Agent, again = true): Promise<void> =>
  new Promise((resolve, reject) => {
    const failed = (error: Error) =>
      again ? requestOne(port, path, agent, false).then(resolve, reject) : reject(error);
    request({ host: "127.0.0.1", port, path, agent, headers: { Host: `localhost:${port}` } }, (response) => {
      response.resume();
      response
        .once("error", failed)
        .once("end", () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${response.statusCode}`)),
        );
    })
      .once("error", failed)
      .end();
  });
