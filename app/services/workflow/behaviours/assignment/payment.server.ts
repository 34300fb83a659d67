import { firstWaiting, withBill } from "#app/domain/agreement/terms/instalments.ts";
import { meetClocks } from "#db/queries/workflow/deadlines.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { DoneOf } from "../../acting.ts";
import { billingIn, billingOf, type Billing } from "../../bills.ts";
import { startClock } from "../../clocks/clocks.server.ts";

type Assignment = DoneOf<"assignment", "record_payment">["assignment"];
/** The term runs for what is to be paid first; where nothing waits any more it is met. */
async function payFirst(ctx: Inside, assignment: Assignment, before: Billing, after: Billing) {
  const first = firstWaiting(after, after.bills);
  const { id } = assignment.row;
  if (first === null) return meetClocks(ctx.db, id, ["payment"]);
  // Nothing changes for whoever waits already: their reminders are not sent again.
  if (JSON.stringify(first) === JSON.stringify(firstWaiting(before, before.bills))) return;
  const on = { object: "assignment", objectId: id } as const;
  await startClock(ctx, assignment, "payment", on, { answers: first, terms: after.terms });
}
/** The term of payment runs from the oldest invoice that waits, whichever was noted last. */
export async function paymentClock(
  ctx: Inside,
  { answers, assignment, gathered }: DoneOf<"assignment", "record_payment">,
) {
  const before = billingIn(gathered);
  await payFirst(ctx, assignment, before, { ...before, bills: withBill(before.bills, answers) });
}
/** Once work is stopped, what was invoiced stays to be paid, and the settlement by its own day. */
export async function settlementClock(
  ctx: Inside,
  { answers, assignment, gathered, signed }: DoneOf<"assignment", "stop">,
) {
  const ended = signed && { number: signed.number, terms: signed.terms, at: ctx.now(), stopped: answers };
  await payFirst(ctx, assignment, billingIn(gathered), billingOf({ ended }, gathered.records));
}
