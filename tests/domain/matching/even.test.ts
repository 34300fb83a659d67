// @module-tag slow
import { expect, test } from "vitest";
import { plainAssignment } from "../../../bench/matching/plain-assignment.ts";
import { emptyInstance, type Instance, type Student } from "#app/domain/matching/instance.ts";
import { match } from "#app/domain/matching/match.ts";
import { isProven } from "#app/domain/matching/plan.ts";
import { viewOf } from "#app/domain/matching/view.ts";
import { isPlain } from "#app/domain/matching/solving/bound.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { brokenRules } from "#tests/support/rounds/plan-checker.ts";

const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
const names = ["a1", "a2", "a3"];
const ways = {
  "all tied": (tied: readonly string[]) => [tied],
  "tied below a first choice that is full": (tied: readonly string[]) => [["b"], tied],
  "nothing chosen, placed outside the list": () => [],
};
type Case = { students: number; tied: number; min: number; max: number; seed: number };
function round({ students, tied, min, max, seed }: Case, choices: Student["choices"]): Instance {
  return {
    ...emptyInstance,
    seed,
    fallback: choices.length === 0,
    students: Array.from({ length: students }, (_, at) => ({
      id: `s${at}`,
      choices,
      hours: 8,
      discipline: "",
      level: "hbo" as const,
      skills: [],
      dayParts: [],
    })),
    assignments: names.slice(0, tied).map((id) => plainAssignment(id, { min, max })),
  };
}
/** The most even way to seat so many, each assignment empty or of a size it may have: tried one by one, largest first. */
function evenest({ students, tied, min, max }: Case): number[] | null {
  const all: number[][] = [];
  const seat = (sizes: number[], left: number) => {
    if (sizes.length === tied) return void (left === 0 && all.push(sizes));
    for (const size of [0, ...Array.from({ length: max - min + 1 }, (_, at) => min + at)])
      if (size <= left) seat([...sizes, size], left - size);
  };
  seat([], students);
  const squares = (sizes: readonly number[]) => sizes.reduce((sum, n) => sum + n * n, 0);
  const [best] = all.sort((a, b) => squares(a) - squares(b));
  return best?.sort((a, b) => b - a) ?? null;
}
const cases = [1, 2, 3].flatMap((seed) =>
  [2, 3].flatMap((tied) =>
    [1, 3].flatMap((min) => [6, 7, 9, 11, 12].map((students): Case => ({ students, tied, min, max: 6, seed }))),
  ),
);

test("nine students over two tied assignments of three to six become five and four", () => {
  const nine = { students: 9, tied: 2, min: 3, max: 6, seed: 1 };
  const sizes = match(round(nine, [["a1", "a2"]]), solver)?.teams.map(({ students }) => students.length);
  expect(sizes?.sort()).toEqual([4, 5]);
});
for (const [name, choices] of Object.entries(ways))
  test(`whoever is equal is spread as evenly as sizes allow, at every size and seed: ${name}`, () => {
    for (const one of cases) {
      const made = round(one, choices(names.slice(0, one.tied)));
      expect(isPlain(viewOf(made))).toBe(one.min === 1 && !made.fallback);
      const plan = match(made, solver);
      const sizes = names
        .slice(0, one.tied)
        .map((id) => plan?.places.filter(({ assignment }) => assignment === id).length ?? 0);
      expect(plan && brokenRules(made, plan), JSON.stringify(one)).toEqual([]);
      expect(
        sizes.sort((a, b) => b - a),
        JSON.stringify(one),
      ).toEqual(evenest(one));
      if (!made.fallback) expect(plan && isProven(plan), JSON.stringify(one)).toBe(true);
      const even = plan?.levels.find(({ id }) => id === "even");
      expect(even?.value, JSON.stringify(one)).toBe(sizes.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0));
    }
  });
