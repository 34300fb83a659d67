import { withBill } from "#app/domain/agreement/terms/instalments.ts";
import type { Inside } from "#app/services/context.ts";
import type { DoneOf } from "../../acting.ts";
import { billingIn, billingOf } from "../../bills.ts";
import { payFirst } from "../../clocks/payment-clock.server.ts";

/** The term of payment runs for what is to be paid soonest, whichever was noted last. */
export async function paymentClock(ctx: Inside, acting: DoneOf<"assignment", "record_payment">) {
  const { bills, ...money } = billingIn(acting.gathered);
  await payFirst(ctx, acting, { ...money, bills: withBill(bills, { ...acting.answers, by: ctx.actor.id }) });
}
/** Once work is ended, what was invoiced stays to be paid, and the settlement of work that was stopped by its own day. */
export async function leftClock(ctx: Inside, acting: DoneOf<"assignment", "stop"> | DoneOf<"assignment", "terminate">) {
  const { gathered, signed } = acting;
  const stopped = acting.name === "stop" ? acting.answers : null;
  const ended = signed && { number: signed.number, terms: signed.terms, at: ctx.now(), stopped };
  await payFirst(ctx, acting, billingOf({ ended, moments: gathered.moments }, gathered.records));
}
