import { recordOnlyMoves } from "./record-only.ts";
import { after } from "./aftercare.ts";
import type { AssignmentFacts } from "./facts.ts";
import { assignmentGuards, type AssignmentGuard } from "./guards.ts";
import { preparing } from "./preparing.ts";
import { working } from "./working.ts";
import { disputable } from "./overlays.ts";
import { overlays } from "./overlays.ts";
import { misfits, type Misfit } from "#app/domain/agreement/terms/fit.ts";
import { machine, type Rule } from "#app/domain/workflow/machine.ts";
import { assignmentStatuses, type AssignmentStatus, type Obligation, making } from "#app/domain/words.ts";

/** Lists what a dispute holds up (docs/domain.md 6.2): delivering, judging, finishing and closing. Everything else goes on. */
export const heldByDispute: readonly string[] = [
  "deliver",
  "report_incomplete",
  "open_closing_review",
  "open_acceptance",
  "finish_review",
  "accept",
  "accept_with_deviation",
  "request_rework",
  "redeliver",
  "accept_by_clause",
  "decide_on_silence",
  "judge_afterwards",
  "close",
  "open_dispute",
] satisfies readonly AssignmentMove[];
const mayBeDisputed: readonly AssignmentStatus[] = disputable;
const goesOn = (name: string, rule: Rule<AssignmentStatus, AssignmentGuard>) =>
  heldByDispute.includes(name) ||
  rule.evenOn?.includes("disputed") ||
  !rule.from.some((status) => mayBeDisputed.some((one) => one === status))
    ? rule
    : { ...rule, evenOn: [...(rule.evenOn ?? []), "disputed" as const] };
export const assignmentMoves = { ...preparing, ...working, ...after, ...overlays, ...recordOnlyMoves };
const { month: _, files: __, ...ownerAsks } = assignmentMoves.record_check.fields;
/**
 * Lists what the owner of a solution is asked by link: `record_check` without the month, which the link knows, and
 * without files, for which somebody must be known.
 */
export const ownerCheckFields = ownerAsks;
export type AssignmentMove = keyof typeof assignmentMoves;
export type { AssignmentGuard };

/** The whole table of docs/domain.md 6.3 with the record-only moves of 6.4: everybody else reads it. */
export const assignmentProcess = machine<AssignmentStatus, AssignmentFacts, AssignmentGuard, AssignmentMove>({
  object: "assignment",
  statuses: assignmentStatuses,
  guards: assignmentGuards,
  moves: Object.fromEntries(
    Object.entries(assignmentMoves).map(([name, rule]) => [name, goesOn(name, rule)]),
  ) as Record<AssignmentMove, Rule<AssignmentStatus, AssignmentGuard>>,
});

/** Describes pages on which a failing guard is resolved without a move. */
export type RemedyPage = "edit" | "agreement" | "team" | "milestone" | "flag" | "delivery" | "profile";
export type Remedy = AssignmentMove | RemedyPage;
export const isMove = (remedy: Remedy): remedy is AssignmentMove => remedy in assignmentProcess.moves;
/** A rule of the centre or the funding is kept by another wish. */
const resolvedInQuestion = Object.fromEntries(misfits.map((rule) => [rule, "edit"])) as Record<Misfit, "edit">;
/** Tells which act or move resolves a failing guard, so that a refusal names who can fix it and where. */
export const resolvedBy: Partial<Record<AssignmentGuard, Remedy>> = {
  intake_minimum: "edit",
  intake_complete: "edit",
  draft_criterion: "edit",
  contact_confirmed: "profile",
  company_verified: "verify_company",
  fit_checked: "check_fit",
  text_approved: "approve_text",
  ...resolvedInQuestion,
  agreement_complete: "agreement",
  result_terms: "agreement",
  signatures_valid: "agreement",
  start_in_block: "agreement",
  kickoff_done: "record_kickoff",
  team_complete: "team",
  tracks_known: "team",
  annexes_signed: "team",
  minors_ok: "team",
  result_team_ok: "team",
  milestones_planned: "milestone",
  milestones_answered: "milestone",
  midterm_planned: "plan_midterm",
  midterm_open: "plan_midterm",
  midterm_go: "record_midterm",
  delivery_complete: "delivery",
  content_safe: "check_content",
  effort_accounted: "account_effort",
  quality_cleared: "delivery",
  effort_shown: "report",
  yields_noted: "note_yield",
  client_evaluated: "evaluate",
  all_criteria_met: "judge_criteria",
  findings_on_criteria: "judge_criteria",
  findings_answered: "answer_findings",
  deviation_agreed: "agreement",
  curriculum_answered: "note_curriculum",
  yields_per_group: "note_yield",
  knowledge_shared: "note_knowledge",
  evaluations_in: "evaluate",
  follow_up_answered: "note_follow_up",
  ledger_closed: "confirm_ledger",
  nothing_disputed: "settle_dispute",
  nothing_unpaid: "record_payment",
  obstacles_gone: "flag",
  concerns_settled: "flag",
  team_lost: "report_team_loss",
  agreement_ended: "record_agreement_end",
  company_consents: "consent_to_rematch",
  default_notice_passed: "give_default_notice",
  both_heard: "answer_dispute",
  ladder_used: "escalate_dispute",
  lies_with_board: "escalate_dispute",
  manager_agrees: "consent_to_stop",
  notice_or_ladder: "escalate_dispute",
};
/** Lists guards that say whether there is any reason for a rare move at all: without one it is not even shown as held back. */
const occasions: readonly AssignmentGuard[] = ["team_lost", "clock_running", "not_in_use_yet", "left_open"];
/**
 * Tells whether there is a reason for this move now; what is asked in the ordinary course of the work always has one.
 */
