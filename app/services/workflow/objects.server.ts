import { canSee, rolesOn, type AccessScope } from "#app/domain/workflow/policy.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import { rolesOnPart } from "#app/domain/workflow/roles-on-part.ts";
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

/** What places people beside an assignment. */
export const accessScopeOf = ({ row, projectManagerId }: AssignmentContext): AccessScope => ({
  ...row,
  assignmentId: row.id,
  projectManagerId,
});

/** Every relation the actor has to this assignment, the centre's switches included. */
export const rolesOnAssignment = (ctx: Inside, assignment: AssignmentContext): Set<Relation> =>
  rolesOn(ctx.actor, accessScopeOf(assignment), switchesOf(assignment.centre.switches));

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
export const requireObject = async <O extends ObjectName>(ctx: Inside, object: O, id: string): Promise<RowOf<O>> =>
  (await findObject(ctx.db, object, id)) ?? refuse("not_found");

type Owned = { leadId?: string | null; personId?: string | null };
/** Whom a row is about, or whose claim it is; the columns that some objects have and others do not. */
export const ownersOf = (row: AnyRow): Owned => ({
  ...("leadId" in row ? { leadId: row.leadId } : {}),
  ...("personId" in row ? { personId: row.personId } : {}),
});
/** Who hears of a flag beside those its row names: whom it is with, and who raised it. */
export const concernedBy = (row: AnyRow): (string | null)[] =>
  "raisedBy" in row ? [...new Set([row.personId, row.raisedBy])] : [];
/** Relations to a sub-object: those to its assignment, plus lead of this claim, or being the person the row is about. */
export const rolesOnChild = (
  ctx: Inside,
  roles: ReadonlySet<Relation>,
  object: ObjectName,
  row: Owned | null,
): Set<Role> => rolesOnPart(object, object === "claim" ? row?.leadId : row?.personId, ctx.actor.id, roles);
