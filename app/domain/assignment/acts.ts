import type { Rule } from "../machine.ts";
import { implementationDegrees, type AssignmentStatus } from "../words.ts";
import type { AssignmentGuard } from "./guards.ts";
import { publishAsks, publishGuards } from "./preparing.ts";

type Row = Rule<AssignmentStatus, AssignmentGuard>;
const working = ["in_progress", "rework"] as const;
const team = ["project_manager", "team_teacher", "student_lead", "team_student", "employee_participant"] as const;
const late = ["completed", "implementing", "implemented", "not_implemented", "anchoring"] as const;
const judging = ["delivered", "closing_review", "acceptance_test", "rework", ...late] as const;
const text = { kind: "text", required: true } as const;
const line = { kind: "line", required: true } as const;

/** Acts leave the state as it is and keep a record that guards read (DOMAIN.md §6.4, §6.6). Each is a task on somebody's list. */
export const acts = {
  // Before publication
  check_fit: { from: ["submitted", "intake"], to: "same", by: ["business_developer", "coordinator"], asks: { learning: { kind: "yesno", required: true }, large_enough: { kind: "yesno", required: true }, safe: { kind: "yesno", required: true }, ethical: { kind: "yesno", required: true }, critical_reason: { kind: "text" } }, tells: [], records: "fit_check", rank: "task" },
  approve_text: { from: ["intake"], to: "same", by: ["client_owner"], asks: { approved: { kind: "check", required: true } }, tells: ["business_developer"], records: "text_approval", rank: "task" },
  verify_company: { from: ["submitted", "intake"], to: "same", by: ["coordinator", "business_developer"], asks: { how: { kind: "choice", required: true, options: ["kvk_and_domain", "phone", "visit"] } }, tells: [], records: "company_check", rank: "task" },
  /** Opens by itself at the start of a block, if it may still open then (DOMAIN.md §6.3 `publish`). */
  schedule_publish: { from: ["intake"], to: "same", by: ["publisher"], guards: publishGuards, asks: { publish_on: { kind: "pick", required: true, from: "blocks" }, ...publishAsks }, tells: ["client_owner", "problem_owner"], starts: ["publish_on"], records: "publication_plan", rank: "task" },
  cancel_publication: { from: ["intake"], to: "same", by: ["publisher"], guards: ["publication_planned"], tells: ["client_owner", "problem_owner"], meets: ["publish_on"], rank: "task" },
  invite_community: { from: ["published"], to: "same", by: ["coordinator"], asks: { community: { kind: "pick", required: true, from: "communities" } }, tells: [], records: "community_invitation", rank: "task" },
  // Before the start
  record_kickoff: { from: ["signed"], to: "same", by: ["project_manager", "team_teacher"], asks: { ambition: text, roles: text, meetings: text, safety: text, employees: text }, tells: ["team"], records: "kickoff", rank: "task" },
  plan_midterm: { from: ["signed", "in_progress"], to: "same", by: ["project_manager", "team_teacher"], asks: { midterm_on: { kind: "date", required: true } }, tells: ["team", "client_owner"], starts: ["midterm"], records: "midterm_plan", rank: "task" },
  // During the work
  report: { from: working, to: "same", by: ["project_manager", "student_lead"], asks: { done: text, next: text, blocked: { kind: "text" } }, tells: ["client_owner", "team_teacher"], starts: ["report"], records: "report", rank: "task" },
  log_hours: { from: [...working, "signed", "delivered", "closing_review", "acceptance_test"], to: "same", by: team, asks: { on: { kind: "date", required: true }, minutes: { kind: "whole", required: true, min: -1440, max: 1440 }, what: { kind: "line", required: true } }, tells: [], rank: "task" },
  record_midterm: { from: ["in_progress"], to: "same", by: ["project_manager", "team_teacher", "client_owner"], both: ["project_manager", "team_teacher", "client_owner"], asks: { outcome: { kind: "choice", required: true, options: ["go", "adjust", "stop"] }, changes: { kind: "text" }, forecast: { kind: "each", required: true, from: "criteria", of: { outlook: line } } }, askedOf: { forecast: "project_manager" }, agreeOn: ["outcome"], waives: { relation: "client_owner", clock: "midterm" }, tells: ["party", "team"], meets: ["midterm"], records: "midterm", rank: "task" },
  report_team_loss: { from: ["signed", "in_progress"], to: "same", by: ["team_teacher", "project_manager"], asks: { who: { kind: "line" }, possible: text }, tells: ["party"], starts: ["team_repair"], sets: { onHold: true }, records: "team_loss", rank: "rare", evenOn: ["onHold"] },
  consent_to_stop: { from: ["signed", "in_progress", ...judging.slice(0, 4)], to: "same", by: ["project_manager"], asks: { consent: { kind: "check", required: true } }, tells: ["institution_signatory"], records: "manager_consent", rank: "rare", evenOn: ["onHold"] },
  plan_study: { from: ["stopped", "terminated"], to: "same", by: ["team_teacher"], asks: { plan_per_student: text }, tells: ["team_student", "examiner", "coordinator"], records: "study_plan", rank: "task" },
  consent_to_rematch: { from: ["signed", "in_progress"], to: "same", by: ["client_owner"], asks: { consent: { kind: "check", required: true } }, guards: ["team_lost"], tells: ["coordinator"], records: "company_consent", rank: "rare", evenOn: ["onHold"] },
  record_agreement_end: { from: ["signed", "in_progress"], to: "same", by: ["institution_signatory", "company_signatory", "coordinator"], guards: ["team_lost"], asks: { settlement: text, amount: { kind: "money", required: true } }, tells: ["party"], records: "agreement_end", rank: "rare", evenOn: ["onHold"] },
  account_effort: { from: ["in_progress", "delivered", "closing_review"], to: "same", by: ["project_manager"], only: "effort", asks: { hours: text, activities: text, differences: text }, tells: ["team_teacher"], records: "effort_account", rank: "task" },
  check_content: { from: working, to: "same", by: ["team_teacher"], asks: { no_personal_data: { kind: "check", required: true }, no_secrets: { kind: "check", required: true }, rights_ok: { kind: "check", required: true }, scan_answer: { kind: "text", max: 1000 } }, tells: ["project_manager"], records: "content_check", rank: "task" },
  extend: {
    from: ["published", "agreeing", "signed", "acceptance_test", "rework"], to: "same", by: ["coordinator", "business_developer", "client_owner"],
    byIn: { published: ["coordinator", "business_developer"], agreeing: ["coordinator"], signed: ["coordinator"], acceptance_test: ["coordinator"], rework: ["client_owner"] },
    guards: ["clock_running", "not_extended_yet"], asks: { until: { kind: "date", required: true }, why: text }, tells: ["party", "candidates"], records: "extension", rank: "rare",
  },
  extend_together: { from: ["acceptance_test"], to: "same", by: ["client_owner", "project_manager"], both: ["client_owner", "project_manager"], guards: ["clock_running"], asks: { until: { kind: "date", required: true }, why: text }, agreeOn: ["until"], tells: ["party"], records: "extension", rank: "rare" },
  // Judging
  judge_criteria: { from: ["acceptance_test"], to: "same", by: ["client_owner", "problem_owner"], only: "result", asks: { results: { kind: "each", required: true, from: "criteria", of: { met: { kind: "choice", required: true, options: ["met", "not_met"] }, value: { kind: "line" }, evidence: line, measurer: line, finding: { kind: "text" } } } }, tells: ["project_manager"], rank: "task" },
  judge_afterwards: { from: late, to: "same", by: ["client_owner"], only: "result", guards: ["verdict_open", "roles_apart"], asks: { results: { kind: "each", required: true, from: "criteria", of: { met: { kind: "choice", required: true, options: ["met", "not_met"] }, value: { kind: "line" }, evidence: line, measurer: line, finding: { kind: "text" } } } }, tells: ["party", "quality_owner", "finance_both"], starts: ["guarantee", "payment"], rank: "task" },
  answer_findings: { from: ["rework"], to: "same", by: ["project_manager"], only: "result", asks: { answers: { kind: "each", required: true, from: "failed_criteria", of: { answer: text } } }, tells: ["client_owner"], rank: "task" },
  evaluate: { from: judging, to: "same", by: ["client_owner", "team_student", "team_teacher", "employee_participant"], asks: { rating: { kind: "whole", required: true, min: 1, max: 10 }, company_gain: text, learned: text, improve: { kind: "text" } }, tells: [], records: "evaluation", rank: "task" },
  note_yield: { from: [...working, ...judging], to: "same", by: ["team_teacher", "team_student", "employee_participant"], asks: { group: { kind: "choice", required: true, options: ["student", "teacher", "employee"] }, skill: line, before: { kind: "whole", required: true, min: 1, max: 5 }, after: { kind: "whole", required: true, min: 1, max: 5 }, evidence: text }, tells: [], records: "yield", rank: "task" },
  note_no_yield: { from: late, to: "same", by: ["team_teacher", "coordinator"], asks: { group: { kind: "choice", required: true, options: ["student", "teacher", "employee"] }, why: text }, tells: [], records: "no_yield", rank: "task" },
  // Money and ending
  record_payment: { from: ["in_progress", "delivered", "closing_review", "acceptance_test", "rework", ...late, "closed"], to: "same", by: ["client_owner", "finance", "coordinator"], asks: { instalment: line, amount: { kind: "money", required: true }, invoiced_on: { kind: "date", required: true }, paid_on: { kind: "date" }, note: { kind: "line" } }, tells: ["finance_both"], starts: ["payment"], records: "payment", rank: "task" },
  give_default_notice: { from: ["signed", "in_progress", "delivered", "closing_review", "acceptance_test", "rework"], to: "same", by: ["company_signatory", "institution_signatory"], asks: { failing: text, term_ends: { kind: "date", required: true }, no_term_reason: { kind: "text" } }, tells: ["party", "company_signatory", "institution_signatory"], records: "default_notice", rank: "rare", evenOn: ["onHold"] },
  // After
  record_check: { from: [...late, "closed"], to: "same", by: ["client_owner", "problem_owner"], asks: { month: { kind: "choice", required: true, options: ["3", "6", "12"] }, degree: { kind: "choice", required: true, options: implementationDegrees }, effect: { kind: "text" }, evidence: { kind: "text" } }, tells: ["team_ever", "team_teacher", "business_developer"], rank: "task" },
  note_curriculum: { from: ["implemented", "not_implemented", "anchoring"], to: "same", by: ["team_teacher", "practor_lector"], asks: { transfer: { kind: "choice", required: true, options: ["module", "keuzedeel", "lesson", "assignment", "none"] }, programme: { kind: "line" }, what: text, in_use_on: { kind: "date" } }, tells: ["practor_lector"], records: "curriculum", rank: "task" },
  note_knowledge: { from: ["implemented", "not_implemented", "anchoring"], to: "same", by: ["team_teacher", "practor_lector"], asks: { title: line, licence: { kind: "choice", required: true, options: ["cc_by", "cc_by_sa", "cc0", "none"] }, link: { kind: "line" } }, tells: [], records: "knowledge", rank: "task" },
  note_follow_up: { from: ["implemented", "not_implemented", "anchoring"], to: "same", by: ["client_owner", "business_developer", "team_teacher"], asks: { follow_up: { kind: "choice", required: true, options: ["new_question", "continuation", "none"] }, what: text }, tells: ["business_developer"], records: "follow_up", rank: "task" },
  confirm_ledger: { from: ["anchoring"], to: "same", by: ["coordinator"], asks: { in_kind_hours: { kind: "whole", required: true, min: 0, max: 100000 }, cash: { kind: "money", required: true }, note: { kind: "text" } }, tells: [], records: "ledger", rank: "task" },
  ask_evaluations: { from: late, to: "same", by: ["coordinator", "business_developer"], asks: { who: { kind: "choice", required: true, options: ["company", "student", "teacher", "employee"] } }, tells: ["team", "client_owner"], records: "asked", rank: "task" },
} as const satisfies Record<string, Row>;
