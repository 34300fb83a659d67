import { monitorEventLoopDelay } from "node:perf_hooks";
import { measured } from "./metrics.server.ts";
import { fairQueue, type Rank } from "./fair-queue.ts";

/** Is thrown when all places and the whole queue are taken, or when the wait took too long. */
export class Overloaded extends Error {}
type Waiting = { client: string; enter: () => void; leave: () => void; timeout: NodeJS.Timeout };
/** Says whose work it is: clients take turns, those of a lower rank before all others. */
export type WorkOf = { client?: string; rank?: Rank };
export type ConcurrencyLimit = {
  /** Runs `work` when there is a place; throws Overloaded when there is none within the time. */
  run: <T>(work: () => Promise<T>, of?: WorkOf) => Promise<T>;
  busy: () => { atWork: number; waiting: number };
};

/**
 * So much work at once, a queue of twice that (or `queued`), and no more (docs/trust.md H10). `maxWait` in milliseconds
 * is how long anyone waits in the queue. One client has `perClient` places at most, so that slow work of one leaves places to
 * others. Clients take turns, and when the queue is full the client who fills it gives way
 * (docs/trust.md H24). While the event loop itself lags the queue grows no longer, for waiting would only make all of it
 * slower: whoever comes in sends the last of the longest line away. One with a `name` is watched under it.
 */
export function concurrencyLimit(
  atOnce: number,
  {
    maxWait = 1000,
    queued = atOnce * 2,
    perClient = atOnce,
    lagging = () => false,
    name,
  }: { name?: string; maxWait?: number; queued?: number; perClient?: number; lagging?: () => boolean } = {},
): ConcurrencyLimit {
  const queue = fairQueue<Waiting>(queued);
  const places = sharedPlaces(perClient);
  const place = ({ client = "", rank = 1 }: WorkOf) =>
    new Promise<void>((resolve, reject) => {
      if (places.taken() < atOnce && places.mayTake(client)) return resolve(places.take(client));
      const leave = () => {
        clearTimeout(waiting.timeout);
        reject(new Overloaded());
      };
      const waiting: Waiting = {
        client,
        enter: resolve,
        leave,
        timeout: setTimeout(() => {
          queue.remove(client, waiting);
          leave();
        }, maxWait),
      };
      const left = queue.push(client, waiting, rank);
      left?.leave();
      if (!left && lagging()) queue.evict()?.leave();
    });
  const next = () => {
    const waiting = queue.shift(places.mayTake);
    if (!waiting) return;
    clearTimeout(waiting.timeout);
    places.take(waiting.client);
    waiting.enter();
  };
  if (name) measured.watch(name, () => ({ taken: places.taken(), waiting: queue.size() }));
  return {
    run: async (work, of = {}) => {
      const began = performance.now();
      await place(of);
      if (name) measured.waited(name, (performance.now() - began) / 1000);
      try {
        return await work();
      } finally {
        places.leave(of.client ?? "");
        next();
      }
    },
    busy: () => ({ atWork: places.taken(), waiting: queue.size() }),
  };
}

/** Keeps who is at work: a client has `perClient` places at most, work of no client as many as there are. */
function sharedPlaces(each: number) {
  const running = new Map<string, number>();
  let all = 0;
  return {
    taken: () => all,
    mayTake: (client: string) => client === "" || (running.get(client) ?? 0) < each,
    take: (client: string) => {
      all++;
      running.set(client, (running.get(client) ?? 0) + 1);
    },
    leave: (client: string) => {
      all--;
      const left = (running.get(client) ?? 1) - 1;
      if (left > 0) running.set(client, left);
      else running.delete(client);
    },
  };
}

/** Returns true while the event loop answers later than `limit` milliseconds, measured each half second. `end` stops measuring. */
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
