import { expect, test } from "vitest";
import { conflictIn } from "#app/domain/matching/conflict.ts";
import { presets } from "#app/domain/matching/levels.ts";
import { match } from "#app/domain/matching/match.ts";
import { isProven } from "#app/domain/matching/plan.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { brokenRules, improvements } from "#tests/support/plan-checker.ts";
import { bestOf, judged, tinyRound } from "#tests/support/tiny-rounds.ts";

const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
const seeds = Array.from({ length: 20 }, (_, at) => at + 1);

test("on rounds small enough to try every plan, each preset finds the best one, and none where there is none", () => {
  let impossible = 0;
  for (const seed of seeds) {
    const round = tinyRound(seed);
    const best = bestOf(round, presets);
    for (const preset of presets) {
      const plan = match(round, solver, { preset });
      if (!best) { expect(plan, `round ${seed}`).toBeNull(); continue; }
      expect(plan && brokenRules(round, plan), `round ${seed}, ${preset}`).toEqual([]);
      expect(plan && judged(round, preset, plan), `round ${seed}, ${preset}`).toEqual(best.get(preset));
      expect(plan && isProven(plan), `round ${seed}, ${preset}`).toBe(true);
      if (plan && (preset === "default" || preset === "lowest_total")) expect(improvements(round, plan), `round ${seed}`).toEqual([]);
    }
    if (best) expect(conflictIn(round, solver), `round ${seed}`).toBeNull();
    else {
      const conflict = conflictIn(round, solver);
      expect(conflict?.rules.length, `round ${seed}`).toBeGreaterThan(0);
      expect(conflict?.letGo.length, `round ${seed}`).toBeGreaterThan(0);
      impossible++;
    }
  }
  expect(impossible).toBeGreaterThan(0);
  expect(impossible).toBeLessThan(seeds.length / 2);
}, 60_000);
