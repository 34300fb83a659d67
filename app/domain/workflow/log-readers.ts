import type { ClockId } from "./clocks.ts";
import type { LoggedAct } from "./logged-acts.ts";
import type { AnyMove } from "./processes.ts";
import type { Part } from "./visibility.ts";

/** Moves whose line in the log is shown to readers of this part only (fees, quality notes, claims' content). */
export const logHides: Partial<Record<string, Part>> = {
  clear: "quality_notes",
  return: "quality_notes",
  ask_quality_check: "delivery_before",
  submit_claim: "claims",
  revise_claim: "claims",
  shortlist: "claims",
  withdraw_claim: "claims",
  decline_claim: "claims",
  record_payment: "payments",
  open_dispute: "dispute",
  answer_dispute: "dispute",
  escalate_dispute: "dispute",
  settle_dispute: "dispute",
  ask_guardian: "guardian",
  approve: "guardian",
  refuse_guardian: "guardian",
  expire_request: "guardian",
  came_of_age: "guardian",
  resend_guardian: "guardian",
  advise_claim: "claims",
  check_fit: "intake",
  show_interest: "interest_names",
  drop_interest: "interest_names",
  place: "interest_names",
  lapse_interest: "interest_names",
  note_yield: "yields_each",
  prepare: "delivery_before",
  add_files: "delivery_before",
  raise_concern: "concerns",
  follow_concern: "concerns",
  settle_concern: "concerns",
  ask_maker: "makers_each",
  ask_again: "makers_each",
  give_consent: "makers_each",
  give_as_minor: "makers_each",
  guardian_agrees: "makers_each",
  guardian_declines: "makers_each",
  refuse_consent: "makers_each",
  withdraw_consent: "makers_each",
} satisfies Partial<Record<AnyMove, Part>>;
/** Clocks whose reminders are lines of the log for readers of this part only. */
export const clockHides: Partial<Record<ClockId, Part>> = { concern: "concerns", safety: "concerns" };
/** Moves whose actor is named to this part's readers only: a company never reads which student asked. */
export const logHidesActor: Partial<Record<string, Part>> = { ask_question: "question_askers" } satisfies Partial<
  Record<AnyMove | LoggedAct, Part>
>;
/** Moves that are told to nobody who was merely too late: who answered for themself, and who asked. */
export const untold: readonly string[] = [
  ...Object.entries(logHides).flatMap(([move, part]) => (part === "makers_each" || part === "concerns" ? [move] : [])),
  ...Object.keys(logHidesActor),
];
