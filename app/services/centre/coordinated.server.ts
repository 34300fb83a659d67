import { refuse } from "#app/domain/refusal.ts";
import { centreBySlug } from "#db/queries/centre/centres.server.ts";
import type { Inside } from "#app/services/context.ts";

/**
 * Returns the centre at this address, for whoever coordinates it, or where `or` lets somebody else in. Refuses
 * `not_found` to everybody else, whether it is there or not.
 */
export async function coordinatedCentre({ db, actor }: Inside, slug: string, { or = false }: { or?: boolean } = {}) {
  const centre = (await centreBySlug(db, slug)) ?? refuse("not_found");
  const own = actor.memberships.some((m) => m.role === "coordinator" && m.centreId === centre.id);
  return own || or ? centre : refuse("not_found");
}
