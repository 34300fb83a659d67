import type { Assignment, Instance, Student } from "#app/domain/matching/instance.ts";
import type { Plan } from "#app/domain/matching/plan.ts";

/** Describes a plan as bare facts: who is where, and who guides which team. */
export type Facts = Pick<Plan, "teams">;
type Group = { assignment: string; team: number; students: readonly string[]; guides: readonly string[] };

/** Counts everything anew, by other means than the model that made the plan: every broken rule as a sentence. */
export function brokenRules(instance: Instance, { teams }: Facts): string[] {
  const seen = new Map<string, Group>();
  const wrong: string[] = [];
  for (const team of teams)
    for (const student of team.students) {
      if (seen.has(student)) wrong.push(`${student} is in two teams`);
      seen.set(student, team);
    }
  const isLocked = (team: Group) =>
    instance.locked.some((l) => l.assignment === team.assignment && l.team === team.team);
  for (const team of teams) if (!isLocked(team)) wrong.push(...teamFaults(instance, team));
  for (const a of instance.assignments)
    wrong.push(
      ...assignmentFaults(
        instance,
        a,
        teams.filter((team) => team.assignment === a.id),
      ),
    );
  for (const { assignment, team, students } of instance.locked)
    for (const student of students)
      if (seen.get(student)?.assignment !== assignment || seen.get(student)?.team !== team)
        wrong.push(`${student} left a locked team`);
  for (const { student, assignment, team } of instance.pins)
    if (seen.get(student)?.assignment !== assignment || (team !== undefined && seen.get(student)?.team !== team))
      wrong.push(`${student} is not where pinned`);
  for (const guide of instance.guides) {
    const theirs = teams.filter(({ guides }) => guides.includes(guide.id));
    if (guide.teams !== null && theirs.length > guide.teams) wrong.push(`${guide.id} guides ${theirs.length} teams`);
    if (guide.students !== null && theirs.reduce((n, t) => n + t.students.length, 0) > guide.students)
      wrong.push(`${guide.id} guides too many students`);
  }
  const places = [...seen].map(([student, team]) => `${team.assignment}/${team.team} ${student}`);
  for (const group of instance.together) {
    const at = new Set(
      group.map((id) => (seen.has(id) ? `${seen.get(id)?.assignment}/${seen.get(id)?.team}` : "nowhere")),
    );
    if (at.size > 1) wrong.push(`${group.join("+")} are torn apart`);
  }
  return places.length === seen.size ? wrong : ["counting failed"];
}
const member = (instance: Instance, id: string): Student | undefined => instance.students.find((s) => s.id === id);
const able = (student: Student, skill: string, level: number) =>
  student.skills.some((s) => s.skill === skill && s.level >= level);

/** Tells what is wrong with one team, without looking at others. */
export function teamFaults(instance: Instance, team: Pick<Group, "assignment" | "students">): string[] {
  const a = instance.assignments.find(({ id }) => id === team.assignment);
  const members = team.students.flatMap((id) => member(instance, id) ?? []);
  if (!a || members.length !== team.students.length) return [`${team.assignment}: strangers`];
  const wrong: string[] = [];
  if (members.length < a.size.min || members.length > a.size.max) wrong.push(`${a.id}: ${members.length} in a team`);
  if (!instance.elastic)
    for (const { skill, level } of a.required)
      if (!members.some((m) => able(m, skill, level))) wrong.push(`${a.id}: nobody has ${skill}`);
  for (const { discipline, min, max } of a.disciplines) {
    const count = members.filter((m) => m.discipline === discipline).length;
    if (count < min || (max !== null && count > max)) wrong.push(`${a.id}: ${count} of ${discipline}`);
  }
  for (const level of ["mbo", "hbo"] as const)
    if (members.filter((m) => m.level === level).length < a.mix[level]) wrong.push(`${a.id}: too few ${level}`);
  for (const [one, two] of instance.apart)
    if (one !== two && team.students.includes(one) && team.students.includes(two))
      wrong.push(`${one} and ${two} together`);
  for (const m of members) {
    if (m.hours < a.hours) wrong.push(`${m.id} has too few hours for ${a.id}`);
    if (a.veto.includes(m.id)) wrong.push(`${m.id} is vetoed`);
    if (instance.forbids.some((f) => f.student === m.id && f.assignment === a.id))
      wrong.push(`${m.id} may not be on ${a.id}`);
    const chosen =
      m.choices.some((tier) => tier.includes(a.id)) ||
      instance.pins.some((p) => p.student === m.id && p.assignment === a.id);
    if (!chosen && !instance.fallback) wrong.push(`${m.id} did not choose ${a.id}`);
  }
  return wrong;
}
function assignmentFaults(instance: Instance, a: Assignment, teams: readonly Group[]): string[] {
  const wrong: string[] = [];
  const asked = instance.teamCounts.find(({ assignment }) => assignment === a.id);
  if (teams.length > a.teams) wrong.push(`${a.id} has ${teams.length} teams`);
  if (asked && teams.length !== asked.teams) wrong.push(`${a.id} has ${teams.length} teams instead of ${asked.teams}`);
  if (new Set(teams.map(({ team }) => team)).size !== teams.length) wrong.push(`${a.id} has two teams of one number`);
  for (const team of teams)
    for (const list of a.guides)
      if (!list.some((guide) => team.guides.includes(guide))) wrong.push(`${a.id}/${team.team} has no guide`);
  return wrong;
}
/** Returns the place of an assignment on a list; one lower than the longest list when it is not there. */
export function rankOf(instance: Instance, student: string, assignment: string): number {
  const at = member(instance, student)?.choices.findIndex((tier) => tier.includes(assignment)) ?? -1;
  return at >= 0 ? at + 1 : 1 + Math.max(0, ...instance.students.map((s) => s.choices.length));
}
/**
 * Single moves and exchanges that keep every rule and lower the total of ranks (or keep it and give more first
 * choices): there should be none.
 */
