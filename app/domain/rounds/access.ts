import { nobody, rolesInCentre, type Actor } from "#app/domain/workflow/policy.ts";
import { centreRoles } from "#app/domain/words.ts";
import { planners } from "./process.ts";

/** Whether somebody makes the plans of this centre: with one of the roles that the table of rounds asks for. */
export const mayMatch = (actor: Actor, centreId: string): boolean => {
  const roles = rolesInCentre(actor, centreId);
  return planners.some((role) => roles.has(role));
};
/** The roles in a centre that let somebody make its plans. */
export const matcherRoles = centreRoles.filter((role) =>
  mayMatch({ ...nobody, memberships: [{ centreId: "-", organizationId: null, role }] }, "-"),
);
