import type { Instance } from "#app/domain/matching/instance.ts";
import { match } from "#app/domain/matching/match.ts";
import { isProven, profileOf, type Plan } from "#app/domain/matching/plan.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { brokenRules, rankOf } from "#tests/support/rounds/plan-checker.ts";
import { firstCome, illegalIn, stable, type Given } from "./baselines.ts";
import { centre } from "./centre.ts";
import { national } from "./national.ts";
import { mean, quantile, share } from "./figures.ts";

// `npm run bench:matching`: what matching reaches and costs, on invented centres that are the same everywhere. `--
// --only centre|large|national` runs one part. Seconds are those of the processor, so that other work on the machine
// changes them little.
const at = process.argv.indexOf("--only");
const only = at > 0 ? process.argv[at + 1] : undefined;
const seeds = Array.from({ length: 10 }, (_, i) => i + 1);
type Line = {
  placed: number;
  first: number;
  topThree: number;
  rank: number;
  illegal: number;
  cpu: number;
  proven: boolean;
};

function lineOf(round: Instance, ranks: readonly number[], illegal: number, cpu: number, proven: boolean): Line {
  const n = round.students.length;
  return {
    placed: ranks.length,
    first: ranks.filter((r) => r === 1).length / n,
    topThree: ranks.filter((r) => r <= 3).length / n,
    rank: mean(ranks),
    illegal,
    cpu,
    proven,
  };
}
function baseline(round: Instance, way: (round: Instance, seed: number) => Given): Line {
  const began = process.cpuUsage();
  const given = way(round, round.seed);
  const { user, system } = process.cpuUsage(began);
  return lineOf(
    round,
    [...given].map(([student, assignment]) => rankOf(round, student, assignment)),
    illegalIn(round, given).assignments,
    (user + system) / 1000,
    false,
  );
}
async function centres() {
  console.log("375 students, 35 assignments, every rule; means of seeds 1-10, one warm thread\n");
  const desk = openSolver();
  await desk.run("match", { instance: centre(99, { students: 375, assignments: 35, seats: 1.2 }) });
  for (const [name, seats] of [
    ["normal (seats 1.2 n)", 1.2],
    ["tight (seats 1.05 n)", 1.05],
  ] as const) {
    const lines: Record<string, Line[]> = { "first come": [], "stable (students propose)": [], matching: [] };
    for (const seed of seeds) {
      const round = centre(seed, { students: 375, assignments: 35, seats });
      lines["first come"]?.push(baseline(round, firstCome));
      lines["stable (students propose)"]?.push(baseline(round, stable));
      const { output, cpu } = await desk.run("match", { instance: round });
      if (!output) throw new Error(`seed ${seed}: no plan`);
      const wrong = new Set(brokenRules(round, output).map((fault) => fault.split(":")[0]));
      lines.matching?.push(
        lineOf(
          round,
          output.places.map(({ rank }) => rank),
          wrong.size,
          cpu,
          isProven(output),
        ),
      );
    }
    console.log(
      `${name.padEnd(26)}  placed  first   top three  mean rank  illegal assignments  ms CPU p50  p90     proven`,
    );
    for (const [way, all] of Object.entries(lines)) console.log(tableLine(way, all));
    console.log("");
  }
  await desk.close();
}
const tableLine = (name: string, all: readonly Line[]) => {
  const of = (key: keyof Omit<Line, "proven">) => mean(all.map((line) => line[key]));
  const cpu = all.map((line) => line.cpu);
  return [
    name.padEnd(26),
    of("placed").toFixed(1).padStart(6),
    share(of("first")),
    share(of("topThree")).padStart(9),
    of("rank").toFixed(2).padStart(9),
    of("illegal").toFixed(1).padStart(19),
    quantile(cpu, 0.5).toFixed(0).padStart(10),
    quantile(cpu, 0.9).toFixed(0).padEnd(6),
    name === "matching" ? `${all.filter((line) => line.proven).length} of ${all.length}` : "-",
  ].join("  ");
};
async function large() {
  console.log("3,750 students, 350 assignments in one model: placed, lowest choice, total, first choices\n");
  const solver = highsSolver(await highsModule(), { left: () => 120, stopped: () => false });
  match(centre(99, { students: 375, assignments: 35, seats: 1.2 }), solver);
  for (const seats of [1.2, 1.05]) {
    const round = centre(1, { students: 3750, assignments: 350, seats });
    const began = process.cpuUsage();
    const levels: string[] = [];
    const plan = match(round, solver, {
      fine: false,
      onLevel: ({ id, rank, value, proven }) => {
        const { user, system } = process.cpuUsage(began);
        levels.push(
          `${id}${rank ?? ""} ${value}${proven ? " proven" : " OPEN"} at ${((user + system) / 1e6).toFixed(1)} s`,
        );
      },
    }) as Plan;
    console.log(`seats ${seats} n: ${levels.join(", ")}; profile ${profileOf(plan.places).join(",")}`);
  }
  console.log(`memory of the solver ${((await highsModule()).memoryBytes / 2 ** 20).toFixed(0)} MB\n`);
}

if (!only || only === "centre") await centres();
if (!only || only === "large") await large();
if (!only || only === "national") await national();
process.exit(0);
