import type { Inside } from "#app/services/context.ts";
import type { Acting, DoneOf } from "../../acting.ts";
import { billingIn, billingOf, type Billing } from "#app/services/payments/billing.ts";
import { payFirst } from "../../clocks/payment-clock.server.ts";

type Kind = "payment" | "settlement" | "agreement_end";
/** Computes the money of this assignment as it will be with this record. */
function billingWith(ctx: Inside, { gathered, answers, as }: Acting & { answers: object }, kind: Kind): Billing {
  const { version } = billingIn(gathered);
  const said = {
    assignmentId: "",
    kind,
    data: { ...answers },
    at: ctx.now(),
    byId: ctx.actor.id,
    byRole: as,
    about: version,
    open: true,
  };
  return billingIn({ ...gathered, money: [...gathered.money, said] });
}
/** The term of payment runs for what is to be paid soonest, whichever was noted last. */
export const paymentClock = (ctx: Inside, acting: DoneOf<"assignment", "record_payment">) =>
  payFirst(ctx, acting, billingWith(ctx, acting, "payment"));
/** What both sides settled is paid by its own day. */
export const settlementClock = (ctx: Inside, acting: DoneOf<"assignment", "agree_settlement">) =>
  payFirst(ctx, acting, billingWith(ctx, acting, "settlement"));
/** Once work is ended, what was invoiced stays to be paid, and the settlement of work that was stopped by its own day. */
export async function leftClock(ctx: Inside, acting: DoneOf<"assignment", "stop"> | DoneOf<"assignment", "terminate">) {
  const { gathered, signed } = acting;
  const stopped = acting.name === "stop" ? acting.answers : null;
  const now = signed ? [{ number: signed.number, terms: signed.terms, at: ctx.now(), stopped, cut: true }] : [];
  const { moments, money, replaced } = gathered;
  await payFirst(ctx, acting, billingOf({ ended: [...now, ...gathered.ended], replaced, moments }, money));
}
/** The old team leaves: what it invoiced, and what was settled at its end, stays to be paid; nothing more of its version is due. */
export async function rematchClock(ctx: Inside, acting: DoneOf<"assignment", "rematch">) {
  const { gathered, signed } = acting;
  const { replaced } = gathered;
  const left = signed ? [{ number: signed.number, terms: signed.terms, at: ctx.now(), stopped: null, cut: false }] : [];
  await payFirst(ctx, acting, billingOf({ ended: [...left, ...gathered.ended], replaced }, gathered.money));
}
/** A version was signed: what is due follows it from now on, and what was paid stays paid. */
export async function versionClock(ctx: Inside, acting: DoneOf<"agreement", "sign">) {
  const { gathered, row } = acting;
  const { ended, moments, money } = gathered;
  const before = gathered.agreements.filter(({ status, id }) => status === "signed" && id !== row.id);
  const versions = { signed: row, ended, replaced: [...gathered.replaced, ...before], moments };
  await payFirst(ctx, acting, billingOf(versions, money));
}
