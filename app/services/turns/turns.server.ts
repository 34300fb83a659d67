import type { ClockId } from "#app/domain/workflow/clocks.ts";
import { deadlineFor } from "#app/domain/turns/deadline.ts";
import { leading, mayKnowDue } from "#app/domain/turns/readers.ts";
import { chancesFor, duesOn } from "#app/domain/turns/dues.ts";
import {
  orders,
  sameAct,
  type Due,
  type TurnAct,
  type TurnAssignment,
  type TurnClock,
} from "#app/domain/turns/assignment.ts";
import { isOver, may } from "#app/domain/workflow/visibility.ts";
import type { TurnAsk } from "#app/domain/turns/asks.ts";
import type { Relation } from "#app/domain/words.ts";
import type { Inside } from "#app/services/context.ts";
import { duesOfClock } from "#app/domain/turns/of-clock.ts";
import { turnAssignments, type Known } from "./assignments.server.ts";

/** Says whose turn it is and for what; `missing`: somebody to find for what nobody is. */
export type Turn = { who: readonly Relation[]; ask: TurnAsk; act: TurnAct; missing: Relation | null };
type TurnDeadline = { clock: ClockId; dueAt: Date; late: boolean; notice: boolean };
type Also = { turn: Turn; deadline: TurnDeadline | null; count: number };
export type TurnLine = {
  /** Holds the most urgent thing that is asked of the reader, else of somebody; null when nothing is asked of anybody now. */
  turn: Turn | null;
  mine: boolean;
  deadline: TurnDeadline | null;
  /** Says what the reader may do and may leave. */
  chance: { ask: TurnAsk; act: TurnAct } | null;
  /** Lists what else is asked of the reader, most urgent first: each ask once, with how many there are. */
  also: readonly Also[];
  /** Holds moves of the assignment that are asked of the reader now. */
  asked: readonly string[];
  /** Lists what of the assignment itself is asked of others now, as far as the reader may know it is waited for. */
  awaited: readonly Turn[];
  /** Says that it stands still in a dispute, for whoever may know. */
  disputed: boolean;
};
export const noTurn: TurnLine = {
  turn: null,
  mine: false,
  deadline: null,
  chance: null,
  also: [],
  asked: [],
  awaited: [],
  disputed: false,
};

/**
 * Says whose turn it is on each assignment, for the reader: the same rule for every role and every list (docs/design.md
 * 1).
 */
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
  const roles = assignment.people.get(reader) ?? new Set<Relation>();
  const dues = duesOn(assignment).filter((due) => mayKnowDue(due, reader, roles, assignment.facts.status));
  const own = dues.filter((due) => due.people.includes(reader));
  const due = leading(dues, reader, roles);
  // Whoever waits for what a team that left is owed reads its own day with it: the clock may run for something else.
  const hides = own.length === 0 && isOver(assignment.facts.status, roles);
  return {
    turn: due && turnOf(due, dues),
    mine: own.length > 0,
    deadline: hides ? null : lateAt(deadlineFor(assignment, due, roles), assignment.facts.now),
    chance: chancesFor(assignment, reader)[0] ?? null,
    also: alsoOf(assignment, own, roles),
    asked: own.flatMap(({ act }) => ("move" in act && act.object === "assignment" ? [act.move] : [])),
    awaited: dues.flatMap((one) =>
      "move" in one.act && one.act.object === "assignment" && !one.people.includes(reader) ? [turnOf(one, dues)] : [],
    ),
    disputed: assignment.facts.disputed && may("disputed", roles),
  };
}
/** Lists what is asked of somebody beside the first of it. Asked twice of one person, in two parts they have, it is one thing. */
function alsoOf(assignment: TurnAssignment, own: readonly Due[], roles: ReadonlySet<Relation>): Also[] {
  const apart = own.filter((due, at) => own.findIndex(({ act }) => sameAct(act, due.act)) === at);
  const groups = new Map<TurnAsk, Due[]>();
  for (const due of apart.slice(1)) groups.set(due.ask, [...(groups.get(due.ask) ?? []), due]);
  return [...groups.values()].flatMap(([first, ...more]) =>
    first
      ? {
          turn: turnOf(first, own),
          deadline: lateAt(deadlineFor(assignment, first, roles), assignment.facts.now),
          count: more.length + 1,
        }
      : [],
  );
}
/** Tells what one clock asks, of the reader or else of somebody they may know is waited for; null when it asks nothing. */
export async function turnOfClock(
  ctx: Inside,
  id: string,
  on: { clock: ClockId; objectId: string | null },
): Promise<{ turn: Turn; mine: boolean } | null> {
  const assignment = (await turnAssignments(ctx, [id])).get(id);
  if (!assignment) return null;
  const reader = ctx.actor.id;
  const roles = assignment.people.get(reader) ?? new Set<Relation>();
  const dues = duesOfClock(assignment, on).filter((due) => mayKnowDue(due, reader, roles, assignment.facts.status));
  const own = dues.find((due) => due.people.includes(reader));
  const due = own ?? dues.find((one) => one.order < orders.own);
  return due ? { turn: turnOf(due, dues), mine: own !== undefined } : null;
}
/** Tells what is asked, of all who are waited for with it: each side of what several sides confirm. */
const turnOf = ({ who, ask, act, missing }: Due, dues: readonly Due[]): Turn => ({
  who: [...new Set([...who, ...dues.flatMap((one) => (one.ask === ask && sameAct(one.act, act) ? one.who : []))])],
  ask,
  act,
  missing: missing ?? null,
});
const lateAt = (row: TurnClock | null, now: Date): TurnDeadline | null =>
  row && { clock: row.clock, dueAt: row.dueAt, late: row.dueAt < now, notice: row.noticeUntil !== null };
