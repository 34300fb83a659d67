import type { Assignment, Instance, SkillAt, Student } from "./instance.ts";
import { ordered } from "./ordered.ts";

/** Says why somebody may not be on an assignment at all. */
const refusals = ["veto", "forbid", "hours"] as const;
export type Refusal = (typeof refusals)[number];
export type View = {
  instance: Instance;
  student: ReadonlyMap<string, Student>;
  assignment: ReadonlyMap<string, Assignment>;
  /** Gives the place of an assignment on a student's list, from 1; undefined when it is not there. */
  rank: (student: string, assignment: string) => number | undefined;
  /** Tells what a place outside one's own list counts as: one lower than the longest list. */
  outside: number;
  refused: (student: string, assignment: string) => Refusal | null;
  /** The published team somebody is held in. */
  lockedIn: ReadonlyMap<string, { assignment: string; team: number }>;
  stars: (student: string, assignment: string) => number;
  /** These students have priority. */
  first: ReadonlySet<string>;
};

/** Returns a round, put in order, with what one looks up in it all the time. */
export function viewOf(given: Instance): View {
  const instance = ordered(given);
  const student = new Map(instance.students.map((s) => [s.id, s]));
  const assignment = new Map(instance.assignments.map((a) => [a.id, a]));
  const ranks = new Map(
    instance.students.map((s) => [
      s.id,
      new Map(s.choices.flatMap((tier, at) => tier.map((id) => [id, at + 1] as const))),
    ]),
  );
  const vetoes = new Map(instance.assignments.map((a) => [a.id, new Set(a.veto)]));
  const stars = new Map(instance.assignments.map((a) => [a.id, new Map(a.stars.map((s) => [s.student, s.stars]))]));
  const forbidden = new Set(instance.forbids.map((f) => `${f.student}\n${f.assignment}`));
  const refused = (s: string, a: string) => {
    if (vetoes.get(a)?.has(s)) return "veto";
    if (forbidden.has(`${s}\n${a}`)) return "forbid";
    return (student.get(s)?.hours ?? 0) < (assignment.get(a)?.hours ?? 0) ? "hours" : null;
  };
  return {
    instance,
    student,
    assignment,
    refused,
    rank: (s, a) => ranks.get(s)?.get(a),
    outside: 1 + instance.students.reduce((most, s) => Math.max(most, s.choices.length), 0),
    lockedIn: new Map(instance.locked.flatMap(({ students, ...place }) => students.map((id) => [id, place] as const))),
    stars: (s, a) => stars.get(a)?.get(s) ?? 0,
    first: new Set(instance.students.filter(({ priority }) => priority).map(({ id }) => id)),
  };
}
/** Tells whether a student has a skill as far as it is asked. */
export const has = (student: Student, asked: SkillAt): boolean =>
  student.skills.some(({ skill, level }) => skill === asked.skill && level >= asked.level);

/** Describes a student who may be on an assignment, and what choice it would be. */
export type Edge = { student: string; assignment: string; rank: number };
/** Says how far down the lists is looked, and who may also be placed outside the own list. */
export type Reach = { worst: number; outside: (student: string) => boolean };
export const whole: Reach = { worst: Infinity, outside: () => false };

/**
 * Returns every place that is open to somebody who is not in a locked team. A pinned student has only the place of
 * the pin, refused or not: the model then names the conflict.
 */
export function edgesOf(view: View, reach: Reach): Edge[] {
  const pins = new Map<string, string[]>();
  for (const { student, assignment } of view.instance.pins)
    pins.set(student, [...(pins.get(student) ?? []), assignment]);
  return view.instance.students.flatMap(({ id, choices }) => {
    const pinned = pins.get(id);
    const edge = (assignment: string): Edge => ({
      student: id,
      assignment,
      rank: view.rank(id, assignment) ?? view.outside,
    });
    if (pinned) return [...new Set(pinned)].filter((a) => view.assignment.has(a)).map(edge);
    if (view.lockedIn.has(id)) return [];
    const open = (a: string) => view.assignment.has(a) && view.refused(id, a) === null;
    const own = choices.slice(0, reach.worst).flat().filter(open);
    if (!reach.outside(id)) return own.map(edge);
    return [
      ...own,
      ...view.instance.assignments.map((a) => a.id).filter((a) => view.rank(id, a) === undefined && open(a)),
    ].map(edge);
  });
}
