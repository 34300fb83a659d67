// This is loaded before the server under test, so that a journey of a year takes no waiting. The test moves this
// server's clock ahead, and each background job (post, deadlines, saved searches, matching) runs once at the new time.
// A thread of the server loads this too; it has no connection to the test and keeps its own time.
const RealDate = Date;
const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
/** Shorter timers belong to one request; they keep to the clock on the wall. */
const shortest = 1000;
const pending = new Map();
let ahead = 0;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length ? given : [RealDate.now() + ahead]));
  }
  static now() {
    return RealDate.now() + ahead;
  }
};
globalThis.setTimeout = Object.assign((work, delay = 0, ...given) => {
  const ring = () => {
    pending.delete(timer);
    work(...given);
  };
  const timer = realSet(ring, delay);
  if (delay >= shortest) pending.set(timer, { due: Date.now() + delay, ring });
  return timer;
}, realSet);
globalThis.clearTimeout = (timer) => {
  pending.delete(timer);
  realClear(timer);
};

/**
 * The test waits this long, in real time, for work that a moved clock started. What takes longer continues; a test that
 * needs it done looks again (`posted` in `stage.ts`).
 */
const maxWait = 300;

process.on("message", async (moved) => {
  ahead = moved;
  const due = [...pending].filter(([, each]) => each.due <= Date.now()).sort(([, a], [, b]) => a.due - b.due);
  const armed = pending.size;
  for (const [timer, { ring }] of due) {
    realClear(timer);
    ring();
  }
  // Says what comes round sets its next timer when its work is done.
  const end = RealDate.now() + maxWait;
  while (pending.size < armed && RealDate.now() < end) await new Promise((resolve) => realSet(resolve, 5));
  process.send(moved);
});
process.channel?.unref();
