import type { Event } from "#db/queries/workflow/events.server.ts";

/** Why, as it is told: the reason, the explanation, and of a rejection where else the company may turn to. */
export const reasonOf = ({ move, reason, comment, answers }: Event) => ({
  reason,
  comment: move === "reject" ? [comment, answers.referral_name, answers.referral].filter(Boolean).join(" ") : comment,
});
