import { expect, test } from "vitest";
import { hoursProblem } from "#app/domain/work/hours.ts";

test.each([
  ["the first hours of a day", 480, 0, null],
  ["a whole day", 1440, 0, null],
  ["more than a day in two entries", 480, 1200, { code: "day_too_full", limit: 240 }],
  ["all that was logged taken back", -480, 480, null],
  ["more taken back than was logged", -480, 60, { code: "hours_not_there", limit: 60 }],
  ["something taken back of nothing", -1, 0, { code: "hours_not_there", limit: 0 }],
  ["a correction of a day that is too full already", -60, 2000, null],
] as const)("%s", (_, spent, logged, problem) => {
  expect(hoursProblem(spent, logged)).toEqual(problem);
});
