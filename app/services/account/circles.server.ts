import type { Circle } from "#app/domain/account/appointing.ts";
import { refuse } from "#app/domain/refusal.ts";
import { appointingCentres } from "#db/queries/centre/centres.server.ts";
import { organizationById } from "#db/queries/company/organizations.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Returns a centre as a circle in which roles are held. */
export const centreCircle = (id: string): Circle => ({ kind: "centre", id, centres: [id] });
/**
 * An organisation as a circle, with the centre through which it came in as far as this reader reaches. Refuses `not_found`.
 */
export async function organizationCircle({ db }: Inside, id: string) {
  const organization = (await organizationById(db, id)) ?? refuse("not_found");
  const circle: Circle = {
    kind: organization.kind === "institution" ? "institution" : "company",
    id,
    centres: await appointingCentres(db, id),
  };
  return { organization, circle };
}
