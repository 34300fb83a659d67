import {
  emptyInstance,
  type Assignment,
  type Guide,
  type Instance,
  type Student,
} from "#app/domain/matching/instance.ts";
import type { Preset } from "#app/domain/matching/levels.ts";
import { chance, shuffled } from "#app/domain/matching/lottery.ts";
import { brokenRules, guidesKept, oneOfEach, pairsSharing, rankOf, teamFaults, type Facts } from "./plan-checker.ts";

/** Makes a round so small that every plan can be tried, with any of the rules in it. */
export function tinyRound(seed: number): Instance {
  const next = chance(seed);
  const below = (count: number) => Math.floor(next() * count);
  const names = ["a1", "a2", "a3"];
  const students = Array.from(
    { length: 4 + below(3) },
    (_, at): Student => ({
      id: `s${at + 1}`,
      choices: shuffled(names, next)
        .slice(0, 2 + below(2))
        .map((a) => [a]),
      hours: below(6) === 0 ? 4 : 8,
      discipline: `d${below(2)}`,
      level: below(2) ? "mbo" : "hbo",
      skills: below(2) ? [{ skill: "x", level: 1 + below(2) }] : [],
      dayParts: [],
    }),
  );
  if (below(4) === 0 && students[0]) students[0] = { ...students[0], choices: [["a1", "a2"], ["a3"]] };
  const assignments = names.map(
    (id): Assignment => ({
      id,
      size: { min: 1 + below(2), max: 2 + below(2) },
      teams: 1 + below(2),
      hours: below(3) === 0 ? 8 : 4,
      required: below(3) === 0 ? [{ skill: "x", level: 1 }] : [],
      desired: [{ skill: "x", level: 2 }],
      disciplines: below(3) === 0 ? [{ discipline: "d0", min: 1, max: below(2) ? 1 : null }] : [],
      mix: { mbo: below(4) === 0 ? 1 : 0, hbo: below(4) === 0 ? 1 : 0 },
      guides: [below(3) === 0 ? ["c1", "c2"] : ["c1"]],
      stars: [{ student: "s1", stars: 2 }],
      veto: below(4) === 0 ? ["s2"] : [],
    }),
  );
  const guides: Guide[] = [
    { id: "c1", teams: 1 + below(3), students: null },
    { id: "c2", teams: 1, students: null },
  ];
  const some = <T>(of: number, rows: T[]): T[] => (below(of) === 0 ? rows : []);
  return {
    ...emptyInstance,
    seed,
    bearable: ([2, 3, null] as const)[below(3)] ?? null,
    students,
    assignments,
    guides,
    apart: some(2, [["s1", "s2"]]),
    together: some(3, [["s3", "s4"]]),
    wishes: [["s1", "s3"]],
    pins: some(4, [{ student: "s2", assignment: "a2" }]),
    forbids: some(4, [{ student: "s4", assignment: "a1" }]),
    teamCounts: some(5, [{ assignment: "a3", teams: below(2) }]),
  };
}
/** Measures what tells plans apart under a preset, worst first: lower numbers are better. */
export function judged(instance: Instance, preset: Preset, facts: Facts): number[] {
  const free = (student: string) => !instance.pins.some((p) => p.student === student);
  const ranks = facts.teams.flatMap((team) =>
    team.students.map((student) => ({ student, rank: rankOf(instance, student, team.assignment) })),
  );
  const count = (rank: number) => ranks.filter((r) => r.rank === rank).length;
  const least = { default: instance.bearable, fewest_low: 1, most_first: null, lowest_total: null }[preset];
  const worst =
    least === null ? 0 : Math.max(least, ...ranks.filter(({ student }) => free(student)).map(({ rank }) => rank));
  const prior = ranks.filter(({ student }) => instance.students.some(({ id, priority }) => id === student && priority));
  const total = (of: typeof ranks) => of.reduce((sum, { rank }) => sum + rank, 0);
  const begin = [-ranks.length, worst, -prior.length, total(prior)];
  if (preset === "most_first") return [...begin, -count(1), -count(2), -count(3)];
  if (preset === "fewest_low") return [...begin, count(3), count(2)];
  return [...begin, total(ranks), -count(1)];
}
/**
 * Returns the same for a round without points of quality, with all that comes after the choices: who stays on the
 * assignment of before, which teams keep their guides, how evenly students are spread.
 */
