import { Worker } from "node:worker_threads";
import { Refusal } from "#app/domain/refusal.ts";
import { log } from "#app/platform/runtime/log.server.ts";
import { threadFile } from "#app/platform/threads/thread-file.server.ts";
import type { ContentJob, ContentJobs, FromThread, Pairs, ToThread } from "./wire.ts";

/** One job with the thread, from its first message to its end. */
export type Conversation<K extends ContentJob> = {
  /** Resolves when the thread took it, or when the job is over. */
  say: (message: { kind: "chunk"; bytes: Uint8Array } | { kind: "end" }) => Promise<void>;
  /** Ends the job for a reason of ours; what it kept goes. */
  abort: (error: unknown) => void;
  over: () => boolean;
  /** What the thread answers; refuses as it does. */
  outcome: Promise<ContentJobs[K]["output"]>;
};
/** `head` may refuse: then the job is aborted and its outcome is that refusal. */
type Asked<K extends ContentJob> = { kind: K; input: ContentJobs[K]["input"]; head?: (pairs: Pairs) => Promise<void> };
export type ContentThread = {
  begin: <K extends ContentJob>(asked: Asked<K>) => Promise<Conversation<K>>;
  close: () => Promise<void>;
};
type Job = { hear: (said: FromThread) => void; fail: (error: unknown) => void; waitsSince: number | null };
type State = { worker: Promise<Worker> | null; jobs: Map<number, Job>; next: number; patience: number };

/** A thread that keeps somebody waiting for so many milliseconds is replaced. */
const usualPatience = 60_000;
/** Megabytes a thread may hold before it ends: the largest list takes a quarter of it. */
const memory = { maxOldGenerationSizeMb: 768 };

/** A thread for content; it starts when first asked and is replaced when it breaks down. */
export function openContentThread(patience = usualPatience): ContentThread {
  const state: State = { worker: null, jobs: new Map(), next: 1, patience };
  const ready = () =>
    (state.worker ??= started(state).catch((error) => {
      state.worker = null;
      throw error;
    }));
  return {
    begin: async (asked) => begin(state, await ready(), asked),
    close: async () => void (await (await state.worker)?.terminate()),
  };
}

function begin<K extends ContentJob>(state: State, worker: Worker, { kind, input, head }: Asked<K>): Conversation<K> {
  const id = state.next++;
  let over = false;
  let taken = () => {};
  let settle: { resolve: (output: ContentJobs[K]["output"]) => void; reject: (error: unknown) => void };
  const outcome = new Promise<ContentJobs[K]["output"]>((resolve, reject) => {
    settle = { resolve, reject };
  });
  outcome.catch(() => {}); // whoever asks for it hears of it
  const end = (answer: () => void) => {
    if (over) return;
    over = true;
    state.jobs.delete(id);
    if (state.jobs.size === 0) worker.unref();
    answer();
    taken();
  };
  const post = (message: ToThread, give: ArrayBuffer[] = []) => {
    job.waitsSince = performance.now();
    worker.postMessage(message, give);
  };
  const abort = (error: unknown) => {
    if (!over) worker.postMessage({ kind: "abort", id } satisfies ToThread);
    end(() => settle.reject(error));
  };
  const job: Job = {
    waitsSince: null,
    fail: (error) => end(() => settle.reject(error)),
    hear: (said) => {
      job.waitsSince = null;
      if (said.kind === "taken") taken();
      else if (said.kind === "head")
        void (head?.(said.pairs) ?? Promise.resolve()).then(() => over || post({ kind: "go", id }), abort);
      else if (said.kind === "done") end(() => settle.resolve(said.output as ContentJobs[K]["output"]));
      else if (said.kind === "refused") end(() => settle.reject(new Refusal(said.why, said.missing, said.errors)));
      else if (said.kind === "failed")
        end(() => settle.reject(Object.assign(new Error(said.message), { code: said.code })));
    },
  };
  state.jobs.set(id, job);
  worker.ref();
  post({ kind, id, input } as ToThread);
  const say: Conversation<K>["say"] = (message) =>
    new Promise((resolve) => {
      if (over) return resolve();
      taken = resolve;
      post({ ...message, id }, "bytes" in message ? [message.bytes.buffer as ArrayBuffer] : []);
    });
  return { say, abort, over: () => over, outcome };
}

async function started(state: State): Promise<Worker> {
  const worker = new Worker(await threadFile("content-thread"), { resourceLimits: memory });
  const watch = setInterval(() => {
    const from = performance.now() - state.patience;
    if ([...state.jobs.values()].some(({ waitsSince }) => waitsSince !== null && waitsSince < from))
      void worker.terminate();
  }, state.patience / 10).unref();
  const gone = () => {
    clearInterval(watch);
    if (state.worker !== own) return;
    state.worker = null;
    for (const job of [...state.jobs.values()]) job.fail(new Refusal("busy"));
  };
  const own = state.worker;
  worker.on("error", (error) =>
    log("error", "the thread for content broke down", { message: error.message.slice(0, 300) }),
  );
  worker.once("exit", gone);
  await new Promise<void>((resolve, reject) => {
    worker.once("exit", () => reject(new Refusal("busy")));
    worker.once("message", () => {
      worker.on("message", (said: FromThread) => {
        if (said.kind !== "ready") state.jobs.get(said.id)?.hear(said);
      });
      resolve();
    });
  });
  worker.unref();
  return worker;
}
