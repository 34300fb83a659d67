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
