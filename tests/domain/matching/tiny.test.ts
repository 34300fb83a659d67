import { plainAssignment } from "../../../bench/matching/plain-assignment.ts";
// @module-tag slow
import { expect, test } from "vitest";
import { emptyInstance, type Assignment, type Student } from "#app/domain/matching/instance.ts";
import { why } from "#app/domain/matching/explanations.ts";
import { conflictIn } from "#app/domain/matching/solving/conflict.ts";
import { presets } from "#app/domain/matching/levels.ts";
import { match } from "#app/domain/matching/match.ts";
import { isProven } from "#app/domain/matching/plan.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { brokenRules, improvements } from "#tests/support/rounds/plan-checker.ts";
import { bestOf, judged, less, tinyRound } from "#tests/support/rounds/tiny-rounds.ts";

const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
const seeds = Array.from({ length: 20 }, (_, at) => at + 1);

test("on rounds small enough to try every plan, each preset finds the best one, and none where there is none", () => {
  let impossible = 0;
  for (const seed of seeds) {
    const round = tinyRound(seed);
    const best = bestOf(round, presets);
    for (const preset of presets) {
      const plan = match(round, solver, { preset });
      if (!best) {
        expect(plan, `round ${seed}`).toBeNull();
        continue;
      }
      expect(plan && brokenRules(round, plan), `round ${seed}, ${preset}`).toEqual([]);
      expect(plan && judged(round, preset, plan), `round ${seed}, ${preset}`).toEqual(best.get(preset));
      expect(plan && isProven(plan), `round ${seed}, ${preset}`).toBe(true);
      if (plan && (preset === "default" || preset === "lowest_total"))
        expect(improvements(round, plan), `round ${seed}`).toEqual([]);
    }
    if (best) expect(conflictIn(round, solver), `round ${seed}`).toBeNull();
    else {
      const conflict = conflictIn(round, solver);
      expect(conflict?.rules.length, `round ${seed}`).toBeGreaterThan(0);
      expect(conflict?.unpin.length, `round ${seed}`).toBeGreaterThan(0);
      impossible++;
    }
  }
  expect(impossible).toBeGreaterThan(0);
  expect(impossible).toBeLessThan(seeds.length / 2);
});

test("students with priority come first among plans that place as many, and no lower; again the best of every plan there is", () => {
  let mattered = 0;
  for (const seed of seeds) {
    const round = tinyRound(seed);
    const prior = { ...round, students: round.students.map((student, at) => ({ ...student, priority: at % 3 === 1 })) };
    const best = bestOf(prior, presets);
    for (const preset of presets) {
      const [plan, plain] = [match(prior, solver, { preset }), match(round, solver, { preset })];
      if (!best) {
        expect(plan, `round ${seed}`).toBeNull();
        continue;
      }
      expect(plan && brokenRules(prior, plan), `round ${seed}, ${preset}`).toEqual([]);
      expect(plan && judged(prior, preset, plan).map((n) => n + 0), `round ${seed}, ${preset}`).toEqual(
        best.get(preset)?.map((n) => n + 0),
      );
      expect(plan && isProven(plan), `round ${seed}, ${preset}`).toBe(true);
      if (plain && less(best.get(preset) ?? [], judged(prior, preset, plain))) mattered++;
    }
  }
  expect(mattered, "plans that priority changed").toBeGreaterThan(5);
});

const wants = (id: string, choices: readonly string[], priority = false): Student => ({
  id,
  choices: choices.map((choice) => [choice]),
  hours: 16,
  discipline: "d",
  level: "hbo",
  skills: [],
  dayParts: [],
  priority,
});
const offers = (id: string, min: number, max: number): Assignment => ({
  ...plainAssignment(id, { min, max }),
  hours: 8,
});
for (const [min, way] of [
  [1, "by flow"],
  [2, "by the model"],
] as const)
  test(`who has priority has the place that all want, whatever the lot says; and the others hear that this decided it, ${way}`, () => {
    const names = ["s1", "s2", "s3", "s4"];
    for (const lucky of names) {
      const round = {
        ...emptyInstance,
        students: names.map((id) =>
          wants(id, ["a1", "a2"], id === lucky || (min === 2 && id === (lucky === "s1" ? "s2" : "s1"))),
        ),
        assignments: [offers("a1", min, min), offers("a2", min, 4 - min)],
      };
      const plan = match(round, solver);
      const at = (choice: string) =>
        plan?.places.filter(({ assignment }) => assignment === choice).map(({ student }) => student) ?? [];
      expect(at("a1").sort()).toEqual(
        round.students
          .filter(({ priority }) => priority)
          .map(({ id }) => id)
          .sort(),
      );
      expect(at("a2")).toHaveLength(4 - min);
      for (const student of at("a2")) expect(plan && why(round, plan, student, solver).code, student).toBe("priority");
      // Without it the lot decides.
      const even = { ...round, students: round.students.map((s) => ({ ...s, priority: false })) };
      const drawn = match(even, solver);
      const loser = drawn?.places.find(({ assignment }) => assignment === "a2")?.student ?? "";
      expect(drawn && why(even, drawn, loser, solver).code).toBe("lottery");
    }
  });
test("where not everybody fits, nobody with priority is left out", () => {
  for (const lucky of ["s1", "s2", "s3"])
    for (const fallback of [false, true]) {
      const round = {
        ...emptyInstance,
        fallback,
        students: ["s1", "s2", "s3"].map((id) => wants(id, ["a1"], id === lucky)),
        assignments: [offers("a1", 2, 2), offers("a2", 3, 3)],
      };
      const plan = match(round, solver);
      expect(plan?.places.map(({ student }) => student)).toContain(lucky);
      expect(plan?.unplaced).toHaveLength(1);
      expect(plan?.levels.find(({ id }) => id === "priority_placed")).toMatchObject({ value: 1, proven: true });
    }
});
