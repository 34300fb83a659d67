import type { Option } from "#app/domain/fields/fields.ts";
import { flagKindRows } from "#app/domain/work/flags.ts";
import type { Recipient } from "#app/domain/workflow/machine.ts";
import type { FlagKind } from "#app/domain/words.ts";
import { namesOf } from "#db/queries/market/questions.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import { recipients } from "#app/services/letters/recipients.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Names who can be asked to take an obstacle away: people of both sides who answer for the assignment, never a student. */
const removers: readonly Recipient[] = [
  "client_owner",
  "problem_owner",
  "project_manager",
  "team_teacher",
  "business_developer",
  "coordinator",
];
/** The people an obstacle can be given to, each once, the company's contact person first. */
export async function flagOwners(ctx: Inside, assignment: AssignmentContext): Promise<Option[]> {
  const contact = contactOf(assignment);
  const found = new Map(
    (await recipients(ctx, assignment, removers, null)).map(({ personId, relation }) => [personId, relation]),
  );
  const ids = [...new Set([contact, ...found.keys()])];
  const names = await namesOf(ctx.db, ids);
  return ids.flatMap((id) =>
    names.has(id) ? [{ id, label: names.get(id) ?? "", relation: found.get(id) ?? "client_owner" }] : [],
  );
}
const contactOf = ({ row }: AssignmentContext) => row.contactId ?? row.submittedBy;

/** Names whom a flag of this kind is with when nobody is named; the coordinator where that place is empty. */
export async function ownerFor(ctx: Inside, assignment: AssignmentContext, kind: FlagKind): Promise<string | null> {
  const { owner } = flagKindRows[kind];
  if (owner === "client_owner") return contactOf(assignment);
  return (await recipients(ctx, assignment, [owner, "coordinator"], null))[0]?.personId ?? null;
}
