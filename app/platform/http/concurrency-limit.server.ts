import { monitorEventLoopDelay } from "node:perf_hooks";

/** Thrown when all places and the whole queue are taken, or when the wait took too long. */
export class Overloaded extends Error {}
type Waiting = { enter: () => void; timeout: NodeJS.Timeout };
export type ConcurrencyLimit = {
  /** Runs `work` when there is a place; throws Overloaded when there is none within the time. */
  run: <T>(work: () => Promise<T>) => Promise<T>;
  busy: () => { atWork: number; waiting: number };
};

/**
 * So much work at once, a queue of twice that, and no more (docs/trust.md H10). `patience` in milliseconds is how long
 * anyone waits in the queue. When the event loop itself lags, nobody new is let into the queue: waiting would only make
 * all of it slower.
 */
export function concurrencyLimit(
  atOnce: number,
  { patience = 1000, lagging = () => false }: { patience?: number; lagging?: () => boolean } = {},
): ConcurrencyLimit {
  const queue: Waiting[] = [];
  let running = 0;
  const place = () =>
    new Promise<void>((resolve, reject) => {
      if (running < atOnce) return resolve(void running++);
      if (queue.length >= atOnce * 2 || lagging()) return reject(new Overloaded());
      const waiting: Waiting = {
        enter: resolve,
        timeout: setTimeout(() => {
          queue.splice(queue.indexOf(waiting), 1);
          reject(new Overloaded());
        }, patience),
      };
      queue.push(waiting);
    });
  const leave = () => {
    const next = queue.shift();
    if (!next) return void running--;
    clearTimeout(next.timeout);
    next.enter();
  };
  return {
    run: async (work) => {
      await place();
      try {
        return await work();
      } finally {
        leave();
      }
    },
    busy: () => ({ atWork: running, waiting: queue.length }),
  };
}

/**
 * True while the event loop answers later than `limit` milliseconds, measured each half second. `end` stops measuring.
 */
export function watchLag(limit = 250): { lagging: () => boolean; end: () => void } {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  let late = false;
  delay.enable();
  const timer = setInterval(() => {
    late = delay.percentile(50) / 1e6 > limit;
    delay.reset();
  }, 500).unref();
  return {
    lagging: () => late,
    end: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}
