import { once } from "node:events";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "#app/framework.server.ts";
import type { Instance } from "#app/domain/matching/instance.ts";
import { isProven, profileOf, type Plan } from "#app/domain/matching/plan.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { brokenRules } from "#tests/support/rounds/plan-checker.ts";
import { centre } from "./centre.ts";
import { quantile } from "./figures.ts";

// This is the built server, with two solving threads in the same process; after one line on its input it matches a country.
type Entry = { serve: (build: ServerBuild) => Promise<void> };
const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as unknown as ServerBuild;
await (build.entry.module as unknown as Entry).serve(build);
// Making the rounds and checking the plans is not the server's work, so it is done before and after.
const rounds = Array.from({ length: 160 }, (_, at) =>
  centre(1001 + at, { students: 375, assignments: 35, seats: 1.2 }),
);
const plans: Plan[] = [];
console.log("ready");
await once(process.stdin, "data");
const desk = openSolver({ threads: 2 });
const began = performance.now();
const cpu: number[] = [];
const sum = { placed: 0, first: 0, topThree: 0, proven: 0, broken: 0 };
const open: string[] = [];

async function one(at: number) {
  const { output, cpu: took } = await desk.run("match", { instance: rounds[at] as Instance }, { seconds: 120 });
  cpu.push(took);
  if (output) plans[at] = output;
}
// Two are solved while the next one waits.
let next = 0;
await Promise.all(
  Array.from({ length: 3 }, async () => {
    while (next < rounds.length) await one(next++);
  }),
);
const seconds = (performance.now() - began) / 1000;
console.log("over");
for (const [at, plan] of plans.entries()) {
  const profile = profileOf(plan.places);
  sum.placed += plan.places.length;
  sum.first += profile[0] ?? 0;
  sum.topThree += profile.slice(0, 3).reduce((n, count) => n + count, 0);
  sum.broken += brokenRules(rounds[at] as Instance, plan).length;
  if (isProven(plan)) sum.proven++;
  else
    open.push(
      `${at + 1}: ${plan.levels
        .filter(({ proven, given }) => !proven || given)
        .map(({ id, value, bound }) => `${id} ${value} of ${bound}`)
        .join(", ")}`,
    );
}
const share = (count: number) => `${((100 * count) / 60_000).toFixed(2)}%`;
const total = (cpu.reduce((a, b) => a + b, 0) / 1000).toFixed(1);
const spread = [
  `p50 ${quantile(cpu, 0.5).toFixed(0)}`,
  `p95 ${quantile(cpu, 0.95).toFixed(0)}`,
  `most ${Math.max(...cpu).toFixed(0)} ms`,
].join(", ");
const results = [
  `placed ${sum.placed}`,
  `first ${share(sum.first)}`,
  `top three ${share(sum.topThree)}`,
  `broken rules ${sum.broken}`,
  `proven ${sum.proven} of 160`,
  `threads started ${desk.state().started}`,
  `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
].join(", ");
console.log(
  [
    `matched: ${seconds.toFixed(1)} s, ${total} s CPU in the threads (${spread})`,
    results,
    ...(open.length > 0 ? [`open: ${open.join("; ")}`] : []),
  ].join("; "),
);
