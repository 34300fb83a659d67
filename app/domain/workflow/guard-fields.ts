import type { FieldError } from "#app/domain/refusal.ts";
import type { Rule } from "./machine.ts";
import type { AnyGuard } from "./processes.ts";

/** Tells beside which asked field stands what a guard says of the answers: the first of these that the row asks. */
const fieldsOf: Readonly<Partial<Record<AnyGuard, readonly string[]>>> = {
  // These hold what a claim offers against the card and the rules about fees.
  result_not_allowed: ["obligation"],
  fee_not_allowed: ["price"],
  only_expenses_allowed: ["price"],
  amount_without_fee: ["price"],
  regular_no_fee: ["price"],
  subsidised_no_exclusive: ["rights"],
  secret_not_open: ["rights"],
  obligation_fits: ["obligation"],
  levels_fit: ["levels"],
  block_fits: ["block"],
  may_claim: ["community"],
  claimant_allowed: ["community"],
  one_claim_per_community: ["community"],
  // These read what ends or judges the work.
  ground_fits: ["ground"],
  settlement_recorded: ["settlement_amount"],
  study_continuity: ["plan_per_student"],
  deviation_agreed: ["changes_price"],
  step_tried: ["report"],
  within_scope: ["criterion"],
  implementation_owner: ["owner"],
  anchoring_owner: ["owner"],
  evidence_present: ["evidence"],
  // These read who takes a seat.
  stands_in: ["role"],
  seat_fits: ["role"],
  person_fits: ["role"],
  judges_apart: ["role"],
};
/**
 * Returns the sentences of these guards beside the fields that they are about, for a row whose guards all held before
 * anything was answered: then what fails is about an answer. One that is about no single field stands above the form.
 */
export function besideFields(
  { fields = {} }: Pick<Rule<string, string>, "fields">,
  missing: readonly string[],
): Record<string, FieldError> {
  const errors: Record<string, FieldError> = {};
  for (const guard of missing) {
    const field = fieldsOf[guard as AnyGuard]?.find((id) => id in fields);
    if (field !== undefined) errors[field] ??= { code: "held_back", guard };
  }
  return errors;
}
