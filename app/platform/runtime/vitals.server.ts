import { monitorEventLoopDelay } from "node:perf_hooks";

/** Measures what this process knows of itself: since when it runs, how late it is, what it keeps. */
const resolution = 20;
const delay = monitorEventLoopDelay({ resolution });
const startedAt = new Date(Date.now() - process.uptime() * 1000);
let cacheSize: () => { pages: number; bytes: number } = () => ({ pages: 0, bytes: 0 });
let last = { p50: 0, p99: 0 };

/** A sample is taken each 20 ms, so that much is no delay; milliseconds. */
const late = (percent: number) => Math.max(0, Math.round(delay.percentile(percent) / 1e6 - resolution));
/** Begins to measure how late the event loop is, in windows of half a minute. */
export function watchVitals(): void {
  delay.enable();
  setInterval(() => {
    last = { p50: late(50), p99: late(99) };
    delay.reset();
  }, 30_000).unref();
}
/** Says how the size of the page cache is asked for. */
export const noteCache = (size: typeof cacheSize) => void (cacheSize = size);
/** Says how this process does: since when it runs, how late its timers ring, what it holds. */
export const vitals = () => {
  const now = { p50: late(50), p99: late(99) };
  return {
    startedAt,
    late: { p50: Math.max(now.p50, last.p50), p99: Math.max(now.p99, last.p99) },
    cache: cacheSize(),
  };
};
