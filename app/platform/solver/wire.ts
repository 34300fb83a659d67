import type { JobKind, Jobs, Progress } from "#app/domain/matching/jobs.ts";

/** Holds what goes to the thread. `stop`: one shared number, not 0 when nobody waits any more; `seconds`: what it may take. */
export type WorkerRequest = {
  [K in JobKind]: { kind: K; input: Jobs[K]["input"]; seconds: number; stop: SharedArrayBuffer };
}[JobKind];
/** Holds what comes back. `memory`: bytes the solver holds; `cpu`: milliseconds of processor this took. */
export type WorkerMessage =
  | { kind: "ready" }
  | { kind: "progress"; progress: Progress }
  | { kind: "done"; output: unknown; memory: number; cpu: number }
  | { kind: "stopped"; memory: number }
  | { kind: "failed"; message: string };
