import { assignmentProcess, exits, reinstatingMove, type AssignmentMove } from "#app/domain/assignment/process.ts";
import { reinstatable } from "#app/domain/assignment/guards.ts";
import { authorOf, type Author } from "#app/domain/log/readers.ts";
import { rowOf } from "#app/domain/workflow/processes.ts";
import { answersShown } from "#app/domain/workflow/shown.ts";
import { isOver, may } from "#app/domain/workflow/visibility.ts";
import { assignmentStatuses, type AssignmentStatus, type Relation } from "#app/domain/words.ts";
import { lastInto, type Event } from "#db/queries/log/events.server.ts";
import { studentsEver } from "#db/queries/team/seats.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { reasonOf } from "./reason-of.ts";

/**
 * Says how an assignment ended before the end of its line: how far it was, and for its own people who ended it, why, and
 * how it can go on. `until`: the last day on which it can be brought back.
 */
export type Ending = {
  reached: AssignmentStatus;
  at: Date;
  cause: (Author & { reason: string | null; comment: string }) | null;
  back: AssignmentMove | null;
  until: Date | null;
  /** The reader is who brings it back. */
  mayBringBack: boolean;
  /** Whoever could ask the same again may start a new question. */
  mayAskAgain: boolean;
};
const bringers = (move: AssignmentMove): readonly string[] => assignmentProcess.moves[move].by;
const askers: readonly Relation[] = ["client_owner", "problem_owner", "business_developer"];

/** Returns the ending of an assignment that left its line, read from its log; null for one that did not. */
export async function endingOf(
  ctx: Inside,
  { row, roles }: AssignmentContext & { roles: ReadonlySet<Relation> },
): Promise<Ending | null> {
  if (!(exits as readonly AssignmentStatus[]).includes(row.status)) return null;
  const last = await lastInto(ctx.db, row.id, row.status);
  const reached = assignmentStatuses.find((status) => status === last?.event.fromStatus) ?? "draft";
  const back = reinstatingMove(row.status);
  return {
    reached,
    at: last?.event.at ?? row.enteredAt,
    cause: last ? await causeOf(ctx, { row, roles }, last) : null,
    back,
    until: back ? reinstatable(row.enteredAt) : null,
    mayBringBack: back !== null && bringers(back).some((role) => roles.has(role as Relation)),
    mayAskAgain: askers.some((relation) => roles.has(relation)),
  };
}

type Of = Pick<AssignmentContext, "row"> & { roles: ReadonlySet<Relation> };
/** Tells who ended it and why: for who reads the log, and for who reads in another section what was answered (`shows`). */
async function causeOf(
  ctx: Inside,
  { row, roles }: Of,
  { event, actor }: { event: Event; actor: string | null },
): Promise<Ending["cause"]> {
  const { status } = row;
  const own = event.actorId !== null && event.actorId === ctx.actor.id;
  const rule = rowOf(event.object, event.move);
  const shown = rule ? answersShown(rule, event.answers, event.actingAs, { roles, own, subject: false }) : {};
  const readsElsewhere = Object.keys(shown).length > 0 && !isOver(status, roles);
  if (!may("log", roles) && !readsElsewhere) return null;
  const students = await studentsEver(ctx.db, row.id);
  return { ...authorOf(event, actor, { id: ctx.actor.id, roles, status }, students), ...reasonOf(event, shown) };
}
