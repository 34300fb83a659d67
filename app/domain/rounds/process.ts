import { when } from "#app/domain/fields/days.ts";
import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { storedAnswers, type AnswersOf } from "#app/domain/fields/typed.ts";
import { evaluate, machine, type Facts, type Rule } from "#app/domain/workflow/machine.ts";
import type { Why } from "#app/domain/refusal.ts";
import type { Role } from "#app/domain/words.ts";
import { roundStatuses, type RoundStatus, roundUnderWay } from "./words.ts";

/** Holds what the guards of a round read; `services/rounds` gathers it. */
export type RoundGuardFacts = {
  status: RoundStatus;
  students: number;
  leastChoices: number;
  assignments: readonly { sizeMin: number; sizeMax: number; teams: number }[];
  /** Tells of each coach how many teams they can bear; null is no limit. */
  guides: readonly { teams: number | null }[];
};
/** Holds what publishing reads besides: whether the plan is of the round as it now is, and every assignment takes its team. */
export type PlanFacts = { planCurrent: boolean; assignmentsReady: boolean };
type AllFacts = Facts & RoundGuardFacts & PlanFacts;

const guards = {
  has_students: (f: AllFacts) => f.students > 0,
  has_assignments: (f: AllFacts) => f.assignments.length > 0,
  enough_to_choose: (f: AllFacts) => f.assignments.length >= f.leastChoices,
  plan_current: (f: AllFacts) => f.planCurrent,
  assignments_ready: (f: AllFacts) => f.assignmentsReady,
};
/** Describes guards of a round; those of publishing a plan are told on the page of that plan. */
type RoundGuard = keyof typeof guards;
/** Without these there is nothing to choose. */
export const openingGuards = ["has_students", "has_assignments", "enough_to_choose"] as const satisfies RoundGuard[];
export type OpeningGuard = (typeof openingGuards)[number];
const publishingGuards = ["plan_current", "assignments_ready"] as const satisfies RoundGuard[];
/** Names what holds a plan back: publishing it, and asking for one where nobody takes part yet. */
export type PlanningGuard = (typeof publishingGuards)[number] | "round_filled";

/** People get these letters about a round. */
export const roundLetters = [
  "round_open",
  "round_moved",
  "round_reopened",
  "round_reminder",
  "round_fewer",
  "round_cancelled",
  "round_stars",
  "round_closed",
  "round_sent_on",
  "round_no_team",
  "round_no_team_coach",
  "round_priority",
] as const;
export type RoundLetter = (typeof roundLetters)[number];
/** Names who gets a letter: everybody of their kind, or those whose assignment the published plan leaves without a team. */
export type RoundReaders = "students" | "companies" | "companies_without_team" | "coaches_without_team";
/** Describes a row of the table: a rule like that of every workflow, and the letters with the people of the round who get them. */
type RoundRule = Rule<RoundStatus, RoundGuard> & {
  letters?: readonly { kind: RoundLetter; to: RoundReaders }[];
};

/** Names who opens rounds of a centre and makes their plans: its coordinators and teachers (docs/domain.md 3.1). */
export const planners = ["coordinator", "centre_teacher"] as const satisfies Role[];
const deadline = {
  choose_by: { kind: "date", required: true, time: true, when: when.ahead(1) },
} as const satisfies Fields;
const rows = {
  create_round: { from: ["new"], to: "draft", by: planners, notifies: [] },
  open_choosing: {
    from: ["draft"],
    to: "choosing",
    by: planners,
    guards: openingGuards,
    fields: deadline,
    rank: "forward",
    shows: { in: "round", to: "progress", drawn: true },
    notifies: [],
    letters: [{ kind: "round_open", to: "students" }],
  },
  close_choosing: {
    from: ["choosing"],
    to: "matching",
    by: [...planners, "system"],
    rank: "forward",
    notifies: [],
    letters: [{ kind: "round_stars", to: "companies" }],
  },
  move_deadline: {
    from: ["choosing"],
    to: "choosing",
    by: planners,
    fields: deadline,
    rank: "beside",
    shows: { in: "round", to: "progress", drawn: true },
    notifies: [],
    letters: [{ kind: "round_moved", to: "students" }],
  },
  reopen_choosing: {
    from: ["matching"],
    to: "choosing",
    by: planners,
    guards: openingGuards,
    fields: deadline,
    rank: "rare",
    shows: { in: "round", to: "progress", drawn: true },
    notifies: [],
    letters: [{ kind: "round_reopened", to: "students" }],
  },
  publish_plan: {
    from: ["matching", "published"],
    to: "published",
    by: planners,
    guards: publishingGuards,
    notifies: [],
    letters: [
      { kind: "round_no_team", to: "companies_without_team" },
      { kind: "round_no_team_coach", to: "coaches_without_team" },
    ],
  },
  cancel_round: {
    from: roundUnderWay,
    to: "cancelled",
    by: planners,
    rank: "rare",
    notifies: [],
    letters: [{ kind: "round_cancelled", to: "students" }],
  },
} as const satisfies Record<string, RoundRule> & {
  /** Nobody takes part yet. */
  create_round: RoundRule & { letters?: never };
};
/** Tells when choosing ends, as a line of the log says it; null in a line that says nothing of it. */
export const chooseByIn = (answers: Answers): string | null => storedAnswers(deadline, answers).choose_by ?? null;
export type RoundMove = keyof typeof rows;
/** Holds what a move of a round asks, answered. */
export type AnswersOfRoundMove<M extends RoundMove> = (typeof rows)[M] extends {
  readonly fields: infer F extends Fields;
}
  ? AnswersOf<F>
  : Record<never, never>;

/** Holds the workflow of a round of matching (docs/matching.md). It belongs to a centre, not to one assignment. */
export const roundProcess = machine({ object: "round", statuses: roundStatuses, guards, moves: rows });
export const ruleOf = (name: RoundMove): RoundRule => rows[name];
export type PageMove = Exclude<RoundMove, "create_round" | "publish_plan">;
/** Returns moves that the page of a round offers; a round begins with a form of its own, a plan is published from its own page. */
export const pageMoves = (Object.keys(rows) as RoundMove[]).filter(
  (name): name is PageMove => name !== "create_round" && name !== "publish_plan",
);

const noPlan: PlanFacts = { planCurrent: false, assignmentsReady: false };
/** Returns the facts of a round for the one judge: a round knows no obligation and no overlay. Without a plan none is published. */
export const factsOfRound = (facts: RoundGuardFacts, plan: PlanFacts = noPlan) => ({
  obligation: "effort" as const,
  onHold: false,
  disputed: false,
  ...facts,
  ...plan,
});
/** Returns the facts that publishing is judged by: of the plan alone, since who takes part was judged when choosing opened. */
export const factsOfPlan = (status: RoundStatus, plan: PlanFacts) =>
  factsOfRound({ status, students: 0, leastChoices: 0, assignments: [], guides: [] }, plan);
/**
 * Says why a move of the page may not be made by these roles now, null when it may, and which guards hold it back. Page and
 * service read the same.
 */
export function evaluateRound(
  name: PageMove,
  facts: RoundGuardFacts,
  roles: ReadonlySet<Role>,
): { why: Why | null; missing: RoundGuard[] } {
  const verdict = evaluate(roundProcess, name, factsOfRound(facts), roles);
  return verdict.ok ? { why: null, missing: [] } : { why: verdict.why, missing: [...verdict.missing] };
}
