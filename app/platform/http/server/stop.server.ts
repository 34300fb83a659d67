import type { HttpServer } from "./http-server.server.ts";

/** Lists what a server that stops has to end, in this order. */
type Running = {
  http: Omit<HttpServer, "server">;
  /** `stop` takes nothing new up and resolves when what runs is done; `hurry` ends what waits for somebody outside. */
  jobs: { stop: () => Promise<void>; hurry: () => void };
  solver: () => Promise<void>;
  database: () => Promise<void>;
};
/**
 * Holds moments after the signal, in milliseconds (docs/trust.md 4.8): until `drain` everybody is served, so that a
 * proxy has seen that we are not ready; at `cut` connections that still wait are ended; at `rest` the jobs of the
 * server are left as they are; by `total` the process ends, whatever hangs.
 */
export const usualMoments = { drain: 5000, cut: 13_000, rest: 14_500, total: 19_000 } as const;
type Moments = { [Moment in keyof typeof usualMoments]: number };

/** Ends what runs, in order and within `total`. Answers what did not end by itself in its time. */
export async function stopInOrder(
  { http, jobs, solver, database }: Running,
  moments: Moments = usualMoments,
): Promise<string[]> {
  const began = performance.now();
  const cutShort: string[] = [];
  const until = async (moment: keyof Moments, name: string, work: Promise<unknown>) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), Math.max(0, began + moments[moment] - performance.now()));
    });
    // A part that fails has ended as well.
    if ((await Promise.race([work.catch(() => {}), late])) === "late") cutShort.push(name);
    clearTimeout(timer);
  };
  http.lastAnswers();
  const rested = jobs.stop(); // first told, so that nothing new is taken up when the solver ends
  const solved = solver();
  await new Promise((resolve) => setTimeout(resolve, moments.drain));
  await until("cut", "requests", http.finish());
  http.cut();
  await until("cut", "jobs in time", Promise.all([rested, solved]));
  jobs.hurry();
  await until("rest", "jobs", Promise.all([rested, solved]));
  await until("total", "database", database());
  return cutShort;
}
