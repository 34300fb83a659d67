import { readFileSync } from "node:fs";
import { viewOf } from "#app/domain/matching/view.ts";
import type { Instance } from "#app/domain/matching/instance.ts";
import { presets } from "#app/domain/matching/levels.ts";
import { match } from "#app/domain/matching/match.ts";
import { isProven, profileOf, totalOf, worstOf } from "#app/domain/matching/plan.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { readPreflib } from "./preflib.ts";

// `npm run match -- FILE.soi [FILE.dat]`: size, profile and cost of every preset, for a published instance or one of our own (FILE.json).
const [file, table] = process.argv.slice(2);
if (!file) {
  console.error("Say which instance: npm run match -- FILE.soi [FILE.dat], or FILE.json");
  process.exit(1);
}
const text = readFileSync(file, "utf8");
const instance: Instance = file.endsWith(".json") ? (JSON.parse(text) as Instance) : readPreflib(text, table === undefined ? undefined : readFileSync(table, "utf8"));
const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
const { students, assignments } = viewOf(instance).instance;
console.log(`${students.length} students, ${assignments.length} assignments`);
console.log("preset        size  profile                   cost  worst  proven  ms CPU");
for (const preset of presets) {
  const began = process.cpuUsage();
  const plan = match(instance, solver, { preset });
  const { user, system } = process.cpuUsage(began);
  if (!plan) console.log(`${preset.padEnd(12)}  no plan keeps all rules`);
  else console.log(`${preset.padEnd(12)}  ${String(plan.places.length).padStart(4)}  ${profileOf(plan.places).join(",").padEnd(24)}  ${String(totalOf(plan.places)).padStart(4)}  ${String(worstOf(plan.places)).padStart(5)}  ${(isProven(plan) ? "yes" : "no").padEnd(6)}  ${((user + system) / 1000).toFixed(1).padStart(6)}`);
}
