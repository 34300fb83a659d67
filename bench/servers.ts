import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { urls } from "#app/urls.ts";
import { freePort } from "#db/cluster/process.server.ts";

export type Running = { child: ChildProcess; port: number; origin: string };
type Given = { url: string; folder: string; name: string; keepSeconds?: number };
/** Describes milliseconds from start until it said it was ready, and until it had answered its first list. */
export type Started = Running & { ready: number; firstList: number };

/** Starts the product on a port of its own; `keepSeconds` as the setting of that name. */
export async function startProduct(
  { url, folder, name, keepSeconds = 1 }: Given,
  children: ChildProcess[],
): Promise<Started> {
  const port = await freePort();
  const data = join(folder, `data-${name}`);
  mkdirSync(data, { recursive: true });
  const origin = `http://localhost:${port}`;
  const from = performance.now();
  const child = spawn(process.execPath, ["--max-semi-space-size=64", "server.mjs"], {
    stdio: "ignore",
    env: {
      ...process.env,
      NODE_ENV: "production",
      SAMENSPEL_MODE: "local",
      DATABASE_URL: url,
      DATA_DIR: data,
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      DEMO: "1",
      KEEP_SECONDS: String(keepSeconds),
    },
  });
  children.push(child);
  for (
    let tries = 0;
    tries < 600 &&
    !(await fetch(`${origin}/readyz`).then(
      (r) => r.ok,
      () => false,
    ));
    tries++
  )
    await new Promise((resolve) => setTimeout(resolve, 25));
  const ready = performance.now() - from;
  await (await fetch(`${origin}${urls.market.market}`)).text();
  return { child, port, origin, ready, firstList: performance.now() - from - ready };
}
/** Starts the bare server with these pages, as a yardstick (`./bare`). */
export async function startBare(file: string, children: ChildProcess[]): Promise<Running> {
  const child = spawn(process.execPath, ["--max-semi-space-size=64", "scripts/run.mjs", "bench/bare.ts", file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding("utf8").once("data", resolve);
    child.once("exit", () => reject(new Error("the bare server ended")));
  });
  const { port } = JSON.parse(line) as { port: number };
  return { child, port, origin: `http://127.0.0.1:${port}` };
}
/** Answers the cookies of these people, by their addresses. */
export async function cookiesOf({ origin }: Running, emails: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const cookies = new Map<string, string>();
  for (const email of emails) {
    const answer = await fetch(`${origin}${urls.account.login}`, {
      method: "POST",
      redirect: "manual",
      headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" },
      body: new URLSearchParams({ persona: email }),
    });
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0];
    if (!cookie) throw new Error(`${email} could not log in (${answer.status}).`);
    cookies.set(email, cookie);
  }
  return cookies;
}
/** Returns megabytes that a process holds now. */
export function memoryOf({ child }: Running): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}
