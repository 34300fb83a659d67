import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/**
 * Holds what a watcher may know of this server, in the text format of Prometheus. Every label is one of a list that
 * the code holds: a route by its pattern, a status by its class. Nothing here names people, centres, addresses or
 * what was typed.
 */
const registry = new Registry();
const registers = [registry];
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const counter = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
  new Counter({ name: `samenspel_${name}`, help, labelNames, registers });
const gauge = <L extends string>(name: string, help: string, labelNames: L[] = [], collect?: () => void) =>
  new Gauge({ name: `samenspel_${name}`, help, labelNames, registers, ...(collect ? { collect } : {}) });
const histogram = <L extends string>(name: string, help: string, labelNames: L[]) =>
  new Histogram({ name: `samenspel_${name}`, help, labelNames, buckets: seconds, registers });

/**
 * Says how a request was answered: by the process alone, with a file of the build, a kept page, the framework, or not.
 */
export type Way = "health" | "file" | "kept" | "page" | "upload" | "refused";
const requests = counter("requests_total", "Answered requests", ["route", "method", "status"]);
const took = histogram("request_seconds", "From head to last byte", ["way"]);
const turnedAway = counter("turned_away_total", "Asked to come back: 429 too many tries, 503 busy", ["status"]);
const uploads = counter("uploads_total", "Forms with files", ["status"]);
const waits = histogram("wait_seconds", "Wait for a place", ["place"]);
const places = gauge("places", "Places taken and requests that wait for one", ["place", "state"], () => {
  for (const [place, busy] of busyIn)
    for (const [state, count] of Object.entries(busy())) places.set({ place, state }, count);
});
const cachedPages = counter("kept_pages_total", "Kept pages: served, served and renewed, drawn", ["how"]);
const letters = counter("letters_total", "Letters this server handled", ["outcome"]);
const rounds = counter("rounds_total", "Rounds of work this server does by itself", ["round", "outcome"]);
const lastRound = gauge("round_success_timestamp_seconds", "When a round last went well", ["round"]);
const solves = counter("solves_total", "Jobs of the solver", ["outcome"]);
const logChecks = gauge("log_broken_links", "Broken links that the last check of every log found");
const waiting = gauge("waiting", "Rows that wait, counted at most once a minute", ["what"]);
const oldest = gauge("waiting_oldest_seconds", "How long the oldest of them is due", ["what"]);
const busyIn = new Map<string, () => Record<string, number>>();
const statusClass = (status: number) => `${Math.floor(status / 100)}xx`;

/** Tells where the server notes what happens. */
export const measured = {
  /** `route` is the pattern of a route, or "" for what is none. */
  request: (of: { route: string; method: string; status: number; way: Way; seconds: number }) => {
    const status = statusClass(of.status);
    const method = ["GET", "HEAD", "POST"].includes(of.method) ? of.method : "other";
    requests.inc({ route: of.route, method, status });
    took.observe({ way: of.way }, of.seconds);
    if (of.status === 429 || of.status === 503) turnedAway.inc({ status: String(of.status) });
    if (of.way === "upload") uploads.inc({ status });
  },
  waited: (place: string, duration: number) => waits.observe({ place }, duration),
  /** Says how full something is, asked when somebody looks. `place` names it, in code. */
  watch: (place: string, busy: () => Record<string, number>) => void busyIn.set(place, busy),
  cachedPage: (how: "served" | "renewed" | "drawn") => cachedPages.inc({ how }),
  letter: (outcome: "sent" | "withheld" | "put off" | "dead") => letters.inc({ outcome }),
  round: (round: string, outcome: "done" | "failed") => {
    rounds.inc({ round, outcome });
    if (outcome === "done") lastRound.set({ round }, Date.now() / 1000);
  },
  solve: (outcome: "done" | "stopped" | "failed") => solves.inc({ outcome }),
  logCheck: (broken: number) => logChecks.set(broken),
} as const;

/** Counts what waits in the database: how many, and for how many seconds the oldest is due. */
type Backlog = Readonly<Record<string, { count: number; oldest: number }>>;
const minute = 60_000;

/**
 * Returns all figures as text. `count` asks the database, at most once a minute however many look; when it does not
 * answer the rest is told without it.
 */
export function figures(count: () => Promise<Backlog>): () => Promise<string> {
  if (!registry.getSingleMetric("process_cpu_seconds_total")) collectDefaultMetrics({ register: registry });
  let asked: Promise<void> | undefined;
  let askedAt = -Infinity;
  const counted = () => {
    if (performance.now() - askedAt < minute) return asked;
    askedAt = performance.now();
    asked = count().then(noteBacklog, () => {
      waiting.reset();
      oldest.reset();
    });
    return asked;
  };
  return async () => {
    await counted();
    return registry.metrics();
  };
}
function noteBacklog(backlog: Backlog): void {
  for (const [what, { count, oldest: age }] of Object.entries(backlog)) {
    waiting.set({ what }, count);
    oldest.set({ what }, age);
  }
}
/** The kind of text it is. */
export const figuresType = registry.contentType;
