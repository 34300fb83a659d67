import { isBySystem, mayKnow, mayKnowWho } from "#app/domain/log/readers.ts";
import { isHalfConfirmed } from "#app/domain/workflow/machine.ts";
import { rowOf } from "#app/domain/workflow/processes.ts";
import { Refusal, type First } from "#app/domain/refusal.ts";
import { newestEvents } from "#db/queries/log/events.server.ts";
import { studentsEver } from "#db/queries/team/seats.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { heardLines } from "#app/services/disputes/heard.server.ts";
import { rolesOnAssignment } from "./objects.server.ts";

/** Names what somebody came for: a move on an assignment, or on a part of it. */
type Wanted = { id: string; name: string };
type Line = Awaited<ReturnType<typeof newestEvents>>[number];
/** Tells whether this was done to the row somebody came for, so that they are in time no more: what a clock says changes nothing. */
const outruns = ({ event }: Line, why: "stale" | "wrong_status", { id, name }: Wanted) => {
  if (event.objectId !== id) return false;
  if (why === "stale") return rowOf(event.object, event.move) !== undefined;
  return (
    event.move === name || event.fromStatus !== event.toStatus || rowOf(event.object, event.move)?.sets !== undefined
  );
};

/**
 * The loser of a race is told who did what, and when (docs/trust.md 4.2), as far as the log tells this person: without a
 * name where they may not know who did it. Of what they came for, what changed it last; else the newest act they may know of.
 */
export async function someoneWasFirst(
  ctx: Inside,
  assignment: AssignmentContext,
  why: "stale" | "wrong_status" = "stale",
  wanted?: Wanted,
): Promise<never> {
  const known = await knownLines(ctx, assignment);
  const about = wanted && known.find((line) => outruns(line, why, wanted));
  throw await conflictOf(ctx, assignment, why, about ?? known[0]);
}
/**
 * Whose move it is no more because it was done, or because what they were asked is another's now, hears that rather than that
 * there is no such page. `named`: the row names what they are or were. Returns where it never was theirs.
 */
export async function refuseIfDone(
  ctx: Inside,
  assignment: AssignmentContext,
  { id, name, named, inTime }: Wanted & { named: boolean; inTime: boolean },
): Promise<void> {
  const here = (await knownLines(ctx, assignment)).filter(({ event }) => event.objectId === id);
  const done = inTime ? undefined : here.find(({ event }) => event.move === name);
  const own = here.some(({ event }) => event.move === name && event.actorId === ctx.actor.id);
  // A part is somebody's; of the assignment itself many are named for much.
  const asked =
    id !== assignment.row.id && here.some(({ event }) => Object.values(event.answers).includes(ctx.actor.id));
  const line = done && (named || own) ? done : asked ? here[0] : undefined;
  if (line) throw await conflictOf(ctx, assignment, "wrong_status", line);
}

const readerOf = (ctx: Inside, assignment: AssignmentContext) => ({
  id: ctx.actor.id,
  roles: rolesOnAssignment(ctx, assignment),
  status: assignment.row.status,
});
/** Lists what this person may know was done, the newest first. */
async function knownLines(ctx: Inside, assignment: AssignmentContext): Promise<Line[]> {
  const roles = rolesOnAssignment(ctx, assignment);
  const heard = await heardLines(ctx, assignment, roles);
  const reader = { ...readerOf(ctx, assignment), ...(heard ? { heard } : {}) };
  return (await newestEvents(ctx.db, assignment.row.id)).filter(({ event }) => mayKnow(event, reader));
}
async function conflictOf(ctx: Inside, assignment: AssignmentContext, why: "stale" | "wrong_status", line?: Line) {
  if (!line) return new Refusal(why, [], {}, null);
  const named = mayKnowWho(line.event, readerOf(ctx, assignment), await studentsEver(ctx.db, assignment.row.id));
  return new Refusal(why, [], {}, firstOf(named ? line : { ...line, actor: "" }, ctx.actor.id));
}
const firstOf = ({ event, actor }: Line, reader: string): First => ({
  ...whoDid({ ...event, name: actor, at: event.at, system: isBySystem(event) }, reader),
  half: isHalfConfirmed(event),
});
type Done = {
  actorId: string | null;
  name: string | null;
  move: string;
  at: Date;
  assignmentId: string;
  system: boolean;
};
/** Tells who did something and when, for this reader, of what a row says by itself: a question keeps who answered it. */
export const whoDid = ({ actorId, name, move, at, assignmentId, system }: Done, reader: string): First => ({
  name: actorId !== null && actorId === reader ? "" : (name ?? ""),
  by: system ? "system" : actorId !== null && actorId === reader ? "reader" : "person",
  move,
  half: false,
  at: at.toISOString(),
  assignment: assignmentId,
});
