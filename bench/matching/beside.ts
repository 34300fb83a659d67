import { once } from "node:events";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { setImmediate as turn } from "node:timers/promises";
import type { ServerBuild } from "#app/framework.server.ts";
import { isProven, profileOf } from "#app/domain/matching/plan.ts";
import { openSolver } from "#app/platform/solver.server.ts";
import { brokenRules } from "#tests/support/plan-checker.ts";
import { centre } from "./centre.ts";
import { quantile } from "./figures.ts";

// The built server, with two solving threads in the same process; after one line on its input it matches a country.
type Entry = { serve: (build: ServerBuild) => Promise<void> };
const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as unknown as ServerBuild;
await (build.entry.module as unknown as Entry).serve(build);
await once(process.stdin, "data");
const desk = openSolver({ threads: 2 });
const began = performance.now();
const cpu: number[] = [];
const sum = { placed: 0, first: 0, topThree: 0, proven: 0, broken: 0 };
const open: string[] = [];

async function one(seed: number) {
  const round = centre(1000 + seed, { students: 375, assignments: 35, seats: 1.2 });
  const solved = await desk.run("match", { instance: round }, { seconds: 30 });
  const plan = solved.output;
  cpu.push(solved.cpu);
  if (!plan) return;
  const profile = profileOf(plan.places);
  sum.placed += plan.places.length;
  sum.first += profile[0] ?? 0;
  sum.topThree += profile.slice(0, 3).reduce((n, count) => n + count, 0);
  if (isProven(plan)) sum.proven++;
  else open.push(`${seed}: ${plan.levels.filter(({ proven }) => !proven).map(({ id, value, bound }) => `${id} ${value} of ${bound}`).join(", ")}`);
  await turn();
  sum.broken += brokenRules(round, plan).length;
}
// Three at a time: two are solved while the next one is made.
let next = 1;
await Promise.all(Array.from({ length: 3 }, async () => { while (next <= 160) await one(next++); }));
const share = (count: number) => `${((100 * count) / 60_000).toFixed(2)}%`;
console.log(`matched: ${((performance.now() - began) / 1000).toFixed(1)} s, ${(cpu.reduce((a, b) => a + b, 0) / 1000).toFixed(1)} s CPU in the threads (p50 ${quantile(cpu, 0.5).toFixed(0)}, p95 ${quantile(cpu, 0.95).toFixed(0)}, most ${Math.max(...cpu).toFixed(0)} ms); placed ${sum.placed}, first ${share(sum.first)}, top three ${share(sum.topThree)}, broken rules ${sum.broken}, proven ${sum.proven} of 160, threads started ${desk.state().started}, ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB${open.length > 0 ? `; open: ${open.join("; ")}` : ""}`);
