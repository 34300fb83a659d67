import { canSee, rolesOn, type AccessScope } from "#app/domain/workflow/policy.ts";
import type { Recipient, Rule } from "#app/domain/workflow/machine.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import { isOfTheWork, rolesOnPart } from "#app/domain/workflow/roles-on-part.ts";
import { leftTeam } from "#db/queries/letters/recipients.server.ts";
import { refuse } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import type { Role, Relation } from "#app/domain/words.ts";
import {
  findAssignment,
  findObject,
  type AnyRow,
  type AssignmentContext,
  type RowOf,
} from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Gives what places people beside an assignment. */
export const accessScopeOf = ({
  row,
  projectManagerId,
  earlierInstitutions,
  lapsedInstitutions,
}: AssignmentContext): AccessScope => ({
  ...row,
  assignmentId: row.id,
  projectManagerId,
  earlierInstitutions,
  lapsedInstitutions,
});

/** Every relation the actor has to this assignment, the centre's switches included. */
export const rolesOnAssignment = (ctx: Inside, assignment: AssignmentContext): Set<Relation> =>
  rolesOn(ctx.actor, accessScopeOf(assignment), switchesOf(assignment.centre.switches));

/** Returns the assignment, whoever asks; refuses `not_found`. */
export const requireAssignment = async (ctx: Inside, id: string): Promise<AssignmentContext> =>
  (await findAssignment(ctx.db, id)) ?? refuse("not_found");

/** The company asked not to be named: for this assignment, or for all of its own. */
export const hidesCompany = ({ row, company }: AssignmentContext): boolean => row.hideCompany || company.hideName;

/** What you may not see does not exist: refuses `not_found`, never "forbidden" (docs/trust.md 3.1). */
export async function requireVisibleAssignment(
  ctx: Inside,
  id: string,
): Promise<AssignmentContext & { roles: Set<Relation> }> {
  const assignment = await requireAssignment(ctx, id);
  // Of an assignment that was kept long enough only figures are left (docs/domain.md 3.4).
  if (assignment.row.emptiedAt || !canSee(ctx.actor, accessScopeOf(assignment))) refuse("not_found");
  return { ...assignment, roles: rolesOnAssignment(ctx, assignment) };
}
/** Returns one row of any object, whoever asks; refuses `not_found`. */
export const requireObject = async <O extends ObjectName>(ctx: Inside, object: O, id: string): Promise<RowOf<O>> =>
  (await findObject(ctx.db, object, id)) ?? refuse("not_found");

type Owned = { leadId?: string | null; personId?: string | null };
/** Names whom a row is about, or whose claim it is; the columns that some objects have and others do not. */
export const ownersOf = (row: AnyRow): Owned => ({
  ...("leadId" in row ? { leadId: row.leadId } : {}),
  ...("personId" in row ? { personId: row.personId } : {}),
});
type Addressee = { personId: string; relation: Recipient };
const addressedAs = (relation: Recipient, ...ids: (string | null | undefined)[]): Addressee[] =>
  ids.flatMap((personId) => (personId ? [{ personId, relation }] : []));
type AddresseesOf = { [O in ObjectName]: (row: RowOf<O>, rule: Pick<Rule<string, string>, "notifies">) => Addressee[] };
/**
 * Names whom each part is about, who hear of its moves beside those whom the row names: a part without an answer does
 * not compile.
 */
const telling: AddresseesOf = {
  assignment: () => [],
  agreement: () => [],
  delivery: () => [],
  guarantee_case: () => [],
  // A claim's own lead hears of it; the assignment's lead is another person until one is chosen.
  claim: ({ leadId }, { notifies }) => (notifies.includes("claim_lead") ? addressedAs("claim_lead", leadId) : []),
  member: ({ personId, status }) => addressedAs(status === "invited" ? "invited_member" : "team", personId),
  milestone: ({ personId }) => addressedAs("anyone", personId),
  // Names whom it is with, and who raised it.
  flag: ({ personId, raisedBy }) => [...addressedAs("anyone", personId), ...addressedAs("team", raisedBy)],
  // A parent or guardian is asked by a link; an interest and a maker's yes are their own acts, and nobody else's to hear of.
  guardian_request: () => [],
  interest: () => [],
  showcase: () => [],
  showcase_consent: () => [],
};
type Moved = { rule: Pick<Rule<string, string>, "notifies">; assignmentId: string };
/**
 * Names who hears of a move because the row is about them, each once, and as what. Of a part of the work nobody does
 * who left the team that it was with, and whoever acts needs no letter.
 */
export async function aboutWhom<O extends ObjectName>(
  { db, actor }: Inside,
  object: O,
  row: AnyRow,
  { rule, assignmentId }: Moved,
): Promise<Addressee[]> {
  const addressed = (telling[object] as (row: AnyRow, rule: Moved["rule"]) => Addressee[])(row, rule);
  const gone = addressed.length > 0 && isOfTheWork(object) ? await leftTeam(db, assignmentId) : [];
  return addressed.filter(
    ({ personId }, at) =>
      personId !== actor.id &&
      addressed.findIndex((one) => one.personId === personId) === at &&
      !gone.includes(personId),
  );
}
/** Returns relations to a sub-object: those to its assignment, plus lead of this claim, or being the person the row is about. */
export const rolesOnChild = (
  ctx: Inside,
  roles: ReadonlySet<Relation>,
  object: ObjectName,
  row: Owned | null,
): ReadonlySet<Role> => rolesOnPart(object, object === "claim" ? row?.leadId : row?.personId, ctx.actor.id, roles);
