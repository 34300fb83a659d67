// @module-tag slow
import { expect, test } from "vitest";
import { isPlain } from "#app/domain/matching/solving/bound.ts";
import { presets } from "#app/domain/matching/levels.ts";
import { match } from "#app/domain/matching/match.ts";
import { isProven, worstOf } from "#app/domain/matching/plan.ts";
import { viewOf } from "#app/domain/matching/view.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { pairsSharing } from "#tests/support/rounds/plan-checker.ts";
import { bestCounted, countedIn, crowdedRound } from "#tests/support/rounds/counted-rounds.ts";

const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });

for (const [min, way] of [
  [1, "by flow"],
  [2, "by the model"],
] as const)
  test(`each preset is exactly as good as counting every seating says, ${way}`, () => {
    let apart = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const round = crowdedRound(seed, min);
      expect(isPlain(viewOf(round))).toBe(min === 1);
      const found = presets.map((preset) => {
        const plan = match(round, solver, { preset });
        expect(plan && isProven(plan)).toBe(true);
        const best = bestCounted(round, preset);
        const ranks = plan?.places.map(({ rank }) => rank) ?? [];
        expect(
          countedIn(preset, ranks).map((n) => n + 0),
          `round ${seed}, ${preset}`,
        ).toEqual(best?.slice(0, -1).map((n) => n + 0));
        // Where the preset settles how many have each choice, the most even of all such seatings is known too.
        if (preset === "most_first" || preset === "fewest_low")
          expect(plan && pairsSharing(plan), `round ${seed}, ${preset}: spread`).toBe(best?.at(-1));
        if (plan && preset === "default")
          expect(plan.levels.find(({ id }) => id === "worst")?.value ?? 9).toBeGreaterThanOrEqual(worstOf(plan.places));
        return [...ranks].sort().join();
      });
      if (new Set(found).size > 1) apart++;
    }
    expect(apart, "rounds in which the presets differ").toBeGreaterThan(3);
  });
