import type { Assignment, Guide, Instance, Pair, Student } from "./instance.ts";

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byWords = (a: readonly unknown[], b: readonly unknown[]) => {
  const [x, y] = [a.join("\n"), b.join("\n")];
  return x < y ? -1 : x > y ? 1 : 0;
};
const keyed = <T>(rows: readonly T[], key: (row: T) => readonly unknown[]) => {
  const byKey = new Map(rows.map((row) => [key(row).join("\n"), row]));
  return [...byKey.values()].sort((a, b) => byWords(key(a), key(b)));
};
const distinct = <T extends { id: string }>(rows: readonly T[]): T[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()].sort(byId);
const words = (list: readonly string[]) => [...new Set(list)].sort();
const pairs = (list: readonly Pair[]): Pair[] =>
  keyed(
    list.filter(([a, b]) => a !== b).map(([a, b]): Pair => (a < b ? [a, b] : [b, a])),
    (pair) => pair,
  );

/**
 * Returns the same round in one order, whatever order its rows came in: by id, each once, groups that share a member
 * joined. What follows depends on nothing else, so neither does the plan.
 */
export function ordered(instance: Instance): Instance {
  const { students, assignments, guides, apart, together, wishes, pins, forbids, teamCounts, locked, previous } =
    instance;
  const { guidedBefore } = instance;
  return {
    ...instance,
    students: distinct(students).map(student),
    assignments: distinct(assignments).map(assignment),
    guides: distinct<Guide>(guides),
    apart: pairs(apart),
    together: joined(together),
    wishes: pairs(wishes),
    pins: keyed(pins, ({ student, assignment, team = 0 }) => [student, assignment, team]),
    forbids: keyed(forbids, ({ student, assignment }) => [student, assignment]),
    teamCounts: keyed(teamCounts, ({ assignment }) => [assignment]),
    locked: keyed(locked, ({ assignment, team }) => [assignment, team]).map((team) => ({
      ...team,
      students: words(team.students),
    })),
    previous: previous && keyed(previous, ({ student }) => [student]),
    ...(guidedBefore ? { guidedBefore: keyed(guidedBefore, ({ assignment, team }) => [assignment, team]) } : {}),
  };
}
/** An assignment chosen twice counts where it stands highest. */
function student(s: Student): Student {
  const seen = new Set<string>();
  const choices = s.choices
    .map((tier) => words(tier).filter((id) => !seen.has(id) && seen.add(id)))
    .filter((tier) => tier.length > 0);
  return { ...s, choices, skills: keyed(s.skills, ({ skill, level }) => [skill, level]), dayParts: words(s.dayParts) };
}
const assignment = (a: Assignment): Assignment => ({
  ...a,
  required: keyed(a.required, ({ skill, level }) => [skill, level]),
  desired: keyed(a.desired, ({ skill, level }) => [skill, level]),
  disciplines: keyed(a.disciplines, ({ discipline }) => [discipline]),
  guides: a.guides
    .map(words)
    .filter((list) => list.length > 0)
    .sort(byWords),
  stars: keyed(a.stars, ({ student }) => [student]),
  veto: words(a.veto),
});
function joined(groups: readonly (readonly string[])[]): string[][] {
  const of = new Map<string, Set<string>>();
  for (const group of groups) {
    const all = new Set(group.flatMap((id) => [id, ...(of.get(id) ?? [])]));
    for (const id of all) of.set(id, all);
  }
  return [...new Set(of.values())]
    .filter((group) => group.size > 1)
    .map((group) => [...group].sort())
    .sort(byWords);
}
