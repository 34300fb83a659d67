import { clocks, overlayClocks, type Clock, type ClockId } from "#app/domain/workflow/clocks.ts";
import { chancesFor, duesOn } from "#app/domain/workflow/whose-turn.ts";
import { orders, type Due, type TurnAct, type TurnAssignment } from "#app/domain/workflow/turn-assignment.ts";
import { seatAsks, type TurnAsk } from "#app/domain/workflow/turn-asks.ts";
import type { Relation } from "#app/domain/words.ts";
import type { Inside } from "#app/services/context.ts";
import { turnAssignments, type Known } from "./turn-assignments.server.ts";

/** Whose turn it is and for what; `missing`: somebody to find for what nobody is. */
type Turn = { who: readonly Relation[]; ask: TurnAsk; act: TurnAct; missing: Relation | null };
type TurnDeadline = { clock: ClockId; dueAt: Date; late: boolean; notice: boolean };
export type TurnLine = {
  /** The most urgent thing that is asked of the reader, else of somebody; null when nothing is asked of anybody now. */
  turn: Turn | null;
  mine: boolean;
  deadline: TurnDeadline | null;
  /** What the reader may do and may leave. */
  chance: { ask: TurnAsk; act: TurnAct } | null;
  /** Moves of the assignment that are asked of the reader now. */
  asked: readonly string[];
};
export const noTurn: TurnLine = { turn: null, mine: false, deadline: null, chance: null, asked: [] };

/** Whose turn it is on each assignment, for the reader: the same rule for every role and every list (docs/design.md 1). */
export async function turnLines(
  ctx: Inside,
  cards: readonly { id: string }[],
  known?: Known,
): Promise<Map<string, TurnLine>> {
  const assignments = await turnAssignments(
    ctx,
    cards.map((c) => c.id),
    known,
  );
  return new Map([...assignments].map(([id, assignment]) => [id, lineOf(ctx, assignment)]));
}
function lineOf(ctx: Inside, assignment: TurnAssignment): TurnLine {
  const reader = ctx.actor.id;
  const dues = duesOn(assignment);
  const own = dues.filter((due) => due.people.includes(reader));
  // What somebody does for themself is nobody else's to wait for while something else is asked.
  const due = own[0] ?? dues.find((one) => one.order < orders.own) ?? null;
  return {
    turn: due && { who: due.who, ask: due.ask, act: due.act, missing: due.missing ?? null },
    mine: own.length > 0,
    deadline: deadlineOf(assignment, due),
    chance: chancesFor(assignment, reader)[0] ?? null,
    asked: own.flatMap(({ act }) => ("move" in act && act.object === "assignment" ? [act.move] : [])),
  };
}
/**
 * By when: the clock of what is asked; else one that has run out, whomever it runs for; else the one of who is to act;
 * else the nearest.
 */
function deadlineOf({ facts, clocks: rows, id }: TurnAssignment, due: Due | null): TurnDeadline | null {
  // Hours are asked week by week, and a seat may be answered as long as it is offered: no clock of the assignment is theirs.
  if (due && (due.order === orders.weekly || seatAsks.includes(due.ask))) return null;
  const held = facts.onHold || facts.disputed;
  const running = rows
    .filter((row) => row.status === "running" && row.objectId === id)
    .filter((row) => !held || overlayClocks.includes(row.clock))
    .sort((a, b) => +a.dueAt - +b.dueAt);
  const runsFor = (clock: ClockId): readonly Relation[] => (clocks[clock] as Clock).runsFor;
  const row =
    (due?.clock ? rows.find((r) => r.clock === due.clock && (!due.dueAt || +r.dueAt === +due.dueAt)) : undefined) ??
    running.find((r) => r.dueAt < facts.now) ??
    running.find((r) => due?.who.some((who) => runsFor(r.clock).includes(who))) ??
    running[0];
  if (!row || row.status === "met") return null;
  return { clock: row.clock, dueAt: row.dueAt, late: row.dueAt < facts.now, notice: row.noticeUntil !== null };
}
