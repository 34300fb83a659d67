import { expect, test } from "vitest";
import { match } from "#app/domain/matching/match.ts";
import { profileOf } from "#app/domain/matching/plan.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { readPreflib } from "../../../bench/matching/preflib.ts";

const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
const orders = `# NUMBER ALTERNATIVES: 4
# ALTERNATIVE NAME 1: Project 0
# ALTERNATIVE NAME 2: Project 1
# ALTERNATIVE NAME 3: Project 2
# ALTERNATIVE NAME 4: Project 3
2: 1,2,3
1: {1,4},2`;

test("orders are read with how often they occur, and with ties", () => {
  const { students, assignments } = readPreflib(orders);
  expect(assignments.length).toBe(4);
  expect(students.map(({ choices }) => choices.map((tier) => tier.length))).toEqual([
    [1, 1, 1],
    [1, 1, 1],
    [2, 1],
  ]);
  expect(() => readPreflib("1,2,3")).toThrow("no line of an order");
});
test("what a supervisor can take limits all of their projects together", () => {
  const free = match(readPreflib(orders), solver);
  expect(profileOf(free?.places ?? [])).toEqual([2, 1]);
  const bound = match(readPreflib(orders, "Supervisor,Capacity,Projects\nA,1,0 1\nB,1,2\nC,0,3"), solver);
  expect([bound?.places.length, profileOf(bound?.places ?? [])]).toEqual([2, [1, 0, 1]]);
});
test("teams have a least and a greatest size", () => {
  const round = readPreflib("3: 1,2\n1: 2,1", "Project,Min,Max,Teams\n0,2,4,1\n1,2,4,1");
  expect(profileOf(match(round, solver)?.places ?? [])).toEqual([3, 1]);
});
