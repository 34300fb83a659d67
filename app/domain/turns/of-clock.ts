import { remedyOf } from "#app/domain/assignment/process.ts";
import { clocks, type ClockId } from "#app/domain/workflow/clocks.ts";
import { answering } from "#app/domain/log/readers.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { everyMove, machineOf } from "#app/domain/workflow/processes.ts";
import type { Due, TurnAssignment } from "./assignment.ts";
import { guardsResolvedBy } from "./resolves.ts";
import { duesOn } from "./dues.ts";

type Way = { object: string; move: string; rule: Rule<string, string> };
/** Describes a clock, and the part that it runs for; null: whichever part. */
type ClockOn = { clock: ClockId; objectId: string | null };

/** Tells whether a move leads out of the statuses in which a clock runs, from one of them. */
function leaves({ object, rule }: Way, clock: ClockId): boolean {
  const within = (clocks[clock].within ?? []) as readonly string[];
  // The last signature on a version takes the assignment along.
  if (object === "agreement") return within.includes("agreeing");
  const away = rule.to !== "same" && !within.includes(rule.to);
  return object === "assignment" && away && rule.from.some((status) => within.includes(status));
}
const ends = new Map<ClockId, readonly Way[]>();
/**
 * The moves that end a clock: those that answer it; where nobody is waited for to do so, those that leave its statuses. What
 * any act ends asks for none.
 */
function waysOut(clock: ClockId): readonly Way[] {
  const known = ends.get(clock) ?? readWaysOut(clock);
  ends.set(clock, known);
  return known;
}
function readWaysOut(clock: ClockId): readonly Way[] {
  if (clocks[clock].byAnyAct) return [];
  const answers = answering(clock);
  return answers.some(({ rule }) => rule.turn) ? answers : everyMove.filter((way) => leaves(way, clock));
}

/** Returns the guards that what is asked resolves. */
function resolvedWith({ act }: Due, guards: readonly string[]): readonly string[] {
  if ("page" in act) return guards.filter((guard) => remedyOf(guard) === act.page);
  const turn = machineOf(act.object).moves[act.move]?.turn;
  return turn ? (guardsResolvedBy(act.object, act.move, turn) ?? []) : [];
}
/** Tells whether doing what is asked ends this clock, or takes away what keeps an act from ending it. */
export function isForClock(due: Due, { clock, objectId }: ClockOn): boolean {
  const { act } = due;
  if (due.clock !== null && due.clock !== clock) return false;
  if (clocks[clock].ofChild && objectId !== null && "move" in act && act.id !== objectId) return false;
  if (due.clock === clock) return true;
  const ways = waysOut(clock);
  if ("move" in act && ways.some((way) => way.object === act.object && way.move === act.move)) return true;
  const guards = ways.flatMap(({ rule }) => (rule.turn ? (rule.guards ?? []) : []));
  return resolvedWith(due, guards).some((guard) => guards.includes(guard));
}
/** Lists what is asked because this clock runs or ran out, the most urgent first; nothing of what else is asked meanwhile. */
export const duesOfClock = (assignment: TurnAssignment, on: ClockOn): Due[] =>
  duesOn(assignment).filter((due) => isForClock(due, on));
