import { nobody, rolesInCentre, type Actor } from "#app/domain/workflow/policy.ts";
import { centreRoles } from "#app/domain/words.ts";
import { planners } from "./process.ts";

/** Tells whether somebody makes the plans of this centre: with one of the roles that the table of rounds asks for. */
export const mayMatch = (actor: Actor, centreId: string): boolean => {
  const roles = rolesInCentre(actor, centreId);
  return planners.some((role) => roles.has(role));
};
type Place = { id: string; centreId: string; organizationId: string };
/**
 * Tells whether somebody reads in which rounds a team is sought for an assignment: its company, who plans, and who takes
 * part.
 */
export const readsRoundsOf = (actor: Actor, { id, centreId, organizationId }: Place): boolean =>
  actor.memberships.some((held) => held.organizationId === organizationId) ||
  mayMatch(actor, centreId) ||
  actor.inRounds?.includes(id) === true;
/** Holds the roles in a centre that let somebody make its plans. */
export const matcherRoles = centreRoles.filter((role) =>
  mayMatch({ ...nobody, memberships: [{ centreId: "-", organizationId: null, role }] }, "-"),
);
