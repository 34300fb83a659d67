/**
 * Lists what a move may bring about in the same transaction, made by the system: `object.move`, with `rivals` for the
 * other claims on the same question. `team.dismiss` alone is no move: a team ends with the event of the move itself, once
 * everybody in it was addressed. `services/workflow/cascade` does each of them.
 */
const followUps = [
  "assignment.select_claim",
  "assignment.conclude",
  "agreement.lapse",
  "agreement.lapse_late",
  "agreement.end_agreement",
  "claim.let_go",
  "interest.lapse_interest",
  "milestone.lapse_milestone",
  "flag.lapse_flag",
  "team.dismiss",
  "rivals.decline_claim",
  "rivals.expire_claim",
] as const;
export type FollowUp = (typeof followUps)[number];
