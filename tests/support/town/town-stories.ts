import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";

export type More = { overlay?: "hold" | "dispute"; claims?: number; secret?: boolean };
/** An assignment in every state that asks something of somebody, by the name a test knows it by. */
export const stories = [
  ["draft", "draft", "effort"],
  ["submitted", "submitted", "effort"],
  ["intake", "intake", "effort"],
  ["published", "published", "effort", { claims: 2 }],
  ["open", "published", "effort"],
  ["secret", "published", "effort", { secret: true }],
  ["agreeing", "agreeing", "effort"],
  ["proposing", "agreeing", "result"],
  ["signed", "signed", "effort"],
  ["in_progress", "in_progress", "effort"],
  ["at work", "in_progress", "result"],
  ["held", "in_progress", "effort", { overlay: "hold" }],
  ["disputed", "in_progress", "effort", { overlay: "dispute" }],
  ["delivered", "delivered", "effort"],
  ["handed over", "delivered", "result"],
  ["closing_review", "closing_review", "effort"],
  ["acceptance_test", "acceptance_test", "result"],
  ["rework", "rework", "result"],
  ["completed", "completed", "result"],
  ["implementing", "implementing", "effort"],
  ["implemented", "implemented", "effort"],
  ["not_implemented", "not_implemented", "effort"],
  ["anchoring", "anchoring", "effort"],
  ["rejected", "rejected", "effort"],
  ["to publish", "published", "effort"],
  ["to start", "in_progress", "effort"],
  ["to deliver", "delivered", "effort"],
  ["to finish", "completed", "effort"],
  ["without client", "closing_review", "effort"],
  ["to accept", "acceptance_test", "result"],
  ["to mend", "acceptance_test", "result"],
  ["silent", "acceptance_test", "result"],
  ["mended", "rework", "result"],
  ["to close", "closed", "effort"],
  ["to terminate", "terminated", "effort"],
  ["team lost", "in_progress", "effort"],
  ["to rematch", "in_progress", "effort"],
  ["signing", "agreeing", "effort"],
  ["forgotten", "agreeing", "effort"],
  ["checking", "in_progress", "result"],
  ["remedied", "rework", "result"],
  ["shown", "implemented", "effort"],
  ["stopped", "stopped", "effort"],
  ["anew", "in_progress", "effort"],
] as const satisfies readonly (readonly [
  name: string,
  status: AssignmentStatus,
  obligation: Obligation,
  more?: More,
])[];
export type Named = (typeof stories)[number][0];
/** Answers the id of an assignment of the town. */
export type At = (name: Named) => string;
/** Holds assignments put back to just before their last step, so that its form lies open: nothing else about them changes. */
export const oneStepBack = {
  "to start": "signed",
  "to finish": "closing_review",
  "without client": "closing_review",
  silent: "acceptance_test",
  "to close": "anchoring",
  "to terminate": "in_progress",
} as const satisfies Partial<Record<Named, AssignmentStatus>>;
