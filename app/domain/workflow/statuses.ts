import type { AssignmentStatus } from "#app/domain/words.ts";

/** As long as people work in the assignment together: it has a team that people may join. */
export const teamStatuses = [
  "agreeing",
  "signed",
  "in_progress",
  "delivered",
  "closing_review",
  "acceptance_test",
  "rework",
  "completed",
  "implementing",
  "implemented",
  "not_implemented",
  "anchoring",
] as const;
/** What was made is handed over or was cut short, and the assignment is not over for its students. */
export const handedInStatuses: readonly AssignmentStatus[] = [
  ...teamStatuses.slice(teamStatuses.indexOf("delivered")),
  "stopped",
  "terminated",
];
