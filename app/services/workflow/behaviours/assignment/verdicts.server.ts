import { judgeCriterion } from "#db/queries/delivery/acceptance.server.ts";
import { releasedDeliveries } from "#db/queries/delivery/deliveries.server.ts";
import type { Inside } from "#app/services/context.ts";
import { place, type Acting } from "../../acting.ts";

/** Works on the verdicts of the delivery that was released last; without one there is nothing to judge. */
export async function onReleased(
  ctx: Inside,
  { assignment }: Acting,
  work: (deliveryId: string) => Promise<unknown>,
): Promise<void> {
  const [released] = await releasedDeliveries(ctx.db, assignment.row.id);
  if (released) await work(released.id);
}
type Result = {
  met: "met" | "not_met";
  value: string | null;
  evidence: string;
  measurer: string;
  finding: string | null;
};
/** Records one verdict for each criterion that was judged. */
export const judgeEach = (ctx: Inside, acting: Acting, results: Readonly<Record<string, Result>> = {}) =>
  onReleased(ctx, acting, async (deliveryId) => {
    for (const [criterion, { met, value, evidence, measurer, finding }] of Object.entries(results))
      await judgeCriterion(ctx.db, {
        id: ctx.newId(),
        ...place(acting),
        deliveryId,
        criterion: Number(criterion),
        met,
        value: value ?? "",
        evidence,
        measurer,
        finding: finding ?? "",
        byId: ctx.actor.id,
        at: ctx.now(),
      });
  });
/** What nobody judged stays open, and is noted as such. */
export const leaveUnanswered = (ctx: Inside, acting: Acting) =>
  onReleased(ctx, acting, async (deliveryId) => {
    const known = new Set(acting.gathered.verdicts.map((v) => v.criterion));
    for (let criterion = 0; criterion < (acting.facts.agreement?.criteria ?? 0); criterion++)
      if (!known.has(criterion))
        await judgeCriterion(ctx.db, {
          id: ctx.newId(),
          ...place(acting),
          deliveryId,
          criterion,
          met: "unanswered",
          value: "",
          evidence: "",
          measurer: "",
          finding: "",
          byId: null,
          at: ctx.now(),
        });
  });
