import { studyLevels, type Assignment, type Student } from "./instance.ts";
import type { Rule } from "./model/rules.ts";
import { has, type View } from "./view.ts";

/** Describes a rule that a team breaks: how many it has of what the rule counts. */
export type Finding = { rule: Rule; found: number };
/** Describes a team as somebody would make it. */
type Draft = { assignment: string; students: readonly string[] };
/**
 * Describes somebody who would mend something: which rules would hold with them, and what choice it is for them;
 * null: not on their list.
 */
export type Hint = { student: string; resolves: readonly Rule[]; rank: number | null };
export type TeamEvaluation = {
  /** Holds rules that do not hold; with none the team may exist. */
  broken: readonly Finding[];
  /** Holds wished-for skills that are missing. */
  missing: readonly string[];
  /** All members are free in these parts of the week. */
  dayParts: readonly string[];
};

/**
 * Judges one team made by hand, by the rules that a plan is made with. Who guides it is not a matter of one team.
 * Students or assignments that are not in the round break `one_place`.
 */
export function evaluateTeam(view: View, { assignment: id, students }: Draft): TeamEvaluation {
  const assignment = view.assignment.get(id);
  const members = [...new Set(students)].sort().flatMap((student) => view.student.get(student) ?? []);
  const strangers = students
    .filter((student) => !view.student.has(student))
    .map((student): Finding => ({ rule: { code: "one_place", student, assignment: id }, found: 0 }));
  if (!assignment)
    return { broken: [{ rule: { code: "one_place", assignment: id }, found: 0 }], missing: [], dayParts: [] };
  const broken = [
    ...strangers,
    ...countedIn(assignment, members),
    ...personal(view, id, members),
    ...between(view, id, members),
  ];
  return {
    broken,
    missing: assignment.desired
      .filter((asked) => !members.some((student) => has(student, asked)))
      .map(({ skill }) => skill),
    dayParts: commonParts(members),
  };
}
/** Returns the parts of the week in which all of these students are free. */
export const commonParts = (members: readonly Student[]): string[] =>
  (members[0]?.dayParts ?? []).filter((part) => members.every(({ dayParts }) => dayParts.includes(part)));

/** Returns the rules that count members: size, skills, disciplines, levels. */
export function countedIn(
  { id, size, required, disciplines, mix }: Assignment,
  members: readonly Student[],
): Finding[] {
  const findings: Finding[] = [];
  const count = (fits: (student: Student) => boolean) => members.filter(fits).length;
  const least = (rule: Rule & { count: number }, found: number) => {
    if (found < rule.count) findings.push({ rule, found });
  };
  const most = (rule: Rule & { count: number }, found: number) => {
    if (found > rule.count) findings.push({ rule, found });
  };
  least({ code: "size_min", assignment: id, count: size.min }, members.length);
  most({ code: "size_max", assignment: id, count: size.max }, members.length);
  for (const asked of required)
    least(
      { code: "required_skill", assignment: id, skill: asked.skill, count: 1 },
      count((s) => has(s, asked)),
    );
  for (const { discipline, min, max } of disciplines) {
    least(
      { code: "discipline_min", assignment: id, discipline, count: min },
      count((s) => s.discipline === discipline),
    );
    if (max !== null)
      most(
        { code: "discipline_max", assignment: id, discipline, count: max },
        count((s) => s.discipline === discipline),
      );
  }
  for (const level of studyLevels)
    least(
      { code: "mix", assignment: id, level, count: mix[level] },
      count((s) => s.level === level),
    );
  return findings;
}
function personal(view: View, assignment: string, members: readonly Student[]): Finding[] {
  return members.flatMap(({ id: student }): Finding[] => {
    const code = view.refused(student, assignment);
    const pin = view.instance.pins.find((p) => p.student === student && p.assignment !== assignment);
    const locked = view.lockedIn.get(student);
    return [
      ...(code ? [{ rule: { code, student, assignment }, found: 1 }] : []),
      ...(pin ? [{ rule: { code: "pin", student, assignment: pin.assignment } as const, found: 1 }] : []),
      ...(locked && locked.assignment !== assignment
        ? [{ rule: { code: "locked", student, assignment: locked.assignment, team: locked.team } as const, found: 1 }]
        : []),
    ];
  });
}
function between(
  { instance: { apart, together }, student: known }: View,
  assignment: string,
  members: readonly Student[],
): Finding[] {
  const here = new Set(members.map(({ id }) => id));
  const torn = together
    .map((group) => group.filter((id) => known.has(id)))
    .filter((group) => {
      const count = group.filter((id) => here.has(id)).length;
      return count > 0 && count < group.length;
    });
  return [
    ...apart
      .filter(([a, b]) => here.has(a) && here.has(b))
      .map(([student, other]): Finding => ({ rule: { code: "apart", student, other, assignment }, found: 2 })),
    ...torn.map(
      (students): Finding => ({
        rule: { code: "together", students, assignment },
        found: students.filter((id) => here.has(id)).length,
      }),
    ),
  ];
}
/**
 * Finds who could join a team and mend what is broken, without breaking anything new: most mended first, then who
 * wants it most. `free`: the students who may be asked.
 */
export function hintsFor(view: View, team: Draft, free: readonly string[], most = 10): Hint[] {
  const now = evaluateTeam(view, team).broken;
  const key = ({ rule }: Finding) => JSON.stringify(rule);
  const before = new Set(now.map(key));
  return free
    .filter((student) => view.student.has(student) && !team.students.includes(student))
    .flatMap((student): Hint[] => {
      const then = evaluateTeam(view, { ...team, students: [...team.students, student] }).broken;
      if (then.some((finding) => !before.has(key(finding)))) return [];
      const after = new Set(then.map(key));
      const resolves = now
        .filter(
          (finding) =>
            !after.has(key(finding)) || (then.find((f) => key(f) === key(finding))?.found ?? 0) > finding.found,
        )
        .map(({ rule }) => rule);
      return resolves.length > 0 ? [{ student, resolves, rank: view.rank(student, team.assignment) ?? null }] : [];
    })
    .sort(
      (a, b) =>
        b.resolves.length - a.resolves.length ||
        (a.rank ?? view.outside) - (b.rank ?? view.outside) ||
        (a.student < b.student ? -1 : 1),
    )
    .slice(0, most);
}
