import { oldestOpen, withBill } from "#app/domain/agreement/terms/instalments.ts";
import { meetClocks } from "#db/queries/workflow/deadlines.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { DoneOf } from "../../acting.ts";
import { billsOf } from "../../bills.ts";
import { startClock } from "../../clocks/clocks.server.ts";

/** The term of payment runs from the oldest invoice that waits, whichever was noted last; without one it is met. */
export async function paymentClock(
  ctx: Inside,
  { answers, assignment, gathered, signed }: DoneOf<"assignment", "record_payment">,
) {
  const terms = signed?.terms ?? {};
  const before = billsOf(gathered.records, terms);
  const oldest = oldestOpen(withBill(before, answers));
  const { id } = assignment.row;
  if (oldest === null) return meetClocks(ctx.db, id, ["payment"]);
  // Nothing changes for whoever waits already: their reminders are not sent again.
  if (oldest === oldestOpen(before)) return;
  const on = { object: "assignment", objectId: id };
  await startClock(ctx, assignment, "payment", on, { answers: { invoiced_on: oldest }, terms });
}
