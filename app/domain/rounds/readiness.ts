import type { Role } from "#app/domain/words.ts";
import { openingGuards, roundProcess, factsOfRound, type OpeningGuard, type RoundGuardFacts } from "./process.ts";

const nobody: ReadonlySet<Role> = new Set();
/** Lists what a teacher should know before opening a round, and may open in spite of. */
const concerns = {
  enough_seats: (f: RoundGuardFacts) => seatsOf(f) >= f.students,
  has_guides: (f: RoundGuardFacts) => f.guides.length > 0,
  enough_guides: (f: RoundGuardFacts) => f.guides.length === 0 || guidedTeams(f) >= fewestTeams(f),
};
export type RoundConcern = keyof typeof concerns;

/** Lists what to do before opening, worst first: guards that hold it back, then what needs care. */
export function problemsOf(facts: RoundGuardFacts): (OpeningGuard | RoundConcern)[] {
  const hard = openingGuards.filter((guard) => !roundProcess.guards[guard](factsOfRound(facts), nobody, null));
  const failing = (Object.keys(concerns) as RoundConcern[]).filter((concern) => !concerns[concern](facts));
  const known = facts.students > 0 && facts.assignments.length > 0;
  return [...hard, ...failing.filter((concern) => concern === "has_guides" || known)];
}
/** Returns students who fit in every team that may run. */
export const seatsOf = ({ assignments }: Pick<RoundGuardFacts, "assignments">): number =>
  assignments.reduce((n, a) => n + a.sizeMax * a.teams, 0);
/** Returns the fewest teams that hold everybody: the largest teams first. */
export function fewestTeams({ assignments, students }: Pick<RoundGuardFacts, "assignments" | "students">): number {
  let left = students;
  let teams = 0;
  for (const a of [...assignments].sort((x, y) => y.sizeMax - x.sizeMax))
    for (let n = 0; n < a.teams && left > 0; n++) {
      left -= a.sizeMax;
      teams++;
    }
  return teams;
}
/** Returns teams that all coaches together can bear. */
export const guidedTeams = ({ guides }: Pick<RoundGuardFacts, "guides">): number =>
  guides.reduce((n, g) => n + (g.teams ?? Infinity), 0);
