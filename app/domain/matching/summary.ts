import type { LevelId } from "./levels.ts";
import { isProven, profileOf, totalOf, worstOf, type Plan } from "./plan.ts";

/**
 * Tells what a plan comes to, from its places alone. Shares are percentages with one decimal; `open` are levels that
 * were not proven.
 */
export type PlanSummary = {
  placed: number;
  students: number;
  first: number;
  firstShare: number;
  topThree: number;
  profile: number[];
  worst: number;
  total: number;
  proven: boolean;
  open: { id: LevelId; value: number; bound: number }[];
};
/** Summarises a plan in a few figures, for lists that compare plans. */
export function summaryOf(plan: Plan, students: number): PlanSummary {
  const profile = profileOf(plan.places);
  const share = (count: number) => (students === 0 ? 0 : Math.round((1000 * count) / students) / 10);
  return {
    placed: plan.places.length,
    students,
    first: profile[0] ?? 0,
    firstShare: share(profile[0] ?? 0),
    topThree: share(profile.slice(0, 3).reduce((sum, n) => sum + n, 0)),
    profile,
    worst: worstOf(plan.places),
    total: totalOf(plan.places),
    proven: isProven(plan),
    open: plan.levels.filter((level) => !level.proven).map(({ id, value, bound }) => ({ id, value, bound })),
  };
}
