import { rolesInCentre, type Actor } from "#app/domain/workflow/policy.ts";
import { planners } from "./process.ts";

/** Whether somebody makes the plans of this centre: with one of the roles that the table of rounds asks for. */
export const mayMatch = (actor: Actor, centreId: string): boolean => {
  const roles = rolesInCentre(actor, centreId);
  return planners.some((role) => roles.has(role));
};
