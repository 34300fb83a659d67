import { Agent, request } from "node:http";
import { readFileSync } from "node:fs";

/** Tells where to ask: each of `at` that ask at the same time keeps to one of `asks`, and expects `status`. */
export type Target = {
  port: number;
  pid: number;
  host: string;
  method: "GET" | "POST";
  asks: readonly { path: string; headers: Record<string, string> }[];
  body?: () => string;
  at: number;
  status: number;
};
/** Describes times in milliseconds; `cpu`: of the asked process, per request. */
export type Measured = { perSecond: number; p50: number; p99: number; cpu: number; wrong: number };

/** Returns milliseconds of processor that a process has used so far (`/proc`: user and system time in ticks of 10 ms). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
/** Holds what was seen of one target, over all its turns. */
type Seen = { took: number[]; elapsed: number; cpu: number; wrong: number };
/** Counts seconds before anything counts: a page is drawn a thousand times before the engine is done with making it faster. */
const warm = 4;
/** So many turns each: what disturbs the machine for a moment disturbs all of them. */
const turns = 4;

/**
 * Asks these targets over and over, `at` requests at a time and one target after another in short turns, for so many
 * seconds each; a round before it warms them.
 */
export async function loadInTurns(targets: readonly Target[], seconds: number): Promise<Measured[]> {
  for (const target of targets) await load(target, Math.min(warm, seconds));
  const seen = targets.map((): Seen => ({ took: [], elapsed: 0, cpu: 0, wrong: 0 }));
  for (let turn = 0; turn < turns; turn++)
    for (const [n, target] of targets.entries()) {
      const now = await load(target, seconds / turns);
      const all = seen[n] as Seen;
      all.took.push(...now.took);
      all.elapsed += now.elapsed;
      all.cpu += now.cpu;
      all.wrong += now.wrong;
    }
  return seen.map(measured);
}
function measured({ took, elapsed, cpu, wrong }: Seen): Measured {
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { perSecond: (took.length / elapsed) * 1000, p50: at(0.5), p99: at(0.99), cpu: cpu / took.length, wrong };
}
async function load(target: Target, seconds: number): Promise<Seen> {
  const agent = new Agent({ keepAlive: true, maxSockets: target.at });
  const took: number[] = [];
  let wrong = 0;
  const until = performance.now() + seconds * 1000;
  const cpu = cpuOf(target.pid);
  const began = performance.now();
  const worker = async (_: unknown, n: number) => {
    while (performance.now() < until) {
      const start = performance.now();
      if ((await requestOne(target, n, agent)) !== target.status) wrong++;
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: target.at }, worker));
  const elapsed = performance.now() - began;
  agent.destroy();
  return { took, elapsed, cpu: cpuOf(target.pid) - cpu, wrong };
}
const requestOne = (t: Target, n: number, agent: Agent) =>
  new Promise<number>((resolve, reject) => {
    const body = t.body?.();
    const { path, headers } = t.asks[n % t.asks.length] ?? { path: "/", headers: {} };
    const asked = request(
      {
        host: "127.0.0.1",
        port: t.port,
        agent,
        method: t.method,
        path,
        headers: {
          Host: t.host,
          ...headers,
          ...(body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) }),
        },
      },
      (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
      },
    );
    asked.once("error", reject);
    asked.end(body);
  });