export function improvements(instance: Instance, { teams }: Facts): string[] {
  const at = teams.flatMap((team, index) =>
    team.students.map((student) => ({ student, index, rank: rankOf(instance, student, team.assignment) })),
  );
  const worst = Math.max(instance.bearable ?? Infinity, ...at.map(({ rank }) => rank));
  const fixed = new Set([
    ...instance.pins.map((p) => p.student),
    ...instance.locked.flatMap((l) => l.students),
    ...instance.together.flat(),
  ]);
  const free = at.filter(({ student }) => !fixed.has(student));
  const ranks = new Map(
    free.map(({ student }) => [student, teams.map((team) => rankOf(instance, student, team.assignment))]),
  );
  const legal = (index: number, out: string | null, into: string | null) => {
    const team = teams[index];
    const students = [...(team?.students ?? []).filter((s) => s !== out), ...(into === null ? [] : [into])];
    return teamFaults(instance, { assignment: team?.assignment ?? "", students }).length === 0;
  };
  const found: string[] = [];
  for (const { student, index, rank } of free)
    teams.forEach((team, to) => {
      const then = ranks.get(student)?.[to] ?? Infinity;
      if (
        then < rank &&
        team.assignment !== teams[index]?.assignment &&
        legal(to, null, student) &&
        legal(index, student, null) &&
        guidesBear(instance, teams, student, index, to)
      )
        found.push(`${student} to ${team.assignment}`);
    });
  free.forEach((a, i) =>
    free.slice(i + 1).forEach((b) => {
      const [one, two] = [ranks.get(a.student)?.[b.index] ?? Infinity, ranks.get(b.student)?.[a.index] ?? Infinity];
      const better =
        one + two < a.rank + b.rank ||
        (one + two === a.rank + b.rank &&
          Number(one === 1) + Number(two === 1) > Number(a.rank === 1) + Number(b.rank === 1));
      if (
        a.index !== b.index &&
        better &&
        Math.max(one, two) <= worst &&
        legal(b.index, b.student, a.student) &&
        legal(a.index, a.student, b.student)
      )
        found.push(`${a.student} with ${b.student}`);
    }),
  );
  return found;
}
/** A move changes how many students somebody guides. */
function guidesBear(instance: Instance, teams: readonly Group[], student: string, from: number, to: number): boolean {
  const moved = teams.map((team, at) => ({
    ...team,
    students:
      at === from
        ? team.students.filter((s) => s !== student)
        : at === to
          ? [...team.students, student]
          : team.students,
  }));
  return instance.guides.every(
    (guide) =>
      guide.students === null ||
      moved.filter(({ guides }) => guides.includes(guide.id)).reduce((n, t) => n + t.students.length, 0) <=
        guide.students,
  );
}

/** Says how many teams of before still have each of their guides, team by number and guide by guide. */
export const guidesKept = (before: Facts, { teams }: Facts): number =>
  before.teams.reduce((sum, was) => {
    const is = teams.find((team) => team.assignment === was.assignment && team.team === was.team);
    return sum + was.guides.filter((guide) => is?.guides.includes(guide)).length;
  }, 0);
/**
 * Returns the most guides that these same teams could have kept, by trying every guide for every team; how much each
 * can bear is all that counts.
 */
export function mostGuidesKept(instance: Instance, before: Facts, { teams }: Facts): number {
  const known = new Map<string, number>();
  const can = (loads: ReadonlyMap<string, readonly [number, number]>) =>
    instance.guides.every(({ id, teams: most, students }) => {
      const [count, members] = loads.get(id) ?? [0, 0];
      return count <= (most ?? Infinity) && members <= (students ?? Infinity);
    });
  const from = (at: number, loads: ReadonlyMap<string, readonly [number, number]>): number => {
    const team = teams[at];
    if (!team) return 0;
    const key = `${at} ${[...loads].sort().join(" ")}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const was = before.teams.find((one) => one.assignment === team.assignment && one.team === team.team);
    const lists = instance.assignments.find(({ id }) => id === team.assignment)?.guides ?? [];
    let best = -Infinity;
    for (const guides of oneOfEach(lists)) {
      const next = new Map(loads);
      for (const guide of guides) {
        const [count, members] = next.get(guide) ?? [0, 0];
        next.set(guide, [count + 1, members + team.students.length]);
      }
      const kept = (was?.guides ?? []).filter((guide) => guides.includes(guide)).length;
      if (can(next)) best = Math.max(best, kept + from(at + 1, next));
    }
    known.set(key, best);
    return best;
  };
  return from(0, new Map());
}
/** Every way to take one out of each list. */
export const oneOfEach = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((ways, list) => ways.flatMap((way) => list.map((guide) => [...way, guide])), [[]]);
/** Counts the pairs of students who share an assignment. */
export function pairsSharing({ teams }: Facts): number {
  const all = teams.flatMap(({ assignment, students }) => students.map(() => assignment));
  return all.reduce((sum, one, at) => sum + all.slice(at + 1).filter((two) => two === one).length, 0);
}
