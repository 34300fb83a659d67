import type { Answers } from "#app/domain/fields/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";

/** Refuses an amount beside the choice of no fee, on the page of the intake that asks both (docs/domain.md 5.4). */
export function refuseAmountWithoutFee({ fee_kind: kind, fee_amount: amount }: Answers): void {
  if (kind === "none" && Number(amount ?? 0) > 0)
    refuseFields({ fee_amount: { code: "held_back", guard: "amount_without_fee" } });
}
