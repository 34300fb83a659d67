import { expect, test } from "vitest";
import journeys from "#tests/e2e/playwright.config.ts";
import { test as suite } from "#tests/projects.ts";
import { anyOf } from "#tests/support/patterns.ts";
import { code, read } from "#tests/support/sources.ts";

const hour = 3_600_000;
/** These say the limits of the whole suite, or name what is forbidden. */
const apart = ["tests/e2e/playwright.config.ts", "tests/projects.ts", "tests/house/waiting.test.ts"];

// What took ten seconds here takes forty on a slow machine with other work: a limit only ends what would hang for ever.
test("no test, set-up or journey has a limit of its own, and no journey waits for a time to pass", () => {
  const limited = anyOf(
    /^\s*\}, [\d_]{4,}\);|\b(test|hook|action|navigation)Timeout\b|\.set(Default\w*)?Timeout\(|\bAbortSignal\.timeout\(/,
    /\bwaitForTimeout\b|\bnetworkidle\b|(?<!\.end\()\{ timeout: [\d_]+|^\s*timeout: [\d_]+/,
  );
  const files = code().filter((file) => file.startsWith("tests/") && !apart.includes(file));
  const slips = files.flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, at) => (limited.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(slips).toEqual([]);
});

/** These read a clock so that no test need: limits that end what hangs, stopwatches, processor time, and the age of folders. */
const clocks = [
  "tests/e2e/clock.mjs",
  "tests/support/cost.ts",
  "tests/support/database/database.ts",
  "tests/support/elapsed.ts",
  "tests/support/eventually.ts",
  "tests/support/machines/load.ts",
];

// Says how long something took is a property of the machine. `tests/support/elapsed.ts` says it in whole minutes, and
// `tests/support/cost.ts` how much work something is; `new Date(Date.now() - days)` is a day in a story.
test("no test measures how long something took: it counts work, or asks the one stopwatch", () => {
  const clock = anyOf(
    /\bperformance\.(now|measure|mark)\b|\bprocess\.(hrtime|cpuUsage|uptime|resourceUsage)\b|\bconsole\.time\w*\(/,
    /(?<!new Date\()\bDate\.now\b|\+new Date\(\)|\bnew Date\(\)\.(getTime|valueOf)\(|\bmonitorEventLoopDelay\b/,
  );
  const reading = code().filter((file) => file.startsWith("tests/") && clock.test(read(file)));
  expect(reading.filter((file) => file !== "tests/house/waiting.test.ts")).toEqual(clocks);
});

test("the limits of the suite are far beyond what a machine four times slower needs", () => {
  const floors = (suite.projects ?? []).map((floor) =>
    typeof floor === "object" && "test" in floor ? floor.test : null,
  );
  expect(floors.length).toBeGreaterThan(3);
  for (const floor of floors) {
    expect(floor?.testTimeout, floor?.name?.toString()).toBeGreaterThanOrEqual(hour);
    expect(floor?.hookTimeout, floor?.name?.toString()).toBeGreaterThanOrEqual(hour);
  }
  expect(journeys.timeout).toBeGreaterThanOrEqual(hour);
  expect(journeys.expect?.timeout).toBeGreaterThanOrEqual(120_000);
  expect(journeys.use?.actionTimeout).toBeGreaterThanOrEqual(120_000);
});
