import type { Instance } from "./instance.ts";
import { commonParts } from "./evaluate.ts";
import type { Outcome } from "./levels.ts";
import { isProven, profileOf, totalOf, worstOf, type Plan, type Team } from "./plan.ts";
import type { Refusal } from "./view.ts";
import { has, viewOf, type View } from "./view.ts";
import { withoutTeam, type WithoutTeam } from "./without-team.ts";

export type TeamReport = Team & {
  covered: readonly string[];
  missing: readonly string[];
  mbo: number;
  hbo: number;
  disciplines: Readonly<Record<string, number>>;
  dayParts: readonly string[];
  stars: number;
};
type Unplaced = {
  student: string;
  because: "no_choice_open" | "no_seat";
  refused: Readonly<Partial<Record<Refusal, number>>>;
};
/**
 * Holds what the teacher reads about a plan (docs/matching.md 6); all of it counted from the places, not taken from
 * the solver.
 */
type Report = {
  students: number;
  placed: number;
  profile: readonly number[];
  /** This share of all students has one of their first three choices, from 0 to 1. */
  topThree: number;
  worst: number;
  total: number;
  unplaced: readonly Unplaced[];
  teams: readonly TeamReport[];
  /** Holds assignments that get no team, and why: the first thing to read. */
  withoutTeam: readonly WithoutTeam[];
  /** Holds wished-for skills that are there, of those asked. */
  desired: { covered: number; asked: number };
  wishes: { honoured: number; asked: number };
  apartBroken: number;
  guides: readonly { guide: string; teams: number; most: number | null }[];
  /**
   * A company gave stars to somebody who wants its assignment more than what they have, while somebody with fewer stars
   * is on it. To know, not to mend.
   */
  blocking: number;
  levels: readonly Outcome[];
  proven: boolean;
  seed: number;
};
/** Tells what is said of a plan as a whole and of each of its teams; counted from the plan, never taken from the solver. */
export function report(instance: Instance, plan: Plan): Report {
  const view = viewOf(instance);
  const { students, wishes, apart, guides } = view.instance;
  const profile = profileOf(plan.places);
  const teams = plan.teams.map((team) => teamReport(view, team));
  const together = (pairs: typeof apart) =>
    pairs.filter((pair) => plan.teams.some((team) => pair.every((id) => team.students.includes(id)))).length;
  const asked = plan.teams.reduce(
    (sum, { assignment }) => sum + (view.assignment.get(assignment)?.desired.length ?? 0),
    0,
  );
  return {
    students: students.length,
    placed: plan.places.length,
    profile,
    worst: worstOf(plan.places),
    total: totalOf(plan.places),
    topThree: students.length === 0 ? 1 : profile.slice(0, 3).reduce((sum, count) => sum + count, 0) / students.length,
    unplaced: plan.unplaced.map((student) => unplaced(view, student)),
    teams,
    withoutTeam: withoutTeam(view, plan),
    desired: { covered: teams.reduce((sum, team) => sum + team.covered.length, 0), asked },
    wishes: { honoured: together(wishes), asked: wishes.length },
    apartBroken: together(apart),
    guides: guides.map(({ id, teams: most }) => ({
      guide: id,
      teams: plan.teams.filter((team) => team.guides.includes(id)).length,
      most,
    })),
    blocking: blockingPairs(view, plan),
    levels: plan.levels,
    proven: isProven(plan),
    seed: plan.seed,
  };
}
function teamReport(view: View, team: Team): TeamReport {
  const members = team.students.flatMap((id) => view.student.get(id) ?? []);
  const desired = view.assignment.get(team.assignment)?.desired ?? [];
  const covered = desired.filter((asked) => members.some((student) => has(student, asked))).map(({ skill }) => skill);
  const disciplines: Record<string, number> = {};
  for (const { discipline } of members) disciplines[discipline] = (disciplines[discipline] ?? 0) + 1;
  const level = (wanted: string) => members.filter((student) => student.level === wanted).length;
  return {
    ...team,
    covered,
    missing: desired.map(({ skill }) => skill).filter((skill) => !covered.includes(skill)),
    mbo: level("mbo"),
    hbo: level("hbo"),
    disciplines,
    dayParts: commonParts(members),
    stars: team.students.reduce((sum, student) => sum + view.stars(student, team.assignment), 0),
  };
}
/** Either nothing on the list is open to them, or all of it is taken. */
function unplaced(view: View, student: string): Unplaced {
  const refused: Partial<Record<Refusal, number>> = {};
  const choices = (view.student.get(student)?.choices.flat() ?? []).filter((id) => view.assignment.has(id));
  for (const assignment of choices) {
    const code = view.refused(student, assignment);
    if (code) refused[code] = (refused[code] ?? 0) + 1;
  }
  const open = choices.length - Object.values(refused).reduce((sum, count) => sum + count, 0);
  return { student, because: open > 0 ? "no_seat" : "no_choice_open", refused };
}
function blockingPairs(view: View, plan: Plan): number {
  const rank = new Map(plan.places.map((place) => [place.student, place.rank]));
  const least = new Map<string, number>();
  for (const { student, assignment } of plan.places)
    least.set(assignment, Math.min(least.get(assignment) ?? Infinity, view.stars(student, assignment)));
  return view.instance.assignments.reduce(
    (sum, { id, stars }) =>
      sum +
      stars.filter(
        ({ student, stars: given }) =>
          (view.rank(student, id) ?? Infinity) < (rank.get(student) ?? Infinity) && given > (least.get(id) ?? Infinity),
      ).length,
    0,
  );
}
