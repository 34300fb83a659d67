import { leavesStudyOpen } from "#app/domain/assignment/guards.ts";
import { clocks, type Clock, type ClockId } from "#app/domain/workflow/clocks.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { meetAllClocks, meetClocks } from "#db/queries/workflow/deadlines.server.ts";
import { openFlags } from "#db/queries/work/flags.server.ts";
import type { AnyDone } from "#app/services/workflow/acting.ts";
import type { AnyBehaviour } from "#app/services/workflow/behaviour.ts";
import { pauseClocks, resumeClocks, startClock, stopOnLeaving } from "./clocks.server.ts";
import { momentClock } from "./payment-clock.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Stops, pauses, resumes and starts clocks after a move, in that order. */
export async function runClocks(
  ctx: Inside,
  acting: AnyDone,
  { rule, behaviour }: { rule: Rule<string, string>; behaviour: AnyBehaviour },
  was: string | null,
) {
  const { object, assignment, answers } = acting;
  const { row } = assignment;
  const terms = acting.agreement?.terms ?? {};
  if (object === "assignment" && row.status !== was) await stopOnLeaving(ctx, row.id, row.status);
  if (object !== "assignment" && rule.to !== "same" && was !== null) await meetAllClocks(ctx.db, acting.id);
  await meetClocks(ctx.db, row.id, [...(rule.meets ?? []), ...(behaviour.meets?.(acting) ?? [])]);
  if (rule.sets?.onHold) await pauseClocks(ctx, assignment, "onHold");
  if (rule.sets?.disputed) await pauseClocks(ctx, assignment, "disputed");
  if ((rule.sets?.onHold === false || rule.sets?.disputed === false) && !row.onHold && !row.disputed)
    await resumeClocks(ctx, assignment);
  const starts = behaviour.starts?.(acting, rule.starts ?? []) ?? dueOf(acting, rule.starts ?? []);
  for (const clock of starts) {
    const { within } = clocks[clock] as Clock;
    if (within && !within.includes(row.status)) continue;
    if (clock === "payment") {
      await momentClock(ctx, acting);
      continue;
    }
    await startClock(
      ctx,
      assignment,
      clock,
      (clocks[clock] as Clock).ofChild ? { object, objectId: acting.id } : { object: "assignment", objectId: row.id },
      { answers, terms },
    );
  }
  if (!acting.system && object !== "flag" && [was, row.status].includes("in_progress")) await contact(ctx, acting);
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
/** Somebody is there again: what the clock raised for want of contact is over, by itself. */
async function contact(ctx: Inside, { assignment, followUp }: AnyDone) {
  for (const flag of await openFlags(ctx.db, assignment.row.id, "no_contact"))
    if (flag.raisedBy === null) await followUp("flag", flag.id, "close_flag", { answers: { flag_note: "" } });
}
/** Of these clocks, without a guarantee that nobody gave, and a study plan written at once or where no student had begun. */
function dueOf({ facts, answers }: AnyDone, clocks: readonly ClockId[]) {
  const wanted: Partial<Record<ClockId, boolean>> = {
    guarantee: (facts.agreement?.guaranteeDays ?? 0) > 0,
    study_plan: leavesStudyOpen(facts, answers),
  };
  return clocks.filter((clock) => wanted[clock] ?? true);
}
