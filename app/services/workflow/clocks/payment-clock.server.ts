import { firstWaiting } from "#app/domain/agreement/terms/instalments.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { meetClocks } from "#db/queries/workflow/deadlines.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { AnyDone } from "../acting.ts";
import { billingIn, type Billing } from "../bills.ts";
import { startClock } from "./clocks.server.ts";

type Paid = Pick<AnyDone, "assignment" | "gathered">;
/** The term of payment runs for what is to be paid first; where nothing that is due is open any more it is met. */
export async function payFirst(ctx: Inside, { assignment, gathered }: Paid, after: Billing) {
  const first = firstWaiting(after, after.bills);
  const { id } = assignment.row;
  if (first === null) return meetClocks(ctx.db, id, ["payment"]);
  const before = billingIn(gathered);
  const runs = gathered.clocks.some(({ clock, status }) => clock === "payment" && status !== "met");
  // Nothing changes for whoever waits already: their reminders are not sent again.
  if (runs && JSON.stringify(first) === JSON.stringify(firstWaiting(before, before.bills))) return;
  const on = { object: "assignment", objectId: id };
  await startClock(ctx, assignment, "payment", on, { answers: {}, terms: after.terms, term: first });
}
/** The work began, or was accepted: what is agreed for that moment is due from now on. */
export async function momentClock(ctx: Inside, acting: AnyDone) {
  const money = billingIn(acting.gathered);
  const today = amsterdamDay(ctx.now());
  const { began, accepted } = money.moments;
  const moments = acting.name === "start" ? { began: today, accepted } : { began, accepted: accepted ?? today };
  await payFirst(ctx, acting, { ...money, moments });
}
