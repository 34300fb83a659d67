import type { Rule } from "../machine.ts";
import { because } from "../reasons.ts";
import type { AssignmentStatus } from "../words.ts";
import { over } from "./ending.ts";
import type { AssignmentGuard } from "./guards.ts";

type Row = Rule<AssignmentStatus, AssignmentGuard>;
const afterwards = ["payment", "impl_plan", "impl_check_3", "impl_check_6", "impl_check_12"] as const;
const running = ["signed", "in_progress", "delivered", "closing_review", "acceptance_test", "rework"] as const;

/** From signature to a delivered, judged result (DOMAIN.md §6.3). */
export const working = {
  start: {
    from: ["signed"], to: "in_progress", by: ["project_manager", "team_teacher"], guards: ["kickoff_done", "team_complete", "annexes_signed", "minors_ok", "milestones_planned", "midterm_planned", "result_team_ok"],
    asks: { start_on: { kind: "date", required: true }, kickoff_record: { kind: "text", required: true } }, tells: ["party", "team", "guardian", "examiner"], starts: ["report", "sign_of_life", "midterm", "delivery_due"], then: ["interest.lapse_interest"], rank: "forward",
  },
  deliver: {
    from: ["in_progress"], to: "delivered", by: ["project_manager"], guards: ["midterm_go", "delivery_complete", "content_safe", "effort_accounted", "quality_cleared"],
    asks: { notice: { kind: "text", required: true }, label: { kind: "line", required: true, max: 60 }, limits: { kind: "text", required: true }, handover_on: { kind: "date", required: true } },
    tells: ["party", "team", "quality_owner"], starts: ["receipt"], rank: "forward",
  },
  report_incomplete: { from: ["delivered"], to: "in_progress", by: ["client_owner", "problem_owner"], guards: ["receipt_open", "incomplete_twice_not"], asks: { missing: { kind: "text", required: true } }, tells: ["party", "team"], starts: ["delivery_due"], rank: "beside" },
  open_closing_review: { from: ["delivered"], to: "closing_review", by: ["project_manager", "client_owner", "system"], only: "effort", asks: { review_on: { kind: "date", required: true }, attendees: { kind: "line", required: true } }, tells: ["party", "team"], starts: ["closing_review"], rank: "forward" },
  open_acceptance: { from: ["delivered"], to: "acceptance_test", by: ["client_owner", "problem_owner", "system"], only: "result", asks: { test_on: { kind: "date" }, measurers: { kind: "each", required: true, from: "criteria", of: { measurer: { kind: "line", required: true } } } }, tells: ["party", "team", "quality_owner"], starts: ["acceptance"], rank: "forward" },
  finish_review: {
    from: ["closing_review"], to: "completed", by: ["client_owner", "project_manager"], both: ["client_owner", "project_manager"], only: "effort", guards: ["effort_shown", "yields_noted", "client_evaluated"],
    asks: { minutes: { kind: "text", required: true }, effort_finding: { kind: "choice", required: true, options: ["sufficient", "remark"] }, rating: { kind: "whole", required: true, min: 1, max: 10 }, what_next: { kind: "text", required: true } },
    askedOf: { effort_finding: "client_owner", rating: "client_owner", what_next: "client_owner" }, tells: ["party", "team", "finance_both"], starts: afterwards, rank: "forward",
  },
  finish_without_client: { from: ["closing_review"], to: "completed", by: ["coordinator"], only: "effort", guards: ["notice_or_ladder", "coordinator_neutral", "effort_shown", "yields_noted"], reasons: "no_client", asks: because("no_client"), tells: ["party", "team", "finance_both"], starts: afterwards, evenOn: ["disputed"], rank: "rare" },
  accept: { from: ["acceptance_test"], to: "completed", by: ["client_owner"], only: "result", guards: ["all_criteria_met", "roles_apart"], tells: ["party", "team", "quality_owner", "finance_both"], starts: ["guarantee", ...afterwards], rank: "forward" },
  accept_with_deviation: {
    from: ["acceptance_test", "rework"], to: "completed", by: ["client_owner", "project_manager"], both: ["client_owner", "project_manager"], only: "result", guards: ["deviation_agreed", "roles_apart"], reasons: "deviation",
    asks: { criteria: { kind: "picks", required: true, from: "criteria" }, ...because("deviation"), changes_price: { kind: "yesno", required: true }, changes_guarantee: { kind: "yesno", required: true } },
    agreeOn: ["changes_price", "changes_guarantee"],
    tells: ["party", "team", "quality_owner", "finance_both"], starts: ["guarantee", ...afterwards], rank: "beside",
  },
  request_rework: { from: ["acceptance_test"], to: "rework", by: ["client_owner"], only: "result", guards: ["rounds_left", "findings_on_criteria"], reasons: "rework", asks: { ...because("rework", "optional"), term: { kind: "whole", required: true, min: 1, max: 60 } }, tells: ["party", "team", "quality_owner"], starts: ["rework"], rank: "beside" },
  redeliver: {
    from: ["rework"], to: "acceptance_test", by: ["project_manager"], only: "result", guards: ["findings_answered", "delivery_complete", "quality_cleared", "content_safe"],
    asks: { notice: { kind: "text", required: true }, label: { kind: "line", required: true, max: 60 } }, tells: ["party", "quality_owner"], starts: ["acceptance"], rank: "forward",
  },
  accept_by_clause: { from: ["acceptance_test"], to: "completed", by: ["system"], only: "result", guards: ["silence_clause_signed", "last_notice_passed"], tells: ["party", "team", "quality_owner", "finance_both"], starts: ["guarantee", ...afterwards] },
  decide_on_silence: {
    from: ["acceptance_test"], to: "completed", by: ["coordinator"], only: "result", guards: ["no_silence_clause", "last_notice_passed", "coordinator_neutral"], asks: { explanation: { kind: "text", required: true }, notices_sent: { kind: "text", required: true } },
    tells: ["party", "team", "quality_owner", "finance_both", "institution_signatory", "company_signatory"], starts: ["impl_plan", "impl_check_3", "impl_check_6", "impl_check_12"], rank: "rare",
  },
  stop: {
    from: running, to: "stopped", by: ["client_owner", "institution_signatory", "coordinator"], guards: ["settlement_recorded", "study_continuity", "ground_fits", "manager_agrees"], reasons: "stop",
    asks: { ground: { kind: "choice", required: true, options: ["client_ends", "mutual", "weighty_reason", "midterm_stop"] }, ...because("stop"), settlement: { kind: "text", required: true }, settlement_amount: { kind: "money" }, settlement_due: { kind: "date" }, handed_over: { kind: "text", required: true }, plan_per_student: { kind: "text" } },
    tells: ["party", "team", "guardian", "examiner", "finance_both"], starts: ["payment"], then: ["agreement.end_agreement"], ...over, rank: "rare",
  },
  terminate: {
    from: running, to: "terminated", by: ["company_signatory", "institution_signatory"], guards: ["default_notice_passed", "ladder_used", "study_continuity"], reasons: "terminate",
    asks: { ground: { kind: "line", required: true }, ...because("terminate"), notice: { kind: "text", required: true }, claimed: { kind: "text", required: true }, plan_per_student: { kind: "text" } },
    tells: ["party", "team", "examiner", "finance_both", "steering_group_member"], then: ["agreement.end_agreement"], ...over, rank: "rare",
  },
  rematch: { from: ["signed", "in_progress"], to: "published", by: ["coordinator"], guards: ["team_lost", "agreement_ended", "company_consents"], asks: { explanation: { kind: "text", required: true }, kept: { kind: "text", required: true } }, because: "team_uitgevallen", tells: ["party", "team", "followers", "interested"], starts: ["claim_window"], then: ["agreement.end_agreement", "claim.let_go", "milestone.drop_milestone"], sets: { onHold: false }, meets: ["pause_until", "team_repair"], evenOn: ["onHold"], rank: "rare" },
} as const satisfies Record<string, Row>;

