import { canSee, relationsOf, type Placed } from "#app/domain/workflow/policy.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import { refuse } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import type { Holder, Relation } from "#app/domain/words.ts";
import { findAssignment, findObject, type Opened, type RowOf } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";

/** What places people beside an assignment. */
export const placed = ({ row, projectManagerId }: Opened): Placed => ({ ...row, home: row.id, projectManagerId });

/** Every relation the actor has to this file, the centre's switches included. */
export const holdsOn = (ctx: Inside, opened: Opened): Set<Relation> =>
  relationsOf(ctx.actor, placed(opened), switchesOf(opened.centre.switches));

export const foundAssignment = async (ctx: Inside, id: string): Promise<Opened> =>
  (await findAssignment(ctx.db, id)) ?? refuse("not_found");

/** The company asked not to be named: for this file, or for all of its own. */
export const hidesCompany = ({ row, company }: Opened): boolean => row.hideCompany || company.hideName;

/** What you may not see does not exist: refuses `not_found`, never "forbidden" (TRUST.md §3). */
export async function seenAssignment(ctx: Inside, id: string): Promise<Opened & { holds: Set<Relation> }> {
  const opened = await foundAssignment(ctx, id);
  if (!canSee(ctx.actor, placed(opened))) refuse("not_found");
  return { ...opened, holds: holdsOn(ctx, opened) };
}
export const foundObject = async <O extends ObjectName>(ctx: Inside, object: O, id: string): Promise<RowOf<O>> =>
  (await findObject(ctx.db, object, id)) ?? refuse("not_found");

type Owned = { leadId?: string | null; personId?: string | null };
/** Relations to a sub-object: those to its file, plus lead of this claim, or being the person the row is about. */
export function holdsOnPart(
  ctx: Inside,
  holds: ReadonlySet<Relation>,
  object: ObjectName,
  row: Owned | null,
): Set<Holder> {
  const all = new Set<Holder>(holds);
  if (object === "claim" && row?.leadId === ctx.actor.id) all.add("claim_lead");
  else if (object === "claim") {
    all.delete("claim_lead");
    all.delete("project_manager");
  }
  if (row?.personId === ctx.actor.id && ctx.actor.id !== "") all.add("anyone");
  else if (object !== "guardian_request") all.delete("anyone");
  return all;
}
