import { clocks, overlayClocks, undoneClocks } from "#app/domain/workflow/clocks.ts";
import { answersClock, endsWithState, mayKnowClock } from "#app/domain/log/readers.ts";
import { isForClock } from "./of-clock.ts";
import { orders, type Due, type TurnAssignment, type TurnClock } from "./assignment.ts";

const clockOf = (row: TurnClock) => clocks[row.clock];
/** Seats are taken before or beside the work: no clock of the assignment is theirs. */
const isOfSeat = ({ act }: Due) =>
  "move" in act ? act.object === "member" || act.object === "guardian_request" : act.page === "seat";

/** Tells whether this clock says by when something that has no clock of its own is asked. */
function asksBy(row: TurnClock, due: Due): boolean {
  if ("move" in due.act && answersClock(row.clock, due.act)) return true;
  // What frees the act that a clock asks for is asked by the end of that clock.
  if (isForClock(due, { clock: row.clock, objectId: null })) return true;
  const theirs = due.who.some((who) => clockOf(row).runsFor.includes(who));
  const whole = "move" in due.act && (due.act.object === "assignment" || due.act.object === "agreement");
  return (endsWithState(row.clock) && (theirs || whole)) || (due.order === orders.remedy && theirs);
}
/** Tells whether a clock runs, or ran out and left undone what is still asked in this status. */
function stillAsks({ clock, status }: TurnClock, facts: TurnAssignment["facts"]): boolean {
  const { within } = clocks[clock];
  if (status === "out") return undoneClocks.includes(clock) && (within?.includes(facts.status) ?? true);
  return status === "running";
}
/**
 * Tells by when what is asked is to be done: its own clock; else the first that says so; none when no clock asks it,
 * as for a seat or hours. When nothing is asked of anybody: the clock that ends first, of those this reader may know
 * of.
 */
export function deadlineFor(assignment: TurnAssignment, due: Due | null, roles: ReadonlySet<string>): TurnClock | null {
  const { facts, clocks: rows, id } = assignment;
  const held = facts.onHold || facts.disputed;
  const running = rows
    .filter((row) => stillAsks(row, facts) && row.objectId === id && mayKnowClock(row.clock, roles))
    .filter((row) => !held || overlayClocks.includes(row.clock))
    .sort((a, b) => +a.dueAt - +b.dueAt);
  if (!due) return running[0] ?? null;
  const own = due.clock && rows.find((row) => row.clock === due.clock && (!due.dueAt || +row.dueAt === +due.dueAt));
  const row = own || (isOfSeat(due) ? undefined : running.find((one) => asksBy(one, due)));
  // Hours are asked week by week; no clock of the assignment is theirs.
  return !row || row.status === "met" || due.order === orders.weekly ? null : row;
}
