import {
  emptyInstance,
  type Assignment,
  type Guide,
  type Instance,
  type Pair,
  type SkillAt,
  type Student,
} from "#app/domain/matching/instance.ts";
import { chance, shuffled } from "#app/domain/matching/lottery.ts";

/** Says how big, and how many seats there are for every student. */
type Size = { students: number; assignments: number; seats: number };
const hbo = ["ict", "werktuigbouw", "bedrijfskunde"];
const disciplines = [...hbo, "techniek", "zorg", "media", "logistiek", "bouw"];
const skills = Array.from({ length: 24 }, (_, at) => `skill-${String(at + 1).padStart(2, "0")}`);
const dayParts = ["mo-am", "mo-pm", "tu-am", "tu-pm", "we-am", "we-pm", "th-am", "th-pm", "fr-am", "fr-pm"];
const id = (kind: string, at: number) => `${kind}${String(at + 1).padStart(4, "0")}`;

/** Each centre has dice of its own. */
function dice(seed: number) {
  const next = chance(seed);
  const below = (count: number) => Math.floor(next() * count);
  const one = <T>(rows: readonly T[]): T => rows[below(rows.length)] as T;
  return {
    next,
    below,
    one,
    some: <T>(rows: readonly T[], count: number): T[] => shuffled(rows, next).slice(0, count),
  };
}
type Dice = ReturnType<typeof dice>;

/**
 * Returns an invented centre (docs/matching.md 9): the same for the same seed. Skills go with disciplines, some
 * assignments are far more popular than others.
 */
export function centre(seed: number, { students: n, assignments: m, seats }: Size): Instance {
  const d = dice(seed * 7919 + n);
  const known = new Map(
    disciplines.map((discipline, at) => [
      discipline,
      Array.from({ length: 6 }, (_, i) => skills[(at * 3 + i) % skills.length] ?? ""),
    ]),
  );
  const students = Array.from({ length: n }, (_, at) => studentOf(id("s", at), d, known));
  const { assignments, guides } = guided(
    sized(
      Array.from({ length: m }, (_, at) => assignmentOf(id("a", at), d, known)),
      Math.round(seats * n),
      d,
    ),
    d,
  );
  const pull = new Map(assignments.map((a) => [a.id, Math.exp(0.5 * normal(d)) * Math.sqrt(a.teams * a.size.max)]));
  const choosing = students.map((s) => ({ ...s, choices: choicesOf(s, assignments, pull, d).map((a) => [a]) }));
  const pairs = (share: number) =>
    Array.from({ length: Math.round(n * share) }, (): Pair => [d.one(students).id, d.one(students).id]).filter(
      ([a, b]) => a !== b,
    );
  const liking = (a: Assignment) =>
    d
      .some(
        choosing.filter((s) => s.choices.some(([choice]) => choice === a.id)),
        3,
      )
      .map((s) => ({ student: s.id, stars: 1 + d.below(3) }));
  return {
    ...emptyInstance,
    seed,
    fallback: true,
    students: choosing,
    assignments: assignments.map((a) => ({ ...a, stars: liking(a) })),
    guides,
    apart: pairs(0.05),
    wishes: pairs(0.15),
  };
}
const normal = ({ next }: Dice) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
function studentOf(id: string, d: Dice, known: ReadonlyMap<string, readonly string[]>): Student {
  const discipline = d.one(disciplines);
  const own = [...d.some(known.get(discipline) ?? [], 4), ...d.some(skills, 2)];
  const claimed = [...new Set(own)].map((skill): SkillAt => ({ skill, level: 1 + d.below(3) }));
  return {
    id,
    choices: [],
    hours: d.one([8, 12, 16, 16, 24]),
    discipline,
    level: hbo.includes(discipline) ? "hbo" : "mbo",
    skills: claimed,
    dayParts: d.some(dayParts, 5),
  };
}
function assignmentOf(id: string, d: Dice, known: ReadonlyMap<string, readonly string[]>): Assignment {
  const wanted = d.some(disciplines, 1 + d.below(2));
  const near = [...new Set(wanted.flatMap((discipline) => known.get(discipline) ?? []))];
  const required = d.some(near, 2).map((skill): SkillAt => ({ skill, level: 1 }));
  const desired = d
    .some(
      skills.filter((skill) => !required.some((r) => r.skill === skill)),
      3,
    )
    .map((skill): SkillAt => ({ skill, level: 2 }));
  const mixed = d.next() < 0.6;
  return {
    id,
    size: { min: 3, max: 4 + d.below(3) },
    teams: 1,
    hours: d.one([8, 8, 8, 12, 16]),
    required,
    desired,
    guides: [],
    stars: [],
    veto: [],
    disciplines: wanted.map((discipline) => ({ discipline, min: 1, max: null })),
    mix: { mbo: mixed ? 1 : 0, hbo: mixed ? 1 : 0 },
  };
}
/** Teams are added where the dice fall, at most six to an assignment, until there are seats enough. */
function sized(assignments: readonly Assignment[], seats: number, d: Dice): Assignment[] {
  const sized = assignments.map((a) => ({ ...a }));
  let left = seats - sized.reduce((sum, a) => sum + a.size.max, 0);
  for (let tries = 0; left > 0 && tries < 100 * sized.length; tries++) {
    const a = d.one(sized);
    if (a.teams < 6) {
      a.teams++;
      left -= a.size.max;
    }
  }
  return sized;
}
/** Makes a coach for about every three assignments, with time for nearly all of their teams. */
function guided(assignments: readonly Assignment[], d: Dice): { assignments: Assignment[]; guides: Guide[] } {
  const coaches = Math.max(1, Math.round(assignments.length / 3));
  const led = assignments.map((a) => ({ ...a, guides: [[id("c", d.below(coaches))]] }));
  const guides = Array.from({ length: coaches }, (_, at): Guide => {
    const teams = led.filter((a) => a.guides[0]?.[0] === id("c", at)).reduce((sum, a) => sum + a.teams, 0);
    return { id: id("c", at), teams: Math.max(1, Math.ceil(teams * 0.95)), students: null };
  });
  return { assignments: led, guides };
}
/**
 * Returns five different assignments; the popular and the near ones sooner, for a first choice more than for the
 * next. One they lack the hours for is not chosen.
 */
function choicesOf(
  student: Student,
  assignments: readonly Assignment[],
  pull: ReadonlyMap<string, number>,
  d: Dice,
): string[] {
  const near = (a: Assignment) => (a.disciplines.some(({ discipline }) => discipline === student.discipline) ? 3 : 1);
  const left = assignments.filter((a) => a.hours <= student.hours);
  return Array.from({ length: Math.min(5, left.length) }, (_, at) => {
    const weights = left.map((a) => ((pull.get(a.id) ?? 1) * near(a)) ** (at === 0 ? 1 : 0.5));
    let drawn = d.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => (drawn -= weight) < 0);
    return left.splice(found < 0 ? left.length - 1 : found, 1)[0]?.id ?? "";
  });
}
