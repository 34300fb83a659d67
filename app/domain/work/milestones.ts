import { openMilestone, type MilestoneStatus } from "#app/domain/words.ts";

/**
 * Tells whether a delivery still asks what became of this milestone: nobody said that it was reached or dropped, or
 * moved it to a day that is yet to come.
 */
export const isUnanswered = ({ status, dueOn }: { status: MilestoneStatus; dueOn: string }, today: string): boolean =>
  (openMilestone as readonly string[]).includes(status) && (status === "planned" || dueOn <= today);