export const hasOccasion = ({ rank, missing }: { rank: string; missing: readonly AssignmentGuard[] }): boolean =>
  rank !== "rare" || !missing.some((guard) => occasions.includes(guard));
const resolves = new Map<string, Remedy | undefined>(Object.entries(resolvedBy));
/** Returns the same for a guard that is known only at run time, of whichever table. */
export const remedyOf = (guard: string): Remedy | null => resolves.get(guard) ?? null;

/** Returns the drawn line: fourteen stops for each obligation, rework as a side loop (docs/domain.md 6.2). */
export const lineOf = (obligation: Obligation): readonly AssignmentStatus[] => [
  "draft",
  "submitted",
  "intake",
  "published",
  "agreeing",
  "signed",
  "in_progress",
  "delivered",
  obligation === "effort" ? "closing_review" : "acceptance_test",
  "completed",
  "implementing",
  "implemented",
  "anchoring",
  "closed",
];
export const families = {
  preparing: ["draft", "submitted", "intake"],
  open: ["published", "agreeing", "signed"],
  working: making,
  judging: ["delivered", "closing_review", "acceptance_test"],
  in_use: ["completed", "implementing", "implemented", "anchoring"],
  ended: ["not_implemented", "closed", "rejected", "withdrawn", "expired", "stopped", "terminated"],
} as const satisfies Record<string, readonly AssignmentStatus[]>;
export type Family = keyof typeof families;
/** Returns the family of a status; what is in none has ended. */
export const familyOf = (status: AssignmentStatus): Family =>
  (Object.keys(families) as Family[]).find((f) => (families[f] as readonly string[]).includes(status)) ?? "ended";
/** A team is at work on it, or is about to be: from the signatures until it is finished. */
export const atWork = [
  "signed",
  ...families.working,
  ...families.judging,
] as const satisfies readonly AssignmentStatus[];
/** Lists what ended for good: nothing of these waits for anybody. */
export const over = [
  "closed",
  "rejected",
  "withdrawn",
  "expired",
  "stopped",
  "terminated",
] as const satisfies readonly AssignmentStatus[];
/** Holds ways out before the end of the line: it stops where the assignment was (docs/domain.md 6.2). */
export const exits = over.filter((status) => status !== "closed");
/** Returns the move that brings an assignment back after an exit, where there is one; who makes it says its row. */
export const reinstatingMove = (status: AssignmentStatus): AssignmentMove | null =>
  (exits as readonly AssignmentStatus[]).includes(status)
    ? ((Object.entries(assignmentProcess.moves) as [AssignmentMove, Rule<AssignmentStatus, AssignmentGuard>][]).find(
        ([, rule]) => rule.from.includes(status) && rule.to !== "same",
      )?.[0] ?? null)
    : null;
/** In the other statuses something still happens. */
export const underWay = assignmentStatuses.filter((status) => !(over as readonly string[]).includes(status));
