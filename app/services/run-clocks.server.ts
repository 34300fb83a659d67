import type { ClockId } from "#app/domain/clocks.ts";
import type { Rule } from "#app/domain/machine.ts";
import { meetAllClocks, meetClocks } from "#db/queries/deadlines.server.ts";
import { text, type Acting } from "./acting.ts";
import { pauseClocks, resumeClocks, startClock, stopOnLeaving } from "./clocks.server.ts";
import type { Inside } from "./context.ts";

/** Which object a clock hangs on: claims, guardian requests and guarantee cases have clocks of their own. */
const ownClock = new Set<ClockId>(["claim_valid", "guardian", "guarantee_reply"]);
const ladder: Partial<Record<string, ClockId>> = { talk: "dispute_board", board: "dispute_mediation" };

/** Stops, pauses, resumes and starts clocks after a move, in that order. */
export async function runClocks(ctx: Inside, acting: Acting, rule: Rule<string, string>, was: string | null) {
  const { object, opened, asked } = acting;
  const { row } = opened;
  const terms = acting.agreement?.terms ?? {};
  if (object === "assignment" && row.status !== was) await stopOnLeaving(ctx, row.id, row.status);
  if (object !== "assignment" && rule.to !== "same" && was !== null) await meetAllClocks(ctx.db, acting.id);
  await meetClocks(ctx.db, row.id, rule.meets ?? []);
  if (acting.name === "record_check") await meetClocks(ctx.db, row.id, [`impl_check_${text(asked.month)}`]);
  if (rule.sets?.onHold) await pauseClocks(ctx, opened, "onHold");
  if (rule.sets?.disputed) await pauseClocks(ctx, opened, "disputed");
  if ((rule.sets?.onHold === false || rule.sets?.disputed === false) && !row.onHold && !row.disputed) await resumeClocks(ctx, opened);
  const starts = acting.name === "escalate_dispute" ? [ladder[text(asked.step)] ?? null].filter((c): c is ClockId => c !== null) : (rule.starts ?? []);
  for (const clock of starts) {
    if (clock === "payment" && row.feeAmount === 0 && Number(terms.fee_amount ?? 0) === 0 && Number(asked.settlement_amount ?? 0) === 0) continue;
    await startClock(ctx, opened, clock, ownClock.has(clock) ? { object, objectId: acting.id } : { object: "assignment", objectId: row.id }, { asked, terms });
  }
}
