import { when } from "#app/domain/fields/days.ts";
import { checkChoices } from "#app/domain/aftercare/checks.ts";
import { implementationDegrees } from "#app/domain/words.ts";
import { working, late, judging, text, line, type RecordRow } from "./record-rows.ts";

/** From what people learned to what stays in use and in the curriculum. */
export const afterwardRecords = {
  evaluate: {
    from: judging,
    to: "same",
    by: ["client_owner", "team_student", "team_teacher", "employee_participant"],
    fields: {
      rating: { kind: "whole", required: true, min: 1, max: 10 },
      company_gain: text,
      learned: text,
      improve: { kind: "text" },
    },
    notifies: [],
    records: "evaluation",
    rank: "task",
  },
  note_yield: {
    from: [...working, ...judging],
    to: "same",
    by: ["team_teacher", "team_student", "employee_participant"],
    fields: {
      group: { kind: "choice", required: true, options: ["student", "teacher", "employee"] },
      skill: line,
      before: { kind: "whole", required: true, min: 1, max: 5 },
      after: { kind: "whole", required: true, min: 1, max: 5 },
      evidence: text,
    },
    notifies: [],
    records: "yield",
    rank: "task",
  },
  note_no_yield: {
    from: late,
    to: "same",
    by: ["team_teacher", "coordinator"],
    fields: { group: { kind: "choice", required: true, options: ["student", "teacher", "employee"] }, why: text },
    notifies: [],
    records: "no_yield",
    rank: "task",
  },
  // Money and ending
  record_payment: {
    from: ["in_progress", "delivered", "closing_review", "acceptance_test", "rework", ...late, "closed"],
    to: "same",
    by: ["client_owner", "finance", "coordinator"],
    fields: {
      instalment: line,
      amount: { kind: "money", required: true },
      invoiced_on: { kind: "date", required: true, when: when.past(5) },
      paid_on: { kind: "date", when: when.pastFrom("invoiced_on", 5) },
      note: { kind: "line" },
    },
    notifies: ["finance_both"],
    starts: ["payment"],
    records: "payment",
    rank: "task",
  },
  give_default_notice: {
    from: ["signed", "in_progress", "delivered", "closing_review", "acceptance_test", "rework"],
    to: "same",
    by: ["company_signatory", "institution_signatory"],
    fields: {
      failing: text,
      term_ends: { kind: "date", required: true, when: when.ahead(1) },
      no_term_reason: { kind: "text" },
    },
    notifies: ["party", "company_signatory", "institution_signatory"],
    records: "default_notice",
    rank: "rare",
    evenOn: ["onHold"],
  },
  // After
  record_check: {
    from: [...late, "closed"],
    to: "same",
    by: ["client_owner", "problem_owner"],
    guards: ["check_open"],
    fields: {
      month: { kind: "choice", required: true, options: checkChoices },
      degree: { kind: "choice", required: true, options: implementationDegrees },
      effect: { kind: "text" },
      measured: { kind: "line" },
      evidence: { kind: "text" },
    },
    notifies: ["team_ever", "team_teacher", "business_developer"],
    rank: "task",
  },
  note_curriculum: {
    from: ["implemented", "not_implemented", "anchoring"],
    to: "same",
    by: ["team_teacher", "practor_lector"],
    fields: {
      transfer: { kind: "choice", required: true, options: ["module", "keuzedeel", "lesson", "assignment", "none"] },
      programme: { kind: "line" },
      what: text,
      in_use_on: { kind: "date", when: when.around(2, 3) },
    },
    notifies: ["practor_lector"],
    records: "curriculum",
    rank: "task",
  },
  note_knowledge: {
    from: ["implemented", "not_implemented", "anchoring"],
    to: "same",
    by: ["team_teacher", "practor_lector"],
    fields: {
      title: line,
      licence: { kind: "choice", required: true, options: ["cc_by", "cc_by_sa", "cc0", "none"] },
      link: { kind: "line" },
    },
    notifies: [],
    records: "knowledge",
    rank: "task",
  },
  note_follow_up: {
    from: ["implemented", "not_implemented", "anchoring"],
    to: "same",
    by: ["client_owner", "business_developer", "team_teacher"],
    fields: {
      follow_up: { kind: "choice", required: true, options: ["new_question", "continuation", "none"] },
      what: text,
    },
    notifies: ["business_developer"],
    records: "follow_up",
    rank: "task",
  },
  confirm_ledger: {
    from: ["anchoring"],
    to: "same",
    by: ["coordinator"],
    fields: {
      in_kind_hours: { kind: "whole", required: true, min: 0, max: 100000 },
      cash: { kind: "money", required: true },
      note: { kind: "text" },
    },
    notifies: [],
    records: "ledger",
    rank: "task",
  },
  ask_evaluations: {
    from: late,
    to: "same",
    by: ["coordinator", "business_developer"],
    fields: { who: { kind: "choice", required: true, options: ["company", "student", "teacher", "employee"] } },
    notifies: ["team", "client_owner"],
    records: "asked",
    rank: "task",
  },
} as const satisfies Record<string, RecordRow>;
