import { expect, test } from "vitest";
import { hoursProblem, mostInADay } from "#app/domain/work/hours.ts";

test.each([
  ["the first hours of a day", 480, { here: 0, everywhere: 0 }, null],
  ["a whole day", mostInADay, { here: 0, everywhere: 0 }, null],
  ["more than a day in two entries", 480, { here: 1200, everywhere: 1200 }, { code: "day_too_full", limit: 240 }],
  ["more than a day over two assignments", 480, { here: 0, everywhere: 1200 }, { code: "day_too_full", limit: 240 }],
  ["all that was logged taken back", -480, { here: 480, everywhere: 480 }, null],
  ["more taken back than was logged", -480, { here: 60, everywhere: 960 }, { code: "hours_not_there", limit: 60 }],
  ["something taken back of nothing", -1, { here: 0, everywhere: 0 }, { code: "hours_not_there", limit: 0 }],
  ["a correction of a day that is too full already", -60, { here: 2000, everywhere: 2000 }, null],
] as const)("%s", (_, spent, day, problem) => {
  expect(hoursProblem(spent, day)).toEqual(problem);
});
