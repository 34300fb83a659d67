import type { GuidedTeam, Placement } from "./instance.ts";
import type { Outcome, Preset } from "./levels.ts";

/** Tells who works together on one assignment, by team number. */
export type Split = Map<number, string[]>;
export type Place = { student: string; assignment: string; team: number; rank: number };
export type Team = {
  assignment: string;
  team: number;
  students: readonly string[];
  guides: readonly string[];
  /** Holds required skills that nobody in it has: only where gaps were allowed, or a hand made it so. */
  gaps: readonly string[];
};
/** Holds what came of a round. Everything in it follows from the round, the preset and the limits; the clock is not in it. */
export type Plan = {
  preset: Preset;
  seed: number;
  places: readonly Place[];
  teams: readonly Team[];
  unplaced: readonly string[];
  levels: readonly Outcome[];
};
/** Says how many students have their first choice, their second, and so on; the last one may be outside the lists. */
export function profileOf(places: readonly Place[]): number[] {
  const profile: number[] = [];
  for (const { rank } of places) profile[rank - 1] = (profile[rank - 1] ?? 0) + 1;
  return Array.from(profile, (count) => count ?? 0);
}
/** Returns the sum of everybody's ranks: less is better. */
export const totalOf = (places: readonly Place[]): number => places.reduce((sum, { rank }) => sum + rank, 0);
/** Returns the rank of whoever got the least of what they asked. */
export const worstOf = (places: readonly Place[]): number =>
  places.reduce((worst, { rank }) => Math.max(worst, rank), 0);
/** Says whether the solver itself proved that nothing better exists on any level. */
export const isProven = ({ levels }: Pick<Plan, "levels">): boolean =>
  levels.every(({ proven, given }) => proven && given === undefined);
/** Answers each student's place, by the student. */
export const placesBy = (places: readonly Place[]): Map<string, Place> =>
  new Map(places.map((place) => [place.student, place]));
/** Returns a plan as the one before: where everybody was, and who guided each team. */
export const asBefore = ({ places, teams }: Pick<Plan, "places" | "teams">) => ({
  previous: places.map(({ student, assignment, team }): Placement => ({ student, assignment, team })),
  guidedBefore: teams.map(({ assignment, team, guides }): GuidedTeam => ({ assignment, team, guides })),
});
/** Orders by student, so that the same plan is always written the same. */
export const inOrder = (places: readonly Place[]): Place[] =>
  [...places].sort((a, b) => (a.student < b.student ? -1 : a.student > b.student ? 1 : 0));
