import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { ViteUserConfig } from "vitest/config";
import { floors } from "./floors.ts";
import { SlowFirst } from "./run-order.ts";
import { tags, tagsOf, type Tag } from "./support/tags.ts";

/**
 * Holds parts of the suite, which `scripts/test.mjs` runs by the tags of their files. What needs other programs of
 * the system is in none but its own, or is named by hand.
 */
const parts = {
  "": (of: Tag[]) => !of.includes("machines") || process.argv.some((each) => each.includes("machines")),
  quick: (of: Tag[]) => !of.includes("slow") && !of.includes("machines"),
  floors: (of: Tag[]) => !of.includes("oldest") && !of.includes("machines"),
  oldest: (of: Tag[]) => of.includes("oldest"),
  postgres: (of: Tag[]) => of.includes("postgres"),
  machines: (of: Tag[]) => of.includes("machines"),
} as const;
const part = process.env.TEST_PART ?? "";
if (!Object.hasOwn(parts, part)) throw new Error(`TEST_PART: there is no part "${part}"`);
const wanted = parts[part as keyof typeof parts];

/** `vite.config.ts` reads the floors of the test suite here. */
export const test: NonNullable<ViteUserConfig["test"]> = {
  // It is one more than there are processors: many files wait for something, and another goes on meanwhile.
  maxWorkers: Number(process.env.TEST_WORKERS ?? availableParallelism() + 1),
  // What was translated once is read again, by the workers of every floor and by the run on PostgreSQL 15.
  experimental: { fsModuleCache: true, fsModuleCachePath: "node_modules/.cache/samenspel/modules" },
  sequence: { sequencer: SlowFirst },
  projects: Object.entries(floors).map(([name, needs]) => ({
    test: {
      name,
      tags: tags.map((each) => ({ name: each })),
      include: filesOf(name).filter((file) => wanted(tagsOf(file))),
      setupFiles: ["tests/support/strict.ts"],
      globalSetup: [
        ...(needs.build ? ["tests/support/fresh-build.mjs"] : []),
        ...(needs.database ? ["tests/support/database/database.ts"] : []),
      ],
      // A worker keeps what it loaded and goes on to the next file: loading the product anew for each took longer than most tests.
      isolate: false,
      // This is not a measure of speed: it only ends what hangs, on the slowest machine. No test has a limit of its own.
      testTimeout: 3_600_000,
      hookTimeout: 3_600_000,
    },
  })),
};

function filesOf(floor: string): string[] {
  const folder = join("tests", floor);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}
