import type { Fields } from "#app/domain/fields/fields.ts";
import type { RoundStatus } from "./words.ts";

/** What a round is judged by before students may choose. */
export type RoundFacts = {
  status: RoundStatus;
  students: number;
  leastChoices: number;
  assignments: readonly { sizeMin: number; sizeMax: number; teams: number }[];
  /** Of each coach: how many teams they can bear; null is no limit. */
  guides: readonly { teams: number | null }[];
};
type Guard = (facts: RoundFacts) => boolean;
/** Without these there is nothing to choose. */
export const roundGuards = {
  has_students: (f) => f.students > 0,
  has_assignments: (f) => f.assignments.length > 0,
  enough_to_choose: (f) => f.assignments.length >= f.leastChoices,
} satisfies Record<string, Guard>;
export type RoundGuard = keyof typeof roundGuards;
/** What a docent should know, and may open in spite of. */
export const roundConcerns = {
  enough_seats: (f) => seatsOf(f) >= f.students,
  has_guides: (f) => f.guides.length > 0,
  enough_guides: (f) => f.guides.length === 0 || guidedTeams(f) >= fewestTeams(f),
} satisfies Record<string, Guard>;
export type RoundConcern = keyof typeof roundConcerns;

const deadline = { choose_by: { kind: "date", required: true, time: true } } as const satisfies Fields;
type RoundRule = {
  from: readonly RoundStatus[];
  to: RoundStatus;
  guards?: readonly RoundGuard[];
  fields?: Fields;
  rank: "forward" | "beside" | "rare" /** The letter, and who gets it. */;
  notifies?: { letter: RoundLetter; whom: "students" | "companies" };
};
/** Letters about a round. */
export const roundLetters = [
  "round_open",
  "round_moved",
  "round_reopened",
  "round_reminder",
  "round_cancelled",
  "round_stars",
  "round_closed",
  "round_sent_on",
  "round_priority",
] as const;
export type RoundLetter = (typeof roundLetters)[number];
/** The moves of a round until choosing is over (who may: `mayMatch`). Publishing has a table of its own. */
export const roundMoves = {
  open_choosing: {
    from: ["draft"],
    to: "choosing",
    guards: ["has_students", "has_assignments", "enough_to_choose"],
    fields: deadline,
    rank: "forward",
    notifies: { letter: "round_open", whom: "students" },
  },
  close_choosing: {
    from: ["choosing"],
    to: "matching",
    rank: "forward",
    notifies: { letter: "round_stars", whom: "companies" },
  },
  move_deadline: {
    from: ["choosing"],
    to: "choosing",
    fields: deadline,
    rank: "beside",
    notifies: { letter: "round_moved", whom: "students" },
  },
  reopen_choosing: {
    from: ["matching"],
    to: "choosing",
    guards: ["has_students", "has_assignments", "enough_to_choose"],
    fields: deadline,
    rank: "rare",
    notifies: { letter: "round_reopened", whom: "students" },
  },
  cancel_round: {
    from: ["draft", "choosing", "matching"],
    to: "cancelled",
    rank: "rare",
    notifies: { letter: "round_cancelled", whom: "students" },
  },
} as const satisfies Record<string, RoundRule>;
export type RoundMove = keyof typeof roundMoves;
export const roundMoveNames = Object.keys(roundMoves) as RoundMove[];
export const ruleOf = (name: RoundMove): RoundRule => roundMoves[name];

/** Whether a move fits the status, and which guards hold it back. The page's buttons and the service read the same. */
export function evaluateRound(name: RoundMove, facts: RoundFacts): { fits: boolean; missing: RoundGuard[] } {
  const rule = ruleOf(name);
  return {
    fits: rule.from.includes(facts.status),
    missing: (rule.guards ?? []).filter((guard) => !roundGuards[guard](facts)),
  };
}
/** What to do before opening, worst first: guards that hold it back, then what needs care. */
export function problemsOf(facts: RoundFacts): (RoundGuard | RoundConcern)[] {
  const failing = <K extends string>(checks: Record<K, Guard>) =>
    (Object.keys(checks) as K[]).filter((key) => !checks[key](facts));
  const hard = failing(roundGuards);
  return [
    ...hard,
    ...failing(roundConcerns).filter(
      (care) => care === "has_guides" || (facts.students > 0 && facts.assignments.length > 0),
    ),
  ];
}
/** Students who fit in every team that may run. */
export const seatsOf = ({ assignments }: Pick<RoundFacts, "assignments">): number =>
  assignments.reduce((n, a) => n + a.sizeMax * a.teams, 0);
/** The fewest teams that hold everybody: the largest teams first. */
export function fewestTeams({ assignments, students }: Pick<RoundFacts, "assignments" | "students">): number {
  let left = students;
  let teams = 0;
  for (const a of [...assignments].sort((x, y) => y.sizeMax - x.sizeMax))
    for (let n = 0; n < a.teams && left > 0; n++) {
      left -= a.sizeMax;
      teams++;
    }
  return teams;
}
/** Teams that all coaches together can bear. */
export const guidedTeams = ({ guides }: Pick<RoundFacts, "guides">): number =>
  guides.reduce((n, g) => n + (g.teams ?? Infinity), 0);

const day = 86_400_000;
/** Days before the deadline on which who has not chosen gets a reminder. */
export const reminderDays = [3, 1] as const;
/** Nobody is reminded twice within a day, whoever asks for it. */
export const remindAgainAfter = day;
/** The reminder that is due now: the moment it was planned for; null when none is. */
export function dueReminder(chooseBy: Date, now: Date): Date | null {
  const moments = reminderDays.map((n) => new Date(+chooseBy - n * day)).filter((moment) => moment <= now);
  return now < chooseBy ? (moments.at(-1) ?? null) : null;
}
