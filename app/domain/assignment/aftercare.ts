import { when } from "#app/domain/fields/days.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { because } from "#app/domain/fields/reasons.ts";
import { implementationDegrees, type AssignmentStatus } from "#app/domain/words.ts";
import type { AssignmentGuard } from "./guards.ts";

type Row = Rule<AssignmentStatus, AssignmentGuard, never>;
const effect = {
  effect_kind: { kind: "choice", options: ["cost", "time", "quality", "safety", "co2"] },
  effect: { kind: "text" },
  effect_grade: { kind: "choice", options: ["A", "B", "C", "D"] },
} as const;

/** Until the solution is in use and the lessons are back in the curriculum (docs/domain.md 6.3). */
export const after = {
  start_implementation: {
    from: ["completed"],
    to: "implementing",
    by: ["client_owner", "business_developer"],
    guards: ["implementation_owner"],
    fields: {
      owner: { kind: "line", required: true },
      owner_email: { kind: "email" },
      steps: { kind: "text", required: true },
      target_on: { kind: "date", required: true, when: when.ahead(3) },
      employees: { kind: "line" },
      end_users: { kind: "line" },
    },
    shows: { in: "implementation", to: "implementation", apart: { owner_email: "owner_contact" } },
    notifies: ["party", "team"],
    rank: "forward",
    turn: { ask: "implement_plan", of: ["client_owner"] },
  },
  declare_in_use: {
    from: ["completed", "implementing"],
    to: "implemented",
    by: ["client_owner", "problem_owner"],
    guards: ["evidence_present"],
    fields: {
      degree: { kind: "choice", required: true, options: implementationDegrees.filter((d) => d !== "none") },
      since: { kind: "date", required: true, when: when.worked },
      evidence: { kind: "text", required: true },
      ...effect,
    },
    shows: { in: "implementation", to: "implementation" },
    notifies: ["party", "team_ever", "practor_lector"],
    starts: ["start_borging"],
    earlierAnswers: { words: ["start_implementation", "resume_implementation", "record_check"] },
    rank: "forward",
    turn: { ask: "implement" },
  },
  declare_not_in_use: {
    from: ["completed", "implementing"],
    to: "not_implemented",
    by: ["client_owner", "problem_owner", "business_developer", "coordinator"],
    guards: ["last_notice_passed"],
    reasons: "not_in_use",
    fields: { ...because("not_in_use"), learned: { kind: "text" } },
    shows: { in: "implementation", to: "implementation" },
    notifies: ["party", "team", "practor_lector"],
    starts: ["start_borging"],
    earlierAnswers: { words: ["start_implementation", "resume_implementation", "record_check"] },
    rank: "beside",
  },
  resume_implementation: {
    from: ["not_implemented", "anchoring"],
    to: "implementing",
    by: ["client_owner", "business_developer"],
    guards: ["not_in_use_yet"],
    fields: {
      owner: { kind: "line", required: true },
      owner_email: { kind: "email" },
      target_on: { kind: "date", required: true, when: when.ahead(3) },
    },
    shows: { in: "implementation", to: "implementation", apart: { owner_email: "owner_contact" } },
    notifies: ["party", "team", "practor_lector"],
    earlierAnswers: { words: ["start_implementation", "resume_implementation", "record_check"] },
    rank: "rare",
  },
  start_anchoring: {
    from: ["implemented", "not_implemented"],
    to: "anchoring",
    by: ["team_teacher", "practor_lector", "coordinator", "system"],
    guards: ["anchoring_owner"],
    fields: { owner: { kind: "pick", required: true, from: "staff" }, due_on: { kind: "date", when: when.ahead(1) } },
    shows: { in: "anchoring", to: "anchoring" },
    notifies: ["party", "team", "hr_contact", "practor_lector"],
    starts: ["anchoring"],
    earlierAnswers: { words: ["declare_in_use", "declare_not_in_use"] },
    rank: "forward",
    turn: { ask: "start_anchoring", of: ["team_teacher", "practor_lector"] },
  },
  close: {
    from: ["anchoring"],
    to: "closed",
    by: ["coordinator"],
    guards: [
      "curriculum_answered",
      "yields_per_group",
      "knowledge_shared",
      "evaluations_in",
      "follow_up_answered",
      "ledger_closed",
      "nothing_disputed",
      "obstacles_gone",
      "concerns_settled",
      "guarantee_over",
      "nothing_unpaid",
    ],
    fields: { closing_note: { kind: "text", required: true } },
    shows: { in: "anchoring", to: "anchoring" },
    notifies: ["party", "team", "practor_lector"],
    earlierAnswers: {
      words: [
        "start_anchoring",
        "note_curriculum",
        "note_no_yield",
        "note_knowledge",
        "note_follow_up",
        "confirm_ledger",
      ],
    },
    rank: "forward",
    turn: { ask: "anchor" },
  },
} as const satisfies Record<string, Row>;
