import { needsGuardian, type ShowcaseFacts } from "#app/domain/showcase/showcase.ts";
import type { Gathered } from "#db/queries/workflow/facts.server.ts";
import type { AnyRow, AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import { consentsOn, makersIn, showcaseOf } from "#db/queries/showcase/showcases.server.ts";
import type { Inside } from "#app/services/context.ts";
import { ownersOf } from "#app/services/workflow/objects.server.ts";

/** Gathers what the guards of a result and of one maker's consent read. `row` is the moved one, null for a new one. */
export async function showcaseFacts(
  ctx: Inside,
  { assignment: { row: a }, row, gathered }: { assignment: AssignmentContext; row: AnyRow | null; gathered: Gathered },
): Promise<ShowcaseFacts> {
  const personId = (row && ownersOf(row).personId) ?? null;
  const [showcase, makers, consents] = await Promise.all([
    showcaseOf(ctx.db, a.id),
    makersIn(ctx.db, a.id),
    consentsOn(ctx.db, a.id),
  ]);
  const given = new Set(consents.filter((c) => c.status === "given").map((c) => c.personId));
  const maker = makers.find((m) => m.id === personId);
  return {
    status: row?.status ?? "new",
    obligation: a.obligation,
    onHold: a.onHold,
    disputed: a.disputed,
    assignmentStatus: a.status,
    confidentiality: a.confidentiality,
    inUse: (gathered.implementation?.degree ?? "none") !== "none",
    exists: showcase !== undefined,
    showcaseStatus: showcase?.status ?? null,
    companyAgreed: showcase?.companyConsentAt != null,
    makers: makers.length,
    agreed: makers.filter((m) => given.has(m.id)).length,
    isSelf: personId === null || personId === ctx.actor.id,
    minor: maker !== undefined && needsGuardian(maker),
  };
}
