import { clocks } from "#app/domain/workflow/clocks.ts";
import { isToAssess } from "#app/domain/team/seats.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { clocksMet, clocksStarted } from "#app/domain/workflow/starting.ts";
import { meetAllClocks, meetClocks } from "#db/queries/workflow/deadlines.server.ts";
import { openFlags } from "#db/queries/work/flags.server.ts";
import type { AnyDone } from "#app/services/workflow/acting.ts";
import { pauseClocks, resumeClocks, startClock, stopOnLeaving } from "./clocks.server.ts";
import { momentClock } from "./payment-clock.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Stops, pauses, resumes and starts clocks after a move, in that order. */
export async function runClocks(ctx: Inside, acting: AnyDone, rule: Rule<string, string>, was: string | null) {
  const { object, assignment, answers, facts, system } = acting;
  const { row } = assignment;
  const terms = acting.agreement?.terms ?? {};
  if (object === "assignment" && row.status !== was) await stopOnLeaving(ctx, row.id, row.status);
  if (object !== "assignment" && rule.to !== "same" && was !== null) await meetAllClocks(ctx.db, acting.id);
  const assesses = acting.gathered.team.some((seat) => seat.id === acting.id && isToAssess(seat));
  const moved = { rule, facts, answers, status: row.status, system, assesses };
  await meetClocks(ctx.db, row.id, clocksMet(moved));
  if (rule.sets?.onHold) await pauseClocks(ctx, assignment, "onHold");
  if (rule.sets?.disputed) await pauseClocks(ctx, assignment, "disputed");
  if ((rule.sets?.onHold === false || rule.sets?.disputed === false) && !row.onHold && !row.disputed)
    await resumeClocks(ctx, assignment);
  for (const clock of clocksStarted(moved)) {
    if (clock === "payment") {
      await momentClock(ctx, acting, rule.pays);
      continue;
    }
    const on = clocks[clock].ofChild
      ? { object, objectId: acting.id }
      : ({ object: "assignment", objectId: row.id } as const);
    await startClock(ctx, assignment, clock, on, { answers, terms });
  }
  if (!acting.system && object !== "flag" && [was, row.status].includes("in_progress")) await contact(ctx, acting);
}
/** There was contact again, so the flag that the clock raised for want of it is closed. */
async function contact(ctx: Inside, { assignment, followUp }: AnyDone) {
  for (const flag of await openFlags(ctx.db, assignment.row.id, "no_contact"))
    if (flag.raisedBy === null) await followUp("flag", flag.id, "close_flag", { answers: { flag_note: "" } });
}
