import { allWaiting, firstWaiting } from "#app/domain/agreement/terms/due.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { aliveDeadlines, changeDeadline, meetClocks } from "#db/queries/workflow/deadlines.server.ts";
import { gatherRows } from "#db/queries/workflow/facts.server.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import type { Inside } from "#app/services/context.ts";
import type { AnyDone } from "../acting.ts";
import { billingIn, type Billing } from "#app/services/payments/billing.ts";
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
  await leaveUnbegun(ctx, id);
  await meetClocks(ctx.db, id, ["payment"]);
  const on = { object: "assignment", objectId: id } as const;
  await startClock(ctx, assignment, "payment", on, { answers: {}, terms: after.terms, term: first });
}
/** Tells for which instalment the term of payment runs now: its letters go to the school that is paid for that one. */
export async function instalmentAsked(ctx: Inside, assignmentId: string): Promise<string | null> {
  const money = billingIn(await gatherRows(ctx.db, assignmentId, ctx.now()));
  return allWaiting(money, money.bills)[0]?.instalment ?? null;
}
/** A term that has not begun makes way for one that did: the newest of a clock is the one that counts. */
async function leaveUnbegun(ctx: Inside, assignmentId: string) {
  const before = new Date(+ctx.now() - 1);
  for (const { id, clock, startedAt } of await aliveDeadlines(ctx.db, assignmentId))
    if (clock === "payment" && startedAt > before)
      await changeDeadline(ctx.db, id, { status: "met", startedAt: before });
}
/** The work began, or was accepted: what is agreed for that moment is due from now on. */
export async function momentClock(ctx: Inside, acting: AnyDone, pays: Rule<string, string>["pays"]) {
  const money = billingIn(acting.gathered);
  const today = amsterdamDay(ctx.now());
  const { began, accepted } = money.moments;
  const moments = pays === "began" ? { began: today, accepted } : { began, accepted: accepted ?? today };
  await payFirst(ctx, acting, { ...money, moments });
}
