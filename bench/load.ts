import { Agent, request } from "node:http";
import { readFileSync } from "node:fs";

/** Where to ask: each of `at` that ask at the same time keeps to one of `asks`, and expects `status`. */
export type Target = { port: number; pid: number; host: string; method: "GET" | "POST"; asks: readonly { path: string; headers: Record<string, string> }[]; body?: () => string; at: number; status: number };
/** Times in milliseconds; `cpu`: of the asked process, per request. */
export type Measured = { perSecond: number; p50: number; p99: number; cpu: number; wrong: number };

/** Milliseconds of processor that a process has used so far (`/proc`: user and system time in ticks of 10 ms). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
/** Asks over and over, `at` requests at a time, for so many seconds. */
export async function load(target: Target, seconds: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: target.at });
  const took: number[] = [];
  let wrong = 0;
  const until = performance.now() + seconds * 1000;
  const cpu = cpuOf(target.pid);
  const began = performance.now();
  const worker = async (_: unknown, n: number) => { while (performance.now() < until) { const start = performance.now(); if ((await once(target, n, agent)) !== target.status) wrong++; took.push(performance.now() - start); } };
  await Promise.all(Array.from({ length: target.at }, worker));
  const spent = performance.now() - began;
  agent.destroy();
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { perSecond: (took.length / spent) * 1000, p50: at(0.5), p99: at(0.99), cpu: (cpuOf(target.pid) - cpu) / took.length, wrong };
}
const once = (t: Target, n: number, agent: Agent) => new Promise<number>((resolve, reject) => {
  const body = t.body?.();
  const { path, headers } = t.asks[n % t.asks.length] ?? { path: "/", headers: {} };
  const asked = request({ host: "127.0.0.1", port: t.port, agent, method: t.method, path, headers: { Host: t.host, ...headers, ...(body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) }) } }, (response) => { response.resume(); response.once("end", () => resolve(response.statusCode ?? 0)); });
  asked.once("error", reject);
  asked.end(body);
});