const pausable = ["intake", "published", "agreeing", ...running, "implementing", "anchoring"] as const;
export const disputable = [...running, "completed", "implementing", "implemented", "not_implemented", "anchoring"] as const;
/** Overlays: the state stays (DOMAIN.md §6.2, §6.3). */
export const overlays = {
  pause: { from: pausable, to: "same", by: ["project_manager", "team_teacher", "client_owner", "business_developer", "coordinator"], reasons: "hold", asks: { ...because("hold", "optional"), until: { kind: "date", required: true } }, tells: ["party", "team", "candidates"], starts: ["pause_until"], sets: { onHold: true }, evenOn: ["disputed"], rank: "rare" },
  resume: { from: pausable, to: "same", under: "onHold", by: ["project_manager", "team_teacher", "client_owner", "business_developer", "coordinator"], tells: ["party", "team", "candidates"], meets: ["pause_until", "team_repair"], sets: { onHold: false }, evenOn: ["onHold", "disputed"], rank: "beside" },
  open_dispute: { from: disputable, to: "same", by: ["client_owner", "company_signatory", "project_manager", "institution_signatory"], guards: ["agreement_signed"], reasons: "dispute", asks: { reason: because("dispute").reason, asked: { kind: "text", required: true }, evidence: { kind: "text" } }, tells: ["party", "institution_signatory", "company_signatory"], starts: ["dispute_talk"], sets: { disputed: true }, evenOn: ["onHold"], rank: "rare" },
  escalate_dispute: { from: disputable, to: "same", under: "disputed", by: ["client_owner", "company_signatory", "project_manager", "institution_signatory", "coordinator"], guards: ["step_tried"], asks: { step: { kind: "choice", required: true, options: ["talk", "board", "mediation"] }, report: { kind: "text", required: true } }, tells: ["party", "steering_group_member"], starts: ["dispute_board", "dispute_mediation"], meets: ["dispute_talk", "dispute_board", "dispute_mediation"], records: "ladder", evenOn: ["onHold", "disputed"], rank: "rare" },
  settle_dispute: {
    from: disputable, to: "same", under: "disputed", by: ["client_owner", "project_manager"], both: ["client_owner", "project_manager"], asks: { outcome: { kind: "choice", required: true, options: ["verder", "afwijking", "herstel", "stoppen", "ontbinden"] }, text: { kind: "text", required: true } },
    agreeOn: ["outcome"], tells: ["party", "team"], meets: ["dispute_talk", "dispute_board", "dispute_mediation"], sets: { disputed: false }, evenOn: ["onHold", "disputed"], rank: "beside",
  },
  settle_without_solution: { from: disputable, to: "same", under: "disputed", by: ["coordinator"], guards: ["ladder_used", "coordinator_neutral"], asks: { text: { kind: "text", required: true } }, tells: ["party", "team"], meets: ["dispute_talk", "dispute_board", "dispute_mediation"], sets: { disputed: false }, evenOn: ["onHold", "disputed"], rank: "rare" },
} as const satisfies Record<string, Row>;

/** Who paused resumes, or the coordinator (DOMAIN.md §6.3). */
export const mayResume = (pausedBy: string | null, personId: string, holds: ReadonlySet<string>) => pausedBy === null || pausedBy === personId || holds.has("coordinator");
