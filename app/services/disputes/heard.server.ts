import { disputeMoves, disputesIn, heardBy, readsHeardOnly } from "#app/domain/disputes/readers.ts";
import { eventsOfMoves } from "#db/queries/assignment/entries.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";

/**
 * Returns the lines of disputes that lay with the steering group while this reader sat in it, where they read of no
 * other dispute; undefined for who reads all of them, or none.
 */
export async function heardLines(
  { db, actor }: Inside,
  { row }: AssignmentContext,
  roles: ReadonlySet<string>,
): Promise<ReadonlySet<string> | undefined> {
  if (!readsHeardOnly(roles)) return undefined;
  const lines = (await eventsOfMoves(db, row.id, disputeMoves)).map(({ event }) => event);
  const heard = disputesIn(lines).filter((dispute) => heardBy(dispute, actor, row.centreId));
  return new Set(heard.flatMap((dispute) => dispute.lines.map(({ id }) => id)));
}
