// @module-tag slow
import { expect, test } from "vitest";
import { aimsOf, combinedAims, presets } from "#app/domain/matching/levels.ts";
import { draft, dot, type Ask, type Model, type Solver } from "#app/domain/matching/model/linear.ts";
import { chance } from "#app/domain/matching/lottery.ts";
import { match } from "#app/domain/matching/match.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { solveByRelaxation } from "#app/platform/solver/relaxation.server.ts";
import { centre } from "../../../bench/matching/centre.ts";

const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
const plainly = ({ relaxationMargin: _, ...ask }: Ask): Ask => ask;

/** Everyone takes one of five, each of which has room for some, opens at a price, and is dearer for some than for others. */
function crowded(seed: number): { model: Model; cost: Float64Array } {
  const next = chance(seed);
  const out = draft();
  const cost: number[] = [];
  const column = (price: number) => {
    cost.push(price);
    return out.column(0, 1, true);
  };
  const open = Array.from({ length: 5 }, () => column(2 + Math.floor(next() * 9)));
  const seats = Array.from({ length: 12 }, () => open.map(() => column(1 + Math.floor(next() * 6))));
  for (const own of seats)
    out.row({ lower: 1, upper: 1, terms: own.map((at) => [at, 1]), rule: { code: "one_place" } });
  open.forEach((gate, at) =>
    out.row({
      lower: -Infinity,
      upper: 0,
      terms: [[gate, -(3 + Math.floor(next() * 3))], ...seats.map((own) => [own[at] ?? 0, 1] as const)],
      rule: { code: "size_max" },
    }),
  );
  return { model: out.done(), cost: Float64Array.from(cost) };
}

test("aims in one price stand in their own order: no sum of later ones makes up for a step of an earlier one", () => {
  const next = chance(5);
  for (const preset of presets)
    for (const students of [7, 300, 3750]) {
      const aims = aimsOf[preset](4);
      const { price, aims: count, step } = combinedAims(aims, students, 6);
      expect(count, `${preset}, ${students}`).toBeGreaterThan(1);
      const drawn = () => {
        const ranks = Array.from({ length: students }, () => Math.floor(next() ** 2 * 6));
        return [0, 1, 2, 3, 4, 5].map((rank) => ranks.filter((r) => r === rank).length);
      };
      for (let turn = 0; turn < 50; turn++) {
        const one = drawn();
        const two =
          turn % 2
            ? drawn()
            : one.map(
                (n, at) => n + (at === turn % 4 ? -1 : at === (turn + 1) % 4 ? 2 : at === (turn + 2) % 4 ? -1 : 0),
              );
        const sum = (profile: readonly number[], of: (rank: number) => number) =>
          profile.reduce((total, n, at) => total + n * of(at + 1), 0);
        const apart = aims
          .slice(0, count)
          .map(({ sense, price: of }) => (sense === "max" ? -1 : 1) * (sum(one, of) - sum(two, of)));
        expect(Math.sign(sum(one, price) - sum(two, price)) + 0, `${preset}: ${one} and ${two}`).toBe(
          Math.sign(apart.find((d) => d !== 0) ?? 0) + 0,
        );
      }
      expect(step).toBeGreaterThan(students ** (count - 1));
    }
});
test("looking nearby first finds what one search finds, however near that is, for little and for much", () => {
  let beyond = 0;
  for (let seed = 1; seed <= 25; seed++) {
    const { model, cost } = crowded(seed);
    for (const [sense, prices] of [
      ["min", cost],
      ["max", cost.map((price) => -price)],
    ] as const) {
      const best = solver.solve(model, { sense, cost: prices });
      if (best.state === "solved") expect(best.proven).toBe(true);
      for (const near of [0, 1, 40]) {
        const found = solver.solve(model, { sense, cost: prices, relaxationMargin: near });
        expect(found.state, `seed ${seed}`).toBe(best.state);
        if (found.state !== "solved" || best.state !== "solved") continue;
        expect([Math.round(found.objective), found.proven], `seed ${seed}, ${sense}, ${near}`).toEqual([
          Math.round(best.objective),
          true,
        ]);
        expect(dot(prices, found.values)).toBeCloseTo(best.objective);
      }
    }
    const only: number[] = [];
    solveByRelaxation(
      model,
      { sense: "min", cost, relaxationMargin: 4 },
      {
        relax: () => ({ state: "solved", prices: new Float64Array(model.rules.length) }),
        search: (part, ask) => {
          const answer = solver.solve(part, plainly(ask));
          if (answer.state === "solved") only.push(Math.round(answer.objective));
          return answer;
        },
      },
    );
    if (only.length > 1 && only[0] !== only.at(-1)) beyond++;
    // Prices that say nothing lead astray at first, and rule nothing out that is needed.
    const plain = solver.solve(model, { sense: "min", cost });
    expect(only.at(-1)).toBe(plain.state === "solved" ? Math.round(plain.objective) : undefined);
  }
  expect(beyond, "models in which the best plan was not nearby").toBeGreaterThan(0);
});
test("a centre's choices come out the same with and without looking nearby first, level by level", () => {
  const without: Solver = { ...solver, solve: (model, ask) => solver.solve(model, plainly(ask)) };
  const round = centre(1, { students: 120, assignments: 12, seats: 1.1 });
  for (const preset of presets) {
    const [near, far] = [solver, without].map((by) =>
      match(round, by, { preset, fine: false })?.levels.map(({ nodes: _, ...level }) => level),
    );
    expect(near?.length).toBeGreaterThan(1);
    expect(near).toEqual(far);
  }
});
