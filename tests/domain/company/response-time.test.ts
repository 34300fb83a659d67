import { expect, test } from "vitest";
import { fewestAnswers, publicCount, responseTime, type Answered } from "#app/domain/company/response-time.ts";

/** Is asked on a Monday morning, answered so many calendar days later. */
const answered = (days: number, kind: Answered["kind"] = "question"): Answered => ({
  kind,
  askedAt: new Date("2026-11-02T09:00:00Z"),
  answeredAt: new Date(+new Date("2026-11-02T10:00:00Z") + days * 86_400_000),
});

test("below five answers no time is told, from five on the median is, with what it is made of", () => {
  const four = [answered(1), answered(1), answered(2, "claim"), answered(9)];
  expect(fewestAnswers).toBe(5);
  expect(responseTime(four)).toBeNull();
  expect(responseTime([...four, answered(3, "change")])).toEqual({
    days: 2,
    n: 5,
    of: { claim: 1, change: 1, question: 3 },
  });
});
test("weekends and public holidays count for nothing; the same day is nought", () => {
  expect(responseTime(Array.from({ length: 5 }, () => answered(0)))?.days).toBe(0);
  // From Monday to the next Monday lie five working days, not seven.
  expect(responseTime(Array.from({ length: 5 }, () => answered(7)))?.days).toBe(5);
  const christmas = {
    kind: "claim" as const,
    askedAt: new Date("2026-12-24T09:00:00Z"),
    answeredAt: new Date("2026-12-28T09:00:00Z"),
  };
  expect(responseTime(Array.from({ length: 5 }, () => christmas))?.days).toBe(1);
});
test("one slow answer does not make a slow company; two middle ones meet half way", () => {
  expect(responseTime([0, 1, 1, 2, 60].map((d) => answered(d)))?.days).toBe(1);
  expect(responseTime([0, 1, 1, 2, 2, 3].map((d) => answered(d)))?.days).toBe(1.5);
});
test("a small count is not told in public; nought is, and so is what is large enough", () => {
  expect([0, 1, 4, 5, 120].map(publicCount)).toEqual([0, null, null, 5, 120]);
});
