import { acts } from "#app/domain/assignment/record-only.ts";
import { storedAnswers, type AnswersOf } from "#app/domain/fields/typed.ts";
import type { Acting } from "../../acting.ts";

const { fields } = acts.record_payment;
type Payment = AnswersOf<typeof fields>;
/** Paid, and nothing else billed that is not. */
export function allPaid({ instalment, paid_on }: Payment, { records }: Acting["gathered"]): boolean {
  const bills = new Map(
    records
      .filter((r) => r.kind === "payment")
      .map((r) => storedAnswers(fields, r.data))
      .map((bill) => [bill.instalment ?? "", bill]),
  );
  return paid_on !== null && [...bills].every(([which, bill]) => which === instalment || bill.paid_on || bill.note);
}
