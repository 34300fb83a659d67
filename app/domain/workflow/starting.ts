import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import { leavesStudyOpen } from "#app/domain/assignment/guards.ts";
import { rungClock } from "#app/domain/assignment/ladder.ts";
import { isToSettle } from "#app/domain/assignment/settling.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { flagClock } from "#app/domain/work/flags.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import { clockIds, clocks, type ClockId } from "./clocks.ts";
import type { Rule } from "./machine.ts";

/** Describes a move that was made: its row, what was known before it, what it answered, and the status of the assignment since. */
type Moved = {
  rule: Pick<Rule<string, string>, "starts" | "meets" | "pays">;
  facts: AssignmentFacts;
  answers: Answers;
  status: AssignmentStatus;
  system: boolean;
  /** It was made on the seat of a student whose work was still to be judged. */
  assesses: boolean;
};
type Condition = (moved: Moved) => boolean;

/** Tells when a clock that a row names does start; all others start whenever the move is made. */
const startsIf: Partial<Record<ClockId, Condition>> = {
  guarantee: ({ facts }) => (facts.agreement?.guaranteeDays ?? 0) > 0,
  /** It does not start where it was written at once, or where no student had begun. */
  study_plan: ({ facts, answers }) => leavesStudyOpen(facts, answers),
  /** It starts only where somebody judges and has something to judge, and is not at it already. */
  assessment: ({ facts }) =>
    facts.examined && facts.toAssess > 0 && (facts.clocks.assessment?.status ?? "met") === "met",
  /** It does not start where nothing is left that could be settled, as of work without a fee. */
  settle_amount: ({ answers, facts }) => facts.leftToSettle > 0 && isToSettle(answers.settlement_amount),
  /** With reserves left the company chooses among them; otherwise the market opens again. */
  selection: ({ facts }) => facts.openClaims > 0,
  claim_window: ({ rule, facts }) => !rule.starts?.includes("selection") || facts.openClaims === 0,
  dispute_board: ({ answers }) => rungClock(answers.step) === "dispute_board",
  dispute_mediation: ({ answers }) => rungClock(answers.step) === "dispute_mediation",
  safety: ({ answers }) => flagClock(answers.flag_kind) === "safety",
  concern: ({ answers }) => flagClock(answers.flag_kind) === "concern",
  /** After a note, or at the end of work that was cut short, what is to be paid first is known from all that was invoiced. */
  payment: ({ rule }) => rule.pays === "began" || rule.pays === "accepted",
};
/**
 * Returns the clocks that this move starts: those of its row, as far as they start here and now and belong to the
 * status, and those that whatever somebody does starts again.
 */
export function clocksStarted(moved: Moved): ClockId[] {
  const named = (moved.rule.starts ?? []).filter((clock) => startsIf[clock]?.(moved) ?? true);
  const anew = clockIds.filter((clock) => clocks[clock].byAnyAct && !moved.system);
  return [...new Set([...named, ...anew])].filter((clock) => clocks[clock].within?.includes(moved.status) ?? true);
}
/** Tells when a clock that a row answers is answered; all others are whenever the move is made. */
const metIf: Partial<Record<ClockId, (moved: Pick<Moved, "facts" | "assesses">) => boolean>> = {
  /** It ends with the last student who was still to be judged, who may also leave. */
  assessment: ({ facts, assesses }) => assesses && facts.toAssess <= 1,
};
/** Returns the clocks that this move answers; a check of the use answers that of its own month. */
export const clocksMet = (moved: Pick<Moved, "rule" | "answers" | "facts" | "assesses">): ClockId[] =>
  (moved.rule.meets ?? []).filter((clock) => {
    const { check } = clocks[clock];
    return (check === undefined || moved.answers.month === String(check)) && (metIf[clock]?.(moved) ?? true);
  });
/** Returns the clocks that stand on a term of which the next version of the agreement says something else. */
export const clocksChanged = (from: Terms, to: Terms): ClockId[] =>
  clockIds.filter((clock) => {
    const { stands } = clocks[clock];
    return stands !== undefined && (from[stands] ?? null) !== (to[stands] ?? null);
  });
