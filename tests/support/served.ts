import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "./eventually.ts";
import { atFileEnd } from "./file-end.ts";
import { freePort } from "#db/cluster/process.server.ts";

/** `log` is everything the server wrote down so far; `wholeLog` waits until that holds all that was asked of it before. */
export type Served = {
  log: () => string;
  wholeLog: () => Promise<string>;
  origin: string;
  port: number;
  child: ChildProcess;
  dataDir: string;
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  post: (
    path: string,
    fields: Record<string, string> | FormData,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  login: (email: string) => Promise<string>;
};

/** Starts the built server on a database, with the demo's doors open so that tests log in as anybody. Ended when the test file ends. */
export async function served(databaseUrl: string, settings: Record<string, string> = {}): Promise<Served> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), "samenspel-http-"));
  const child = spawn(process.execPath, ["server.mjs"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      DEMO: "1",
      KEEP_SECONDS: "1",
      ...settings,
    },
  });
  atFileEnd(async () => {
    await killed(child);
    rmSync(dataDir, { recursive: true, force: true });
  });
  let [said, log] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    log += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const up = () =>
    fetch(`${origin}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
  await eventually(up, (ready) => ready || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`the server did not come up: ${said}`);
  const own = { Origin: origin, "Sec-Fetch-Site": "same-origin" };
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(origin + path, { redirect: "manual", headers });
  const post = (path: string, fields: Record<string, string> | FormData, headers: Record<string, string> = {}) =>
    fetch(origin + path, {
      method: "POST",
      redirect: "manual",
      headers: { ...own, ...headers },
      body: fields instanceof FormData ? fields : new URLSearchParams(fields),
    });
  const login = async (email: string) =>
    ((await post("/inloggen", { persona: email })).headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const wholeLog = async () => {
    const last = `/${randomUUID()}`;
    await get(last);
    return eventually(
      () => log,
      (text) => text.includes(last),
    );
  };
  const it: Served = { log: () => log, wholeLog, origin, port, child, dataDir, get, post, login };
  return it;
}
/** Ends the process, whatever it is doing, and waits until it is gone. */
async function killed(child: ChildProcess) {
  const gone = new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once("exit", resolve) : resolve(null),
  );
  child.kill("SIGKILL");
  await gone;
}
