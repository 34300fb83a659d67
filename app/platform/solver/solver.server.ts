import { Worker } from "node:worker_threads";
import type { JobKind, Jobs, Progress } from "#app/domain/matching/jobs.ts";
import { log } from "#app/platform/runtime/log.server.ts";
import { measured } from "#app/platform/runtime/metrics.server.ts";
import { threadFile } from "#app/platform/threads/thread-file.server.ts";
import type { WorkerRequest, WorkerMessage } from "./wire.ts";

/** This is thrown when nobody wants the answer any more. */
class SolveStopped extends Error {}
/** The solver broke down, or did not answer in time; the next one gets a fresh thread. */
class SolveFailed extends Error {}

type JobOptions = { seconds?: number; signal?: AbortSignal; onProgress?: (progress: Progress) => void };
type Solved<K extends JobKind> = { output: Jobs[K]["output"]; cpu: number };
type SolverQueue = {
  /**
   * Runs a job in a thread of its own, in turn. Seconds: 30 unless said otherwise; what is not proven by then says so.
   * Throws SolveStopped and SolveFailed.
   */
  run: <K extends JobKind>(kind: K, input: Jobs[K]["input"], asking?: JobOptions) => Promise<Solved<K>>;
  /** Says how many jobs run and wait; how many threads were ever started. */
  state: () => { running: number; waiting: number; started: number };
  close: () => Promise<void>;
};
type QueuedJob = {
  ask: Omit<WorkerRequest, "stop">;
  asking: JobOptions;
  resolve: (solved: Solved<JobKind>) => void;
  reject: (error: Error) => void;
};
type QueueState = {
  waiting: QueuedJob[];
  idle: Worker[];
  live: Set<Worker>;
  running: number;
  started: number;
  closed: boolean;
  threads: number;
  memory: number;
  grace: number;
};

/** After its time is over, a thread gets this many milliseconds to report what it has. */
const usualGrace = 10_000;
/** A thread is replaced when its solver holds more than this: memory of WebAssembly never shrinks. */
const memoryLimit = 400 * 1024 * 1024;

/**
 * Opens a queue of solves with so many threads at most; they start when there is work. The server itself never waits for a solve.
 */
export function openSolver({
  threads = 1,
  memory = memoryLimit,
  grace = usualGrace,
}: {
  threads?: number;
  memory?: number;
  grace?: number;
} = {}): SolverQueue {
  const queue: QueueState = {
    waiting: [],
    idle: [],
    live: new Set(),
    running: 0,
    started: 0,
    closed: false,
    threads,
    memory,
    grace,
  };
  return {
    run: (kind, input, asking = {}) =>
      new Promise((resolve, reject) => {
        if (queue.closed) return reject(new SolveFailed("the solver is closed"));
        const ask = { kind, input, seconds: asking.seconds ?? 30 } as QueuedJob["ask"];
        queue.waiting.push({ ask, asking, resolve: resolve as QueuedJob["resolve"], reject });
        startNext(queue);
      }),
    state: () => ({ running: queue.running, waiting: queue.waiting.length, started: queue.started }),
    close: async () => {
      queue.closed = true;
      for (const { reject } of queue.waiting.splice(0)) reject(new SolveStopped("the solver is closed"));
      await Promise.all([...queue.live].map((worker) => worker.terminate()));
    },
  };
}
function startNext(queue: QueueState): void {
  if (queue.running >= queue.threads) return;
  const job = queue.waiting.shift();
  if (!job) return;
  queue.running++;
  if (job.asking.signal?.aborted)
    return finishJob(queue, () => job.reject(new SolveStopped("nobody waits for this any more")));
  idleWorker(queue).then(
    (worker) => runJob(queue, worker, job),
    (error: Error) => finishJob(queue, () => job.reject(new SolveFailed(error.message))),
  );
}
function finishJob(queue: QueueState, answer: () => void) {
  queue.running--;
  answer();
  startNext(queue);
}
function runJob(queue: QueueState, worker: Worker, { ask, asking, resolve, reject }: QueuedJob): void {
  const stop = new SharedArrayBuffer(4);
  const abort = () => Atomics.store(new Int32Array(stop), 0, 1);
  const late = setTimeout(
    () => over(new SolveFailed("the solver did not answer in time")),
    ask.seconds * 1000 + queue.grace,
  );
  const done = (answer: () => void, memory: number) => {
    clearTimeout(late);
    asking.signal?.removeEventListener("abort", abort);
    worker.off("message", hear).off("error", broke).off("exit", gone);
    worker.unref();
    if (memory > queue.memory) discard(queue, worker);
    else queue.idle.push(worker);
    finishJob(queue, answer);
  };
  const over = (error: Error) => {
    measured.solve("failed");
    done(() => reject(error), Infinity);
  };
  const hear = (said: WorkerMessage) => {
    if (said.kind === "progress") asking.onProgress?.(said.progress);
    else if (said.kind === "done") {
      measured.solve("done");
      done(() => resolve({ output: said.output as Jobs[JobKind]["output"], cpu: said.cpu }), said.memory);
    } else if (said.kind === "stopped") {
      measured.solve("stopped");
      done(() => reject(new SolveStopped("nobody waits for this any more")), said.memory);
    } else if (said.kind === "failed") over(new SolveFailed(said.message));
  };
  const broke = () => over(new SolveFailed("the solver broke down"));
  const gone = () => over(new SolveFailed("the solver ended"));
  worker.on("message", hear).on("error", broke).on("exit", gone);
  asking.signal?.addEventListener("abort", abort);
  if (asking.signal?.aborted) abort();
  worker.ref();
  worker.postMessage({ ...ask, stop });
}
function discard(queue: QueueState, worker: Worker) {
  queue.live.delete(worker);
  void worker.terminate();
}
/** Returns a thread that has nothing to do, or a new one, ready to work. */
async function idleWorker(queue: QueueState): Promise<Worker> {
  const idle = queue.idle.pop();
  if (idle) return idle;
  const worker = new Worker(await threadFile("solver-thread"));
  queue.live.add(worker);
  queue.started++;
  worker.on("error", (error) => log("error", "the solver broke down", { message: error.message.slice(0, 300) }));
  worker.once("exit", () => {
    queue.live.delete(worker);
    queue.idle.splice(0, queue.idle.length, ...queue.idle.filter((other) => other !== worker));
  });
  await new Promise<void>((resolve, reject) => {
    const begun = (said: WorkerMessage) => {
      if (said.kind === "ready") {
        worker.off("error", reject);
        worker.off("message", begun);
        resolve();
      }
    };
    worker
      .on("message", begun)
      .once("error", reject)
      .once("exit", () => reject(new Error("the solver did not begin")));
  });
  return worker;
}
let shared: SolverQueue | undefined;
/** Returns the solver of this server: one thread, so that the other processors stay with the requests. */
export const solver = (): SolverQueue => (shared ??= openSolver());
/** Ends what the solver is at; for a server that stops. */
export async function closeSolver(): Promise<void> {
  await shared?.close();
  shared = undefined;
}
