import type { Relation, Role } from "#app/domain/words.ts";
import type { ObjectName } from "./processes.ts";
import { isOfWork } from "./visibility.ts";

/** Parts of the work: they are with somebody only as long as that person has to do with it. */
export const isOfTheWork = (object: ObjectName): boolean => object === "milestone" || object === "flag";

/**
 * Tells what somebody is to a part of an assignment: what they are to the assignment, but that a claim is its own
 * lead's and no rival's, and that only whom a part is about is `anyone` to it: of a milestone or an obstacle, as long
 * as they have to do with the work. `whose` is that person or that lead; null where it is nobody's.
 */
export function rolesOnPart(
  object: ObjectName,
  whose: string | null | undefined,
  person: string,
  roles: ReadonlySet<Relation>,
): ReadonlySet<Role> {
  const own = person !== "" && whose === person && (!isOfTheWork(object) || isOfWork(roles));
  if (object !== "claim" && own === roles.has("anyone")) return roles;
  const all = new Set<Role>(roles);
  all.delete("anyone");
  if (object === "claim" && own) all.add("claim_lead");
  else if (object === "claim") {
    all.delete("claim_lead");
    all.delete("project_manager");
  } else if (own) all.add("anyone");
  return all;
}
