import { clocks, type Clock, type ClockId } from "#app/domain/workflow/clocks.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { meetAllClocks, meetClocks } from "#db/queries/workflow/deadlines.server.ts";
import { text, type Acting } from "./acting.ts";
import { pauseClocks, resumeClocks, startClock, stopOnLeaving } from "./clocks.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Which object a clock hangs on: claims, guardian requests and guarantee cases have clocks of their own. */
const ownClock = new Set<ClockId>(["claim_valid", "guardian", "guarantee_reply", "milestone"]);
const ladder: Partial<Record<string, ClockId>> = { talk: "dispute_board", board: "dispute_mediation" };

/** Stops, pauses, resumes and starts clocks after a move, in that order. */
export async function runClocks(ctx: Inside, acting: Acting, rule: Rule<string, string>, was: string | null) {
  const { object, assignment, answers } = acting;
  const { row } = assignment;
  const terms = acting.agreement?.terms ?? {};
  if (object === "assignment" && row.status !== was) await stopOnLeaving(ctx, row.id, row.status);
  if (object !== "assignment" && rule.to !== "same" && was !== null) await meetAllClocks(ctx.db, acting.id);
  await meetClocks(ctx.db, row.id, rule.meets ?? []);
  if (acting.name === "record_check") await meetClocks(ctx.db, row.id, [`impl_check_${text(answers.month)}`]);
  if (acting.name === "record_payment" && allPaid(acting)) await meetClocks(ctx.db, row.id, ["payment"]);
  if (rule.sets?.onHold) await pauseClocks(ctx, assignment, "onHold");
  if (rule.sets?.disputed) await pauseClocks(ctx, assignment, "disputed");
  if ((rule.sets?.onHold === false || rule.sets?.disputed === false) && !row.onHold && !row.disputed)
    await resumeClocks(ctx, assignment);
  for (const clock of startsOf(acting, rule)) {
    const { within } = clocks[clock] as Clock;
    if (within && !within.includes(row.status)) continue;
    await startClock(
      ctx,
      assignment,
      clock,
      ownClock.has(clock) ? { object, objectId: acting.id } : { object: "assignment", objectId: row.id },
      { answers, terms },
    );
  }
  // Whatever somebody does on the work is a sign of life.
  if (!acting.system && row.status === "in_progress")
    await startClock(
      ctx,
      assignment,
      "sign_of_life",
      { object: "assignment", objectId: row.id },
      { answers: {}, terms },
    );
}
/** The clocks this move starts, here and now. */
function startsOf(
  { name, answers, gathered, facts, assignment: { row }, agreement }: Acting,
  rule: Rule<string, string>,
): readonly ClockId[] {
  const starts = rule.starts ?? [];
  if (name === "escalate_dispute") return starts.filter((clock) => clock === ladder[text(answers.step)]);
  // With reserves left the company chooses among them; otherwise the market opens again.
  if (name === "reopen_matching") return [gathered.openClaims > 0 ? "selection" : "claim_window"];
  if (name === "record_payment") return answers.paid_on ? [] : starts;
  const due =
    name === "stop"
      ? Number(answers.settlement_amount ?? 0)
      : row.feeAmount || Number(agreement?.terms.fee_amount ?? 0);
  return starts.filter(
    (clock) => (clock !== "payment" || due > 0) && (clock !== "guarantee" || (facts.agreement?.guaranteeDays ?? 0) > 0),
  );
}
/** Paid, and nothing else billed that is not. */
function allPaid({ answers, gathered }: Acting) {
  const bills = new Map(
    gathered.records.filter((r) => r.kind === "payment").map((r) => [text(r.data.instalment), r.data]),
  );
  return (
    Boolean(answers.paid_on) &&
    [...bills].every(([instalment, bill]) => instalment === answers.instalment || bill.paid_on || bill.note)
  );
}
