import { mayKnow, mayKnowWho } from "#app/domain/workflow/log-readers.ts";
import { isHalf } from "#app/domain/workflow/machine.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { newestEvents } from "#db/queries/workflow/events.server.ts";
import { studentsEver } from "#db/queries/team/seats.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { rolesOnAssignment } from "./objects.server.ts";

/**
 * The loser of a race is told who did what, and when (docs/trust.md 4.2), as far as the log tells this person: the newest
 * act that they may know of, without a name where they may not know who did it.
 */
export async function someoneWasFirst(
  ctx: Inside,
  assignment: AssignmentContext,
  why: "stale" | "wrong_status" = "stale",
): Promise<never> {
  const reader = {
    id: ctx.actor.id,
    roles: rolesOnAssignment(ctx, assignment),
    status: assignment.row.status,
  };
  const newest = await newestEvents(ctx.db, assignment.row.id);
  const last = newest.find(({ event }) => mayKnow(event, reader));
  if (!last) throw new Refusal(why, [], {}, null);
  const named = mayKnowWho(last.event, reader, await studentsEver(ctx.db, assignment.row.id));
  throw new Refusal(why, [], {}, firstOf(named ? last : { ...last, actor: "" }, ctx.actor.id));
}
const firstOf = ({ event, actor }: Awaited<ReturnType<typeof newestEvents>>[number], reader: string) => ({
  name: event.actorId === reader ? "" : (actor ?? ""),
  move: event.move,
  half: isHalf(event),
  at: event.at.toISOString(),
});
