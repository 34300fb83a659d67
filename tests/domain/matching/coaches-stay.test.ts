// @module-tag slow
import { expect, test } from "vitest";
import { plainAssignment } from "../../../bench/matching/plain-assignment.ts";
import { priceOf, withoutThem } from "#app/domain/matching/compare.ts";
import { emptyInstance, type Instance } from "#app/domain/matching/instance.ts";
import { presets } from "#app/domain/matching/levels.ts";
import { chance, shuffled } from "#app/domain/matching/lottery.ts";
import { match } from "#app/domain/matching/match.ts";
import { asBefore, type Plan } from "#app/domain/matching/plan.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { brokenRules, guidesKept, mostGuidesKept } from "#tests/support/rounds/plan-checker.ts";
import { bestOf, evenRound, judgedToTheEnd } from "#tests/support/rounds/tiny-rounds.ts";

const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
const ten = Array.from({ length: 10 }, (_, at) => `a${at}`);

/** Returns ten teams of two or three, and coaches who could guide any of them: `bears` teams each, just enough in all. */
function tenTeams(seed: number, bears: number): Instance {
  const next = chance(seed);
  const coaches = Array.from({ length: 10 / bears }, (_, at) => `c${at}`);
  return {
    ...emptyInstance,
    seed,
    students: Array.from({ length: 25 }, (_, at) => ({
      id: `s${String(at).padStart(2, "0")}`,
      choices: shuffled(ten, next)
        .slice(0, 6)
        .map((id) => [id]),
      hours: 8,
      discipline: "",
      level: "hbo" as const,
      skills: [],
      dayParts: [],
    })),
    assignments: ten.map((id) => ({ ...plainAssignment(id, { min: 2, max: 3 }), guides: [coaches] })),
    guides: coaches.map((id) => ({ id, teams: bears, students: null })),
    teamCounts: ten.map((assignment) => ({ assignment, teams: 1 })),
  };
}
for (const bears of [1, 2])
  test(`ten teams and one forbid: no coach moves, since each team goes on (${bears} to a coach)`, () => {
    for (const seed of [1, 2, 3]) {
      const round = tenTeams(seed, bears);
      // A plan in which the coaches are dealt another way than a search would by itself.
      const drawn = match(round, solver) as Plan;
      const dealt = shuffled(
        drawn.teams.map(({ guides }) => guides),
        chance(seed),
      );
      const plan = { ...drawn, teams: drawn.teams.map((team, at) => ({ ...team, guides: dealt[at] ?? [] })) };
      for (const { student, assignment } of plan.places.slice(0, 3)) {
        const changed = { ...round, forbids: [{ student, assignment }] };
        const next = priceOf(changed, plan, solver);
        expect(next && brokenRules(changed, next.plan)).toEqual([]);
        expect(next?.difference.moves.map((move) => move.student)).toContain(student);
        expect(next?.difference.guides, `round ${seed}, ${student}`).toEqual([]);
        expect(next && guidesKept(plan, next.plan)).toBe(10);
      }
    }
  });
test("where a team stops, the coaches of all others stay, and the difference names who lost it", () => {
  for (const seed of [1, 2, 3]) {
    const round = { ...tenTeams(seed, 2), teamCounts: [] };
    const plan = match(round, solver) as Plan;
    const [gone] = plan.teams;
    const changed = { ...round, teamCounts: [{ assignment: gone?.assignment ?? "", teams: 0 }] };
    const next = priceOf(changed, plan, solver);
    expect(next && brokenRules(changed, next.plan)).toEqual([]);
    expect(next && guidesKept(plan, next.plan)).toBe(next && mostGuidesKept(changed, plan, next.plan));
    expect(next?.difference.guides).toContainEqual(
      expect.objectContaining({
        guide: gone?.guides[0],
        from: expect.arrayContaining([{ assignment: gone?.assignment, team: 1 }]),
      }),
    );
  }
});
test("when students leave a published plan, coaches stay as well", () => {
  const round = tenTeams(4, 1);
  const drawn = match(round, solver) as Plan;
  const dealt = [...drawn.teams].reverse().map(({ guides }) => guides);
  const plan = { ...drawn, teams: drawn.teams.map((team, at) => ({ ...team, guides: dealt[at] ?? [] })) };
  const next = withoutThem(round, plan, [plan.places[0]?.student ?? ""], solver);
  expect(next?.difference.guides).toEqual([]);
  expect(next?.plan.levels.find(({ id }) => id === "guides")).toMatchObject({ value: 10, proven: true });
});
test("tiny rounds after a change: of every plan there is none stays closer or is more even, with guides and teams told apart", () => {
  const seen = { guides: 0, even: 0, rounds: 0 };
  for (let seed = 1; seed <= 24; seed++) {
    const round = evenRound(seed);
    const first = match(round, solver);
    const place = first?.places[seed % first.places.length];
    if (!first || !place) continue;
    const { student, assignment } = place;
    // As if the coaches had been dealt the other way round.
    const turned = {
      ...first,
      teams: first.teams.map((team, at) => ({
        ...team,
        guides: team.guides.map((id) => (at % 2 ? id : ({ c1: "c2", b1: "b2", b2: "b1" }[id] ?? id))),
      })),
    };
    const changed = { ...round, ...asBefore(turned), pins: [], forbids: [{ student, assignment }] };
    const best = bestOf(changed, presets, judgedToTheEnd);
    for (const preset of presets) {
      const plan = match(changed, solver, { preset });
      expect(plan === null, `round ${seed}`).toBe(best === null);
      if (!plan) continue;
      expect(brokenRules(changed, plan), `round ${seed}`).toEqual([]);
      expect(
        judgedToTheEnd(changed, preset, plan).map((n) => n + 0),
        `round ${seed}, ${preset}`,
      ).toEqual(best?.get(preset)?.map((n) => n + 0));
      for (const id of ["guides", "even"] as const) if (plan.levels.some((level) => level.id === id)) seen[id]++;
      seen.rounds++;
    }
  }
  expect(seen.rounds).toBeGreaterThan(30);
  expect(seen.guides).toBeGreaterThan(20);
});
