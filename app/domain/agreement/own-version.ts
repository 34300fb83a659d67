import { placesOf, rolesOn, type AccessScope, type Actor } from "#app/domain/workflow/policy.ts";
import { openVersion, type Relation } from "#app/domain/words.ts";

/** Who has to do with every version, also once another school's team took over: the client, who steers, and who decides. */
const ofEvery: readonly Relation[] = [
  "client_owner",
  "problem_owner",
  "company_signatory",
  "business_developer",
  "coordinator",
  "dispute_board",
];
/** Of which school a version is, and its state where it may still be talked about or in force; without one it is past. */
type OfSchool = { institutionId?: string | null; status?: string | null };
type Place = Omit<AccessScope, "assignmentId"> & { id: string };
/** A version that is talked about or in force is of the school at work now. */
const ofNow: readonly string[] = [...openVersion, "signed"];
/**
 * Whether this person reads a version and its money: people of a school do so for their own school's versions alone
 * (docs/domain.md 3.2), and the client's side for all.
 */
export function readsVersion(actor: Actor, row: Place, { institutionId, status }: OfSchool): boolean {
  if (ofNow.includes(status ?? "") || (institutionId != null && institutionId === row.institutionId)) return true;
  const roles = rolesOn(actor, { ...row, assignmentId: row.id });
  return ofEvery.some((one) => roles.has(one)) || placesOf(actor, "finance").organizations.includes(row.organizationId);
}
