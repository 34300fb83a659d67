import { readFileSync } from "node:fs";
import { isPlain } from "#app/domain/matching/solving/bound.ts";
import { emptyInstance, type Instance } from "#app/domain/matching/instance.ts";
import { presets } from "#app/domain/matching/levels.ts";
import type { Solver } from "#app/domain/matching/model/linear.ts";
import { match } from "#app/domain/matching/match.ts";
import { isProven, profileOf, totalOf, worstOf } from "#app/domain/matching/plan.ts";
import { viewOf } from "#app/domain/matching/view.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { readPreflib } from "./preflib.ts";

// `npm run match -- FILE.soi [FILE.dat] …`: size, profile and cost of every preset, for published instances or our own
// (FILE.json).
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Say which instance: npm run match -- FILE.soi [FILE.dat], or FILE.json");
  process.exit(1);
}
const isTable = (file: string | undefined) => file !== undefined && /\.(dat|csv)$/.test(file);
/** A flow settles a plain round; only others need the solver, which takes a while to load. */
const unasked: Solver = {
  solve: () => {
    throw new Error("a plain round asks no solver");
  },
  conflict: () => [],
};

function read(file: string, table: string | undefined): Instance {
  const text = readFileSync(file, "utf8");
  return file.endsWith(".json")
    ? { ...emptyInstance, ...(JSON.parse(text) as Partial<Instance>) }
    : readPreflib(text, table === undefined ? undefined : readFileSync(table, "utf8"));
}
async function show(file: string, instance: Instance) {
  const view = viewOf(instance);
  const solver = isPlain(view) ? unasked : highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
  console.log(`${file}: ${view.instance.students.length} students, ${view.instance.assignments.length} assignments`);
  console.log("preset        size  profile                   cost  worst  proven  ms CPU");
  for (const preset of presets) {
    const began = process.cpuUsage();
    const plan = match(instance, solver, { preset });
    const { user, system } = process.cpuUsage(began);
    if (!plan) console.log(`${preset.padEnd(12)}  no plan keeps all rules`);
    else
      console.log(
        [
          preset.padEnd(12),
          String(plan.places.length).padStart(4),
          profileOf(plan.places).join(",").padEnd(24),
          String(totalOf(plan.places)).padStart(4),
          String(worstOf(plan.places)).padStart(5),
          (isProven(plan) ? "yes" : "no").padEnd(6),
          ((user + system) / 1000).toFixed(1).padStart(6),
        ].join("  "),
      );
  }
}
try {
  for (const [at, file] of files.entries())
    if (!isTable(file)) await show(file, read(file, isTable(files[at + 1]) ? files[at + 1] : undefined));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
