import { Worker } from "node:worker_threads";
import { Refusal } from "#app/domain/refusal.ts";
import { log } from "#app/platform/runtime/log.server.ts";
import { threadFile } from "#app/platform/threads/thread-file.server.ts";
import type { ContentJob, ContentJobs, FromThread, Pairs, Said, ToThread } from "./wire.ts";

/** Describes one job with the thread, from its first message to its end. */
type Conversation<K extends ContentJob> = {
  /** Resolves when the thread took it, or when the job is over. */
  send: (message: { kind: "chunk"; bytes: Uint8Array } | { kind: "end" }) => Promise<void>;
  /** Ends the job for a reason of ours; what it kept goes. */
  abort: (error: unknown) => void;
  over: () => boolean;
  /** Gives what the thread answers; refuses as it does. */
  outcome: Promise<ContentJobs[K]["output"]>;
};
/** `head` may refuse: then the job is aborted and its outcome is that refusal. */
type Asked<K extends ContentJob> = { kind: K; input: ContentJobs[K]["input"]; head?: (pairs: Pairs) => Promise<void> };
export type ContentThread = {
  begin: <K extends ContentJob>(asked: Asked<K>) => Promise<Conversation<K>>;
  close: () => Promise<void>;
};
/** `waits`: the turns that the thread has not answered yet, each with since when and who waits for it. */
type Job = {
  hear: (said: FromThread) => void;
  fail: (error: unknown) => void;
  abort: (error: unknown) => void;
  waits: Map<number, { since: number; taken: () => void }>;
};
type State = {
  worker: Promise<Worker> | null;
  jobs: Map<number, Job>;
  next: number;
  maxSilence: number;
  /** Tells when the thread said something for the last time. */
  heardAt: number;
};

/**
 * A job whose turn is not answered for so many milliseconds ends, and a thread that says nothing for as long while somebody
 * waits is replaced. A slow storage takes 90 seconds at worst.
 */
const usualMaxSilence = 120_000;
/** Megabytes a thread may hold before it ends: the largest list takes a quarter of it. */
const memory = { maxOldGenerationSizeMb: 768 };

/** Opens a thread for content; it starts when first asked and is replaced when it breaks down. */
export function openContentThread(maxSilence = usualMaxSilence): ContentThread {
  const state: State = { worker: null, jobs: new Map(), next: 1, maxSilence, heardAt: 0 };
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
  let turn = 0;
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
    for (const { taken } of job.waits.values()) taken();
  };
  const send = (message: Said) =>
    new Promise<void>((taken) => {
      if (over) return taken();
      job.waits.set(++turn, { since: performance.now(), taken });
      const give = "bytes" in message ? [message.bytes.buffer as ArrayBuffer] : [];
      worker.postMessage({ ...message, id, turn } satisfies ToThread, give);
    });
  const abort = (error: unknown) => {
    void send({ kind: "abort" });
    end(() => settle.reject(error));
  };
  const job: Job = {
    waits: new Map(),
    fail: (error) => end(() => settle.reject(error)),
    abort,
    hear: (said) => {
      if (said.kind === "taken") {
        job.waits.get(said.turn)?.taken();
        job.waits.delete(said.turn);
      } else if (said.kind === "head")
        void (head?.(said.pairs) ?? Promise.resolve()).then(() => send({ kind: "go" }), abort);
      else if (said.kind === "done") end(() => settle.resolve(said.output as ContentJobs[K]["output"]));
      else if (said.kind === "refused") end(() => settle.reject(new Refusal(said.why, said.missing, said.errors)));
      else if (said.kind === "failed")
        end(() => settle.reject(Object.assign(new Error(said.message), { code: said.code })));
    },
  };
  state.jobs.set(id, job);
  worker.ref();
  void send({ kind, input } as Said);
  return { send, abort, over: () => over, outcome };
}

async function started(state: State): Promise<Worker> {
  const worker = new Worker(await threadFile("content-thread"), { resourceLimits: memory });
  const watch = setInterval(() => {
    const from = performance.now() - state.maxSilence;
    const late = [...state.jobs.values()].filter(({ waits }) => [...waits.values()].some(({ since }) => since < from));
    if (late.length === 0) return;
    // One job that hangs is ended alone: others go on.
    if (state.heardAt < from) void worker.terminate();
    else for (const job of late) job.abort(new Refusal("busy"));
  }, state.maxSilence / 10).unref();
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
        state.heardAt = performance.now();
        if (said.kind !== "ready") state.jobs.get(said.id)?.hear(said);
      });
      resolve();
    });
  });
  worker.unref();
  return worker;
}
