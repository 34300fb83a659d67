import { getPriority, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { emptyInstance, type Assignment, type Instance, type Student } from "#app/domain/matching/instance.ts";
import { jobs } from "#app/domain/matching/jobs.ts";
import type { Solver } from "#app/domain/matching/model/linear.ts";
import { match } from "#app/domain/matching/match.ts";
import { highsModule, highsSolver, Stopped } from "./highs.server.ts";
import { threadCpuTime } from "./cpu-time.server.ts";
import type { WorkerRequest, WorkerMessage } from "./wire.ts";

const post = (said: WorkerMessage) => parentPort?.postMessage(said);

/**
 * Runs the solver's thread: one job at a time, warmed up before the first, because WebAssembly is slow until it has
 * run a while.
 */
async function main() {
  // Linux counts niceness per thread: requests go before solving. Elsewhere it would be the whole server's.
  // The server itself may have begun behind others, and no thread may go before where it began.
  if (process.platform === "linux") setPriority(Math.min(19, getPriority() + 10));
  const highs = await highsModule();
  match(warmUpInstance(), highsSolver(highs, { left: () => 10, stopped: () => false }));
  parentPort?.on("message", (asked: WorkerRequest) => {
    const stop = new Int32Array(asked.stop);
    const until = performance.now() + asked.seconds * 1000;
    const solver = highsSolver(highs, {
      left: () => (until - performance.now()) / 1000,
      stopped: () => Atomics.load(stop, 0) !== 0,
    });
    const began = threadCpuTime();
    try {
      const output = run(asked, solver);
      post({ kind: "done", output, memory: highs.memoryBytes, cpu: threadCpuTime() - began });
    } catch (error) {
      if (error instanceof Stopped) post({ kind: "stopped", memory: highs.memoryBytes });
      else post({ kind: "failed", message: error instanceof Error ? error.message.slice(0, 300) : typeof error });
    }
  });
  post({ kind: "ready" });
}
function run(asked: WorkerRequest, solver: Solver): unknown {
  const onProgress = (progress: Extract<WorkerMessage, { kind: "progress" }>["progress"]) =>
    post({ kind: "progress", progress });
  switch (asked.kind) {
    case "match":
      return jobs.match(asked.input, solver, onProgress);
    case "conflict":
      return jobs.conflict(asked.input, solver, onProgress);
    case "price":
      return jobs.price(asked.input, solver, onProgress);
    case "without":
      return jobs.without(asked.input, solver, onProgress);
    case "why":
      return jobs.why(asked.input, solver, onProgress);
  }
}
/** The thread practises on a round of 120 students and 12 assignments, so that the first real one is not slow. */
function warmUpInstance(): Instance {
  const id = (kind: string, at: number) => `${kind}${at % (kind === "a" ? 12 : 120)}`;
  const students = Array.from(
    { length: 120 },
    (_, at): Student => ({
      id: id("s", at),
      choices: [[id("a", at * at)], [id("a", at * 5 + 1)], [id("a", at * 7 + 3)], [id("a", at + 4)]],
      hours: 8,
      discipline: String(at % 3),
      level: at % 2 ? "mbo" : "hbo",
      skills: [{ skill: String(at % 5), level: 1 }],
      dayParts: [],
    }),
  );
  const assignments = Array.from(
    { length: 12 },
    (_, at): Assignment => ({
      id: id("a", at),
      size: { min: 3, max: 5 },
      teams: 3,
      hours: 8,
      required: [{ skill: String(at % 5), level: 1 }],
      desired: [{ skill: String((at + 2) % 5), level: 1 }],
      disciplines: [],
      mix: { mbo: 1, hbo: 1 },
      guides: [],
      stars: [],
      veto: [],
    }),
  );
  return { ...emptyInstance, students, assignments };
}

await main();
