import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import type { Days } from "#app/domain/fields/days.ts";
import type { Context } from "./context.ts";

/** Returns what dates are held against where there is no assignment: the day it is in the Netherlands. */
export const today = (ctx: Pick<Context, "now">): Days => ({ today: amsterdamDay(ctx.now()) });
/**
 * Returns the same in an assignment: also the days on which its work starts and ends. A team may begin before the day that
 * was agreed: a start that is still to come bounds only what is planned (`agreed`), and never what was done (`start`).
 */
export const daysOfAssignment = (
  ctx: Pick<Context, "now">,
  { row }: { row: { startOn: string | null; endOn: string | null } },
): Days => {
  const now = today(ctx);
  const hasStarted = row.startOn !== null && row.startOn <= now.today;
  return { ...now, start: hasStarted ? row.startOn : null, agreed: row.startOn, end: row.endOn };
};
