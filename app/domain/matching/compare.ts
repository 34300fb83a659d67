import type { SolveOptions } from "./solving/solve-state.ts";
import type { Instance } from "./instance.ts";
import type { Preset } from "./levels.ts";
import type { Solver } from "./model/linear.ts";
import { match, type Options } from "./match.ts";
import { asBefore, placesBy, profileOf, totalOf, worstOf, type Place, type Plan, type Team } from "./plan.ts";

type Spot = Pick<Place, "assignment" | "team" | "rank">;
/** Describes somebody who is elsewhere than before; null is nowhere. */
export type Move = { student: string; from: Spot | null; to: Spot | null };
/** Describes a guide who has other teams than before: those that are no longer theirs, and those that now are. */
type GuideMove = { guide: string; from: readonly TeamSpot[]; to: readonly TeamSpot[] };
/** This is one team of a plan, by its number. */
export type TeamSpot = Pick<Team, "assignment" | "team">;
/**
 * Tells what changed for students between two plans, after less before. `moves` by student; who only changed teams
 * within an assignment is in `shuffles`.
 */
export type PlacesDifference = {
  placed: number;
  worst: number;
  total: number;
  first: number;
  moves: readonly Move[];
  shuffles: readonly Move[];
};
/** It says what changed between two plans, for students and for those who guide them. */
export type Difference = PlacesDifference & { guides: readonly GuideMove[] };
type Compared = Pick<Plan, "places" | "teams">;

/** Tells what moves between two plans: students and, by name, who guides them. */
export const compare = (before: Compared, after: Compared): Difference => ({
  ...comparePlaces(before.places, after.places),
  guides: movedGuides(before.teams, after.teams),
});
function movedGuides(before: readonly Team[], after: readonly Team[]): GuideMove[] {
  const spots = (teams: readonly Team[], guide: string) =>
    teams.filter(({ guides }) => guides.includes(guide)).map(({ assignment, team }) => ({ assignment, team }));
  const without = (all: readonly TeamSpot[], others: readonly TeamSpot[]) =>
    all.filter((one) => !others.some((two) => two.assignment === one.assignment && two.team === one.team));
  return [...new Set([...before, ...after].flatMap(({ guides }) => guides))].sort().flatMap((guide) => {
    const [was, is] = [spots(before, guide), spots(after, guide)];
    const [from, to] = [without(was, is), without(is, was)];
    return from.length + to.length > 0 ? [{ guide, from, to }] : [];
  });
}
/** Returns the same, of a plan whose teams were not made yet. */
export function comparePlaces(before: readonly Place[], after: readonly Place[]): PlacesDifference {
  const [was, is] = [placesBy(before), placesBy(after)];
  const spot = (place: Place | undefined): Spot | null =>
    place ? { assignment: place.assignment, team: place.team, rank: place.rank } : null;
  const all = [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((student): Move => ({ student, from: spot(was.get(student)), to: spot(is.get(student)) }));
  const first = (places: readonly Place[]) => places.filter(({ rank }) => rank === 1).length;
  return {
    placed: after.length - before.length,
    worst: worstOf(after) - worstOf(before),
    total: totalOf(after) - totalOf(before),
    first: first(after) - first(before),
    moves: all.filter(({ from, to }) => from?.assignment !== to?.assignment),
    shuffles: all.filter(({ from, to }) => from && to && from.assignment === to.assignment && from.team !== to.team),
  };
}
/** Longer lists are told apart no further down. */
const ranks = 40;
/**
 * Says how good the choices of a plan are under a preset: compared number by number, lower is better. `prior`: students with
 * priority.
 */
export function choiceScore(
  preset: Preset,
  places: readonly Place[],
  bearable: number | null,
  prior: ReadonlySet<string>,
): number[] {
  const profile = profileOf(places);
  const [first = 0] = profile;
  const before = places.filter(({ student }) => prior.has(student));
  const worst =
    preset === "fewest_low"
      ? worstOf(places)
      : preset === "default" && bearable !== null
        ? Math.max(worstOf(places), bearable)
        : 0;
  const begin = [-places.length, worst, -before.length, totalOf(before)];
  if (preset === "most_first") return [...begin, ...Array.from({ length: ranks }, (_, at) => -(profile[at] ?? 0))];
  if (preset === "fewest_low")
    return [...begin, ...Array.from({ length: ranks - 1 }, (_, at) => profile[ranks - 1 - at] ?? 0)];
  return [...begin, totalOf(places), -first];
}
/** Returns a negative number when `a` stands better than `b`, zero when nothing tells them apart. */
export const byChoiceScore = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

export type Priced = { plan: Plan; difference: Difference } | null;
/**
 * Tells what a change costs (a pin, a forbidden place, another number of teams): the best plan with it that stays
 * closest to this one, and what that differs. Null when the change allows no plan.
 */
export function priceOf(changed: Instance, plan: Plan, solver: Solver, options: Options = {}): Priced {
  const next = match({ ...changed, ...asBefore(plan) }, solver, { preset: plan.preset, ...options });
  return next && { plan: next, difference: compare(plan, next) };
}
/**
 * Returns a published plan after some have left: as many placed as can be, then as few moved as can be, then the best
 * choices among such plans.
 */
export function withoutThem(
  instance: Instance,
  plan: Plan,
  gone: readonly string[],
  solver: Solver,
  options: Partial<Omit<SolveOptions, "solver" | "stay">> = {},
): Priced {
  const left = new Set(gone);
  const here = (student: string) => !left.has(student);
  const rest: Instance = {
    ...instance,
    students: instance.students.filter(({ id }) => here(id)),
    pins: instance.pins.filter(({ student }) => here(student)),
    together: instance.together.map((group) => group.filter(here)).filter((group) => group.length > 1),
    locked: instance.locked.map((team) => ({ ...team, students: team.students.filter(here) })),
  };
  return priceOf(rest, { ...plan, places: plan.places.filter(({ student }) => here(student)) }, solver, {
    ...options,
    stay: "early",
  });
}
