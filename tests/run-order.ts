import { statSync } from "node:fs";
import { relative } from "node:path";
import type { TestSequencer, TestSpecification } from "vitest/node";
import { floors } from "./floors.ts";
import { tagsOf } from "./support/tags.ts";

/** Makes the town that other files copy: it begins first, so that nobody waits for it. */
const maker = "tests/http/forms/met.test.ts";
/** Runs one floor after another: a worker that goes on to a file of another floor has to load everything anew. */
const order = Object.keys(floors);

/** Slow files begin before quick ones and long ones before short ones, so that the workers end together. */
export class SlowFirst implements TestSequencer {
  shard = (files: TestSpecification[]) => files;

  sort(files: TestSpecification[]): TestSpecification[] {
    return files
      .map((spec) => ({ spec, rank: rankOf(spec), size: statSync(spec.moduleId).size }))
      .sort((a, b) => a.rank - b.rank || b.size - a.size)
      .map(({ spec }) => spec);
  }
}

function rankOf({ moduleId, project }: TestSpecification): number {
  if (relative(process.cwd(), moduleId) === maker) return -1;
  return order.indexOf(project.name) * 2 + (tagsOf(moduleId).includes("slow") ? 0 : 1);
}
