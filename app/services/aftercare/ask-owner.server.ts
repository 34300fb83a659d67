import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import { implementationOf, insertObservation } from "#db/queries/aftercare/implementations.server.ts";
import type { Inside } from "#app/services/context.ts";
import { sendLink } from "#app/services/letters/link-letters.server.ts";
import { urls } from "#app/urls.ts";

/**
 * Asks the owner of the solution how it stands, by a link that works for two months (docs/domain.md 6.5). Without an
 * address nobody is asked.
 */
export async function sendOwnerLink(ctx: Inside, { row }: AssignmentContext, month: number): Promise<void> {
  const implementation = await implementationOf(ctx.db, row.id);
  if (!implementation?.ownerEmail) return;
  await sendLink(
    ctx,
    { assignmentId: row.id, centreId: row.centreId, organizationId: row.organizationId },
    {
      about: "implementation",
      email: implementation.ownerEmail,
      name: implementation.owner,
      path: urls.aftercare.implementationCheck,
      payload: { assignment: row.id, month: String(month) },
      days: 60,
      relation: "problem_owner",
    },
  );
}

/** The time for a check is over: that nobody answered is a finding too (docs/domain.md 6.5). */
export const keepUnanswered = (ctx: Inside, { row }: AssignmentContext, month: number) =>
  insertObservation(ctx.db, {
    id: ctx.newId(),
    assignmentId: row.id,
    centreId: row.centreId,
    organizationId: row.organizationId,
    month,
    degree: "unanswered",
    byId: null,
    at: ctx.now(),
  });
