import type { AssignmentStatus } from "#app/domain/words.ts";

/** Says why an assignment that was put in a round takes no part in it any more. */
export type ExclusionReason = "stopped" | "made" | "on_hold" | "not_open" | "elsewhere" | "unclaimed" | "has_team";
/**
 * Tells what its status says of an assignment in a round: out for a reason, in as long as a team fits, or in once a
 * community of the centre wants it. What else ends its part stands in `db/queries/rounds/taking-part`, which reads
 * this table.
 */
const partIn = {
  draft: "not_open",
  submitted: "not_open",
  intake: "not_open",
  published: "when_claimed",
  agreeing: "in",
  signed: "in",
  in_progress: "in",
  delivered: "made",
  closing_review: "made",
  acceptance_test: "made",
  rework: "made",
  completed: "made",
  implementing: "made",
  implemented: "made",
  not_implemented: "made",
  anchoring: "made",
  closed: "made",
  rejected: "stopped",
  withdrawn: "stopped",
  expired: "stopped",
  stopped: "stopped",
  terminated: "stopped",
} as const satisfies Record<AssignmentStatus, ExclusionReason | "in" | "when_claimed">;
/**
 * Tells whether what is out for this reason only rests: it keeps its place on the lists it stands on, and counts again when it
 * goes on.
 */
export const rests = (out: ExclusionReason | null): boolean => out === "on_hold";
/** Returns the statuses that say this of it. */
export const statusesThatAre = (part: ExclusionReason | "in" | "when_claimed"): AssignmentStatus[] =>
  (Object.keys(partIn) as AssignmentStatus[]).filter((status) => partIn[status] === part);