export function judgedToTheEnd(instance: Instance, preset: Preset, facts: Facts): number[] {
  const stay = (instance.previous ?? []).filter(({ student, assignment }) =>
    facts.teams.some((team) => team.assignment === assignment && team.students.includes(student)),
  );
  const before = { teams: (instance.guidedBefore ?? []).map((team) => ({ ...team, students: [], gaps: [] })) };
  return [...judged(instance, preset, facts), -stay.length, -guidesKept(before, facts), pairsSharing(facts)];
}
/** Makes a tiny round without points of quality, in which coaches can be exchanged and some choices are equal. */
export function evenRound(seed: number): Instance {
  const round = tinyRound(seed);
  return {
    ...round,
    wishes: [],
    students: round.students.map((student, at) =>
      (seed + at) % 2 === 0 ? student : { ...student, choices: [student.choices.flat()] },
    ),
    assignments: round.assignments.map((a, at) => ({
      ...a,
      teams: at === 0 ? 2 : a.teams,
      desired: [],
      stars: [],
      guides: at === 1 ? [["c1"], ["b1", "b2"]] : [["c1", "c2"]],
    })),
    guides: [
      { id: "c1", teams: 1 + (seed % 3), students: null },
      { id: "c2", teams: 2, students: null },
      { id: "b1", teams: 1, students: null },
      { id: "b2", teams: 1, students: null },
    ],
  };
}
/** Tells whether the first list of costs is better: the first difference decides, as in a dictionary. */
export const less = (a: readonly number[], b: readonly number[]): boolean =>
  (a.map((value, at) => value - (b[at] ?? 0)).find((d) => d !== 0) ?? 0) < 0;

/** The best of all plans there are, per preset, found by trying each; null when no plan keeps the rules. */
export function bestOf(
  instance: Instance,
  presets: readonly Preset[],
  judge: typeof judged = judged,
): Map<Preset, number[]> | null {
  const best = new Map<Preset, number[]>();
  const spots = instance.assignments.flatMap((a) =>
    Array.from({ length: a.teams }, (_, at) => ({ assignment: a.id, team: at + 1, guides: a.guides })),
  );
  const members = spots.map((): string[] => []);
  const tryIt = () => {
    const used = spots.flatMap((spot, at) =>
      (members[at]?.length ?? 0) > 0 ? [{ ...spot, students: [...(members[at] ?? [])] }] : [],
    );
    if (used.some((team) => teamFaults(instance, team).length > 0)) return;
    for (const teams of guided(used))
      if (brokenRules(instance, { teams }).length === 0) {
        for (const preset of presets) {
          const now = judge(instance, preset, { teams });
          if (!best.has(preset) || less(now, best.get(preset) ?? [])) best.set(preset, now);
        }
        // Choices do not depend on who guides: then one way is enough.
        if (judge === judged) return;
      }
  };
  const place = (at: number): void => {
    const student = instance.students[at];
    if (!student) return tryIt();
    place(at + 1);
    for (const list of members) {
      list.push(student.id);
      place(at + 1);
      list.pop();
    }
  };
  place(0);
  return best.size > 0 ? best : null;
}
type Spot = { assignment: string; team: number; students: string[]; guides: readonly (readonly string[])[] };
/** Every way to give each team one guide out of each of its lists. */
function guided(teams: readonly Spot[]): Facts["teams"][] {
  return teams.reduce<Facts["teams"][]>(
    (ways, team) =>
      ways.flatMap((way) => oneOfEach(team.guides).map((guides) => [...way, { ...team, guides, gaps: [] }])),
    [[]],
  );
}
