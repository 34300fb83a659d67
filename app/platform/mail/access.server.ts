import { canSee, type Actor } from "#app/domain/workflow/policy.ts";
import { rowOf } from "#app/domain/workflow/processes.ts";
import { leftSeat } from "#app/domain/words.ts";
import { interestedIn } from "#db/queries/letters/recipients.server.ts";
import type { OwedLetter } from "#db/queries/letters/letters.server.ts";
import { eventWithActor } from "#db/queries/log/events.server.ts";
import { ownSeats } from "#db/queries/team/seats.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { accessScopeOf } from "#app/services/workflow/objects.server.ts";

/** Tells by which right somebody still gets this letter, or null when they have none any more. */
export async function accessOf(ctx: Inside, owed: OwedLetter, assignment: AssignmentContext, actor: Actor) {
  const seen = canSee(actor, accessScopeOf(assignment));
  const seat = seen ? undefined : (await ownSeats(ctx.db, assignment.row.id, actor.id))[0];
  // Whoever left the team may still know that the work is used; the page stays closed.
  const former = owed.relation === "team_ever";
  const maker = owed.relation === "makers";
  // Whoever claimed hears how the claim ended, also once the assignment is closed to them.
  const claimant = owed.relation === "claim_lead" && actor.leads.includes(assignment.row.id);
  const known = seen || seat || former || maker || claimant;
  if (!known && !(await wasPutOut(ctx, owed)) && !(await isWaiting(ctx, owed))) return null;
  // A maker's path is a page of their own, behind their login; any other lets in who holds it.
  return { seen, seat, maker, personal: !maker && Boolean(owed.data.path) };
}
/** Tells whether its reader waits for this question: who showed interest hears what becomes of it, also once it is closed to them. */
const isWaiting = async ({ db }: Inside, { assignmentId, personId, relation }: OwedLetter): Promise<boolean> =>
  (relation === "interested" || relation === "interested_members") &&
  (await interestedIn(db, assignmentId)).some((id) => id === personId);
/**
 * Tells whether this letter is the one that says its reader has no place in the team any more. Who never joined has nothing left
 * to open.
 */
async function wasPutOut(ctx: Inside, { eventId, relation }: OwedLetter): Promise<boolean> {
  const event = eventId ? (await eventWithActor(ctx.db, eventId))?.event : undefined;
  if (!event || !(relation === "team" || relation === "invited_member")) return false;
  const left = event.object === "member" && (leftSeat as readonly string[]).includes(event.toStatus ?? "");
  return left || rowOf(event.object, event.move)?.then?.includes("team.dismiss") === true;
}
