import { isReserve } from "#app/domain/claims/process.ts";
import { rolesOn, type Actor } from "#app/domain/workflow/policy.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import type { Words } from "#app/i18n/words.ts";
import { claimsWithNames } from "#db/queries/claims/claims.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { accessScopeOf } from "#app/services/workflow/objects.server.ts";

/**
 * Tells what a choice means for this reader: whose claim it was, for whoever may read the claims and for its own
 * lead; and that a claim of theirs that was not chosen is kept.
 */
export async function choiceLines(
  { db }: Inside,
  assignment: AssignmentContext,
  chosenId: string,
  { letters }: Words,
  reader: Actor,
): Promise<string[]> {
  const claims = await claimsWithNames(db, assignment.row.id);
  const chosen = claims.find(({ claim }) => claim.id === chosenId);
  const readsAll = may("claims", rolesOn(reader, accessScopeOf(assignment)));
  const named = chosen && (readsAll || chosen.claim.leadId === reader.id);
  const waits = claims.some(
    ({ claim }) => claim.leadId === reader.id && isReserve(claim.status, assignment.row.status),
  );
  return [...(named ? [`${letters.chosen}: ${chosen.community}`] : []), ...(waits ? [letters.reserve] : [])];
}
