import type { Rule } from "#app/domain/workflow/machine.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { GuardedRecord } from "./facts.ts";
import type { AssignmentGuard } from "./guards.ts";

/** Lists kinds of records that acts keep and no guard reads; those that guards read are in `facts.ts`. */
export const otherRecords = [
  "company_check",
  "publication_plan",
  "community_invitation",
  "midterm_plan",
  "study_plan",
  "extension",
  "yield",
  "payment",
  "settlement",
  "dispute_answer",
] as const;
export type RecordKind = GuardedRecord | (typeof otherRecords)[number];
/** A row of the tables of moves that keep a record. */
export type RecordRow = Rule<AssignmentStatus, AssignmentGuard, RecordKind>;

// Several rows share these statuses, people and fields.
export const team = [
  "project_manager",
  "team_teacher",
  "student_lead",
  "team_student",
  "employee_participant",
] as const;
export const late = ["completed", "implementing", "implemented", "not_implemented", "anchoring"] as const;
export const judging = ["delivered", "closing_review", "acceptance_test", "rework", ...late] as const;
