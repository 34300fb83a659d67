import { offeredMoves, type Offer } from "#app/domain/workflow/machine.ts";
import { machineOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import type { AnyRow } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { ownersOf, rolesOnChild } from "./objects.server.ts";
import type { OpenAssignment } from "#app/services/assignment/frame.server.ts";
import { childFacts } from "./child-facts.server.ts";

type ChildOffer = { name: string; rank: Offer["rank"]; hasForm: boolean };
/** Lists what the actor may do with one part (a claim, a milestone, …): moves without a guard in the way. */
export async function childOffers(
  inside: Inside,
  open: OpenAssignment,
  object: ObjectName,
  row: AnyRow | null,
): Promise<ChildOffer[]> {
  const machine = machineOf(object);
  const own = row ? ownersOf(row) : { personId: inside.actor.id };
  const facts = await childFacts(inside, object, {
    assignment: open.assignment,
    row,
    answers: {},
    whole: open,
  });
  return offeredMoves(machine, facts, rolesOnChild(inside, open.roles, object, own))
    .filter((o) => o.missing.length === 0)
    .map(({ name, rank, hasForm }) => ({ name, rank, hasForm }));
}
