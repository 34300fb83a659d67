import { placesOf, rolesOn, type AccessScope, type Actor } from "#app/domain/workflow/policy.ts";
import { isOfNow } from "#app/domain/workflow/visibility.ts";
import { openVersion, type Relation } from "#app/domain/words.ts";

/** Names who has to do with every version, also once another school's team took over: the client, who steers, and who decides. */
const ofEvery: readonly Relation[] = [
  "client_owner",
  "problem_owner",
  "company_signatory",
  "business_developer",
  "coordinator",
  "dispute_board",
];
/** Tells of which school a version is, and its status where it may still be talked about or in force; without one it is past. */
type OfSchool = { institutionId?: string | null; status?: string | null };
export type Place = Omit<AccessScope, "assignmentId"> & { id: string };
/** A version that is talked about or in force is of the school at work now. */
const ofNow: readonly string[] = [...openVersion, "signed"];
/**
 * Tells whether this person reads a version and its money: people of a school do so for their own school's versions alone
 * (docs/domain.md 3.2), the client's side for all. Who does the money of a school or signs for it goes on reading what was
 * agreed with its team once that left, and nothing of the next.
 */
export function readsVersion(actor: Actor, row: Place, { institutionId, status }: OfSchool): boolean {
  const roles = rolesOn(actor, { ...row, assignmentId: row.id });
  const isOfTheirs = institutionId != null && institutionId === row.institutionId;
  if (isOfNow(roles) && (ofNow.includes(status ?? "") || isOfTheirs)) return true;
  const financed = placesOf(actor, "finance").organizations;
  const signed = placesOf(actor, "institution_signatory").organizations;
  return (
    ofEvery.some((one) => roles.has(one)) ||
    [row.organizationId, institutionId].some((id) => isOneOf(financed, id)) ||
    isOneOf(signed, institutionId)
  );
}
/**
 * Tells which side of what is agreed now somebody is on: who invoices it, who pays it. The coordinator does both
 * where nobody else can.
 */
export function moneySides(actor: Actor, row: Place): { invoices: boolean; pays: boolean } {
  const roles = rolesOn(actor, { ...row, assignmentId: row.id });
  const financed = placesOf(actor, "finance").organizations;
  const steers = roles.has("coordinator");
  return {
    invoices: steers || isOneOf(financed, row.institutionId),
    pays: steers || roles.has("client_owner") || isOneOf(financed, row.organizationId),
  };
}
const isOneOf = (ids: readonly string[], id: string | null | undefined) => id != null && ids.includes(id);
/** Tells whether this person has to do with what is agreed now, and so with what is to be paid of it. */
export const readsNow = (actor: Actor, row: Place): boolean =>
  isOfNow(rolesOn(actor, { ...row, assignmentId: row.id }));
