import { solveLevels } from "./solving/solve-levels.ts";
import { seatsTaken, usualLimits, type SolveState } from "./solving/solve-state.ts";
import { byChoiceScore, comparePlaces, choiceScore, type PlacesDifference } from "./compare.ts";
import type { Assignment, Instance, Student } from "./instance.ts";
import type { Solver } from "./model/linear.ts";
import { lotteryNumbers } from "./lottery.ts";
import { inOrder, placesBy, type Place, type Plan } from "./plan.ts";
import type { Rule } from "./model/rules.ts";
import { has, viewOf, type Refusal, type View } from "./view.ts";
import { whyNoTeam } from "./without-team.ts";

/**
 * Says why somebody does not have an assignment, as a code with what it is about. `price`: what it would change if they did
 * have it.
 */
export type Reason =
  | { code: "has_it" }
  | { code: "unknown" }
  | { code: "not_eligible"; because: Refusal }
  | { code: "pinned_elsewhere"; assignment: string }
  | { code: "not_running"; because: Rule | null; price: PlacesDifference | null }
  | { code: "full"; seats: number; price: PlacesDifference | null }
  | { code: "reserved"; rules: readonly Rule[]; price: PlacesDifference | null }
  | { code: "lottery"; number: number; price: PlacesDifference }
  /** All else was equal, and somebody with priority went first. */
  | { code: "priority"; price: PlacesDifference | null }
  | { code: "possible"; price: PlacesDifference }
  | { code: "impossible" };

/**
 * Answers "why not my first choice?" (or another one, `about`): the first of the reasons of docs/matching.md 6 that
 * holds. The last ones take one or two more solves; those look at who is where, not at the division into teams.
 */
export function why(instance: Instance, plan: Plan, student: string, solver: Solver, about?: string): Reason {
  const view = viewOf(instance);
  const person = view.student.get(student);
  const assignment = view.assignment.get(about ?? person?.choices.flat().find((id) => view.assignment.has(id)) ?? "");
  if (!person || !assignment) return { code: "unknown" };
  const place = placesBy(plan.places).get(student);
  if (place?.assignment === assignment.id || (about === undefined && place?.rank === 1)) return { code: "has_it" };
  const refused = view.refused(student, assignment.id);
  if (refused) return { code: "not_eligible", because: refused };
  const pin = instance.pins.find((p) => p.student === student)?.assignment ?? view.lockedIn.get(student)?.assignment;
  if (pin !== undefined && pin !== assignment.id) return { code: "pinned_elsewhere", assignment: pin };
  const teams = plan.teams.filter((team) => team.assignment === assignment.id);
  if (teams.length === 0) {
    const stopped = whyNoTeam(view, plan, assignment);
    return stopped
      ? { code: "not_running", because: stopped.rule, price: null }
      : {
          code: "not_running",
          because: null,
          price: ifThey(view, plan, person, assignment, solver)?.difference ?? null,
        };
  }
  return held(view, plan, person, assignment, solver);
}
function held(view: View, plan: Plan, person: Student, assignment: Assignment, solver: Solver): Reason {
  const price = ifThey(view, plan, person, assignment, solver);
  const seats = assignment.size.max * assignment.teams;
  const taken = plan.places.filter((place) => place.assignment === assignment.id).length;
  if (price && isFree(view, plan, price.places))
    return {
      code: "lottery",
      number:
        lotteryNumbers(
          view.instance.students.map(({ id }) => id),
          plan.seed,
        ).get(person.id) ?? 0,
      price: price.difference,
    };
  const equal =
    view.first.size > 0 && !view.first.has(person.id)
      ? viewOf({
          ...view.instance,
          students: view.instance.students.map((student) => ({ ...student, priority: false })),
        })
      : null;
  const alike = equal && ifThey(equal, plan, person, assignment, solver);
  if (equal && alike && isFree(equal, plan, alike.places))
    return { code: "priority", price: price?.difference ?? null };
  const open = { ...assignment, required: [], disciplines: [], mix: { mbo: 0, hbo: 0 } };
  const unreserved = ifThey(
    viewOf({
      ...view.instance,
      assignments: view.instance.assignments.map((a) => (a.id === assignment.id ? open : a)),
    }),
    plan,
    person,
    assignment,
    solver,
  );
  const rules = lackedBy(person, assignment);
  if (rules.length > 0 && unreserved && isFree(view, plan, unreserved.places))
    return { code: "reserved", rules, price: price?.difference ?? null };
  if (taken >= seats || !price)
    return taken >= seats || price ? { code: "full", seats, price: price?.difference ?? null } : { code: "impossible" };
  return { code: "possible", price: price.difference };
}
/** Says what seats are kept for that this student does not have. */
function lackedBy(person: Student, { id, required, disciplines, mix }: Assignment): Rule[] {
  return [
    ...required
      .filter((asked) => !has(person, asked))
      .map(({ skill }): Rule => ({ code: "required_skill", assignment: id, skill })),
    ...disciplines
      .filter(({ discipline, min }) => min > 0 && person.discipline !== discipline)
      .map(({ discipline }): Rule => ({ code: "discipline_min", assignment: id, discipline })),
    ...(["mbo", "hbo"] as const)
      .filter((level) => mix[level] > 0 && person.level !== level)
      .map((level): Rule => ({ code: "mix", assignment: id, level })),
  ];
}
const isFree = (view: View, plan: Plan, places: readonly Place[]) =>
  byChoiceScore(
    choiceScore(plan.preset, places, view.instance.bearable, view.first),
    choiceScore(plan.preset, plan.places, view.instance.bearable, view.first),
  ) <= 0;

type Counter = { places: Place[]; difference: PlacesDifference };
function ifThey(view: View, plan: Plan, person: Student, assignment: Assignment, solver: Solver): Counter | null {
  const pins = [
    ...view.instance.pins.filter((pin) => pin.student !== person.id),
    { student: person.id, assignment: assignment.id },
  ];
  const state = solveLevels(viewOf({ ...view.instance, pins, previous: plan.places }), new Set(), {
    preset: plan.preset,
    limits: usualLimits,
    stay: "late",
    fine: false,
    onLevel: () => {},
    solver,
  });
  if (!state) return null;
  const places = placesIn(state);
  return { places, difference: comparePlaces(plan.places, places) };
}
const placesIn = (state: SolveState): Place[] =>
  inOrder(
    seatsTaken(state).map(({ student, slot, rank }) => ({
      student,
      assignment: state.layout.slots[slot]?.assignment ?? "",
      team: state.layout.slots[slot]?.team ?? 0,
      rank,
    })),
  );
