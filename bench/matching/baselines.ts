import type { Assignment, Instance, Student } from "#app/domain/matching/instance.ts";
import { chance, shuffled } from "#app/domain/matching/lottery.ts";
import { has, viewOf, type View } from "#app/domain/matching/view.ts";

/** Tells who got what; students without a place are not in it. */
export type Given = Map<string, string>;
const placesOf = (a: Assignment) => a.size.max * a.teams;
const open = (view: View, s: Student) =>
  s.choices.flat().filter((a) => view.assignment.has(a) && view.refused(s.id, a) === null);

/** First come, first served: in an order of chance everybody takes the best choice with a seat left. */
export function firstCome(instance: Instance, seed: number): Given {
  const view = viewOf(instance);
  const left = new Map(view.instance.assignments.map((a) => [a.id, placesOf(a)]));
  const given: Given = new Map();
  for (const student of shuffled(view.instance.students, chance(seed))) {
    const taken = open(view, student).find((a) => (left.get(a) ?? 0) > 0);
    if (taken === undefined) continue;
    given.set(student.id, taken);
    left.set(taken, (left.get(taken) ?? 0) - 1);
  }
  return given;
}
/**
 * Students propose, best choice first; an assignment keeps whom the company likes best (stars, then a lot) and lets the
 * others go on.
 */
export function stable(instance: Instance, seed: number): Given {
  const view = viewOf(instance);
  const lot = new Map(shuffled(view.instance.students, chance(seed)).map(({ id }, at) => [id, at]));
  const better = (a: string, x: string, y: string) =>
    view.stars(y, a) - view.stars(x, a) || (lot.get(x) ?? 0) - (lot.get(y) ?? 0);
  const kept = new Map(view.instance.assignments.map((a) => [a.id, [] as string[]]));
  const next = new Map(view.instance.students.map((s) => [s.id, open(view, s)]));
  const waiting = view.instance.students.map(({ id }) => id);
  for (let student = waiting.pop(); student !== undefined; student = waiting.pop()) {
    const asked = next.get(student)?.shift();
    if (asked === undefined) continue;
    const held = [...(kept.get(asked) ?? []), student].sort((x, y) => better(asked, x, y));
    const most = placesOf(view.assignment.get(asked) as Assignment);
    kept.set(asked, held.slice(0, most));
    waiting.push(...held.slice(most));
  }
  return new Map([...kept].flatMap(([a, students]) => students.map((s) => [s, a] as const)));
}
/**
 * Returns assignments whose students cannot be divided into teams that keep the rules, by counting alone: in truth
 * there can be more.
 */
export function illegalIn(instance: Instance, given: Given): { assignments: number; students: number } {
  const view = viewOf(instance);
  const wrong = view.instance.assignments.flatMap((a) => {
    const members = view.instance.students.filter(({ id }) => given.get(id) === a.id);
    const counts = Array.from({ length: a.teams }, (_, at) => at + 1);
    return members.length === 0 || counts.some((teams) => divides(a, members, teams)) ? [] : [members.length];
  });
  return { assignments: wrong.length, students: wrong.reduce((sum, count) => sum + count, 0) };
}
function divides(a: Assignment, members: readonly Student[], teams: number): boolean {
  const enough = (fits: (s: Student) => boolean, each: number) => members.filter(fits).length >= each * teams;
  return (
    members.length >= a.size.min * teams &&
    members.length <= a.size.max * teams &&
    a.required.every((asked) => enough((s) => has(s, asked), 1)) &&
    a.disciplines.every(({ discipline, min }) => enough((s) => s.discipline === discipline, min)) &&
    enough((s) => s.level === "mbo", a.mix.mbo) &&
    enough((s) => s.level === "hbo", a.mix.hbo)
  );
}
