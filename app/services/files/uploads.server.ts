import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { addingLogged, mayAdd } from "#app/domain/workflow/editing-rights.ts";
import type { FileOwner, StoredFile } from "#app/domain/files/stored-file.ts";
import type { Relation } from "#app/domain/words.ts";
import { findObject, lockAssignment, type AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { storeFiles } from "./files.server.ts";
import { record } from "#app/services/log/record.server.ts";
import { assignmentTab, type AssignmentTab } from "#app/urls.ts";
import { ownersOf, requireVisibleAssignment, rolesOnChild } from "#app/services/workflow/objects.server.ts";

/** Tells where a file of this kind is shown, and so where its form leads back to; a kind without a place takes no upload. */
const tabOf: Partial<Record<FileOwner, AssignmentTab>> = {
  attachment: "overzicht",
  delivery: "oplevering",
  milestone: "voortgang",
  evidence: "implementatie",
};
const partIn = (part: string): FileOwner => (Object.hasOwn(tabOf, part) ? (part as FileOwner) : refuse("not_found"));
/** The status of the delivery or milestone a file is for, and what this person is to it; null when it is not one of this assignment. */
async function partFor(
  ctx: Inside,
  part: FileOwner,
  partId: string | null,
  { row, roles }: AssignmentContext & { roles: ReadonlySet<Relation> },
): Promise<{ partStatus: string | null; roles: ReadonlySet<string> }> {
  const none = { partStatus: null, roles };
  if (partId === null || (part !== "delivery" && part !== "milestone")) return none;
  const found = await findObject(ctx.db, part, partId);
  if (found?.assignmentId !== row.id) return none;
  return { partStatus: found.status, roles: rolesOnChild(ctx, roles, part, ownersOf(found)) };
}

/** Finds where somebody wants to add a file, once it is known that they may. */
async function openedPart(inside: Inside, assignmentId: string, part: string, partId: string | null) {
  const assignment = await requireVisibleAssignment(inside, assignmentId);
  const kind = partIn(part);
  const found = await partFor(inside, kind, partId, assignment);
  if (!mayAdd[kind]({ status: assignment.row.status, ...found })) refuse("wrong_status");
  return { assignment, kind, roles: found.roles, back: assignmentTab(assignmentId, tabOf[kind] ?? "overzicht") };
}
/**
 * Checks that this person may add a file here now; refuses `not_found`, or `wrong_status` when it is too late for it.
 */
export const openUpload = (ctx: Context | Inside, assignmentId: string, part: string, partId: string | null) =>
  inTransaction(ctx, async (inside) => {
    const { assignment, kind, back } = await openedPart(inside, assignmentId, part, partId);
    const { title, centreId } = assignment.row;
    return { heading: title, centreId, assignmentId, part: kind, back, key: inside.newId() };
  });
/** Adds files that lie in the store, and says so in the log where others judge by them. Without one it refuses beside the field. */
export const addFiles = (
  ctx: Context | Inside,
  assignmentId: string,
  part: string,
  partId: string | null,
  received: readonly StoredFile[],
) =>
  inTransaction(ctx, async (inside) => {
    // Whoever closes or drops it meanwhile is first, or waits.
    await lockAssignment(inside.db, assignmentId);
    const { assignment, kind, roles, back } = await openedPart(inside, assignmentId, part, partId);
    if (received.length === 0) refuseFields({ files: { code: "no_file" } });
    await storeFiles(inside, { assignmentId, part: kind, partId }, received);
    const logged = addingLogged[kind];
    if (logged)
      await record(inside, assignment, {
        object: kind === "milestone" ? "milestone" : "assignment",
        objectId: kind === "milestone" && partId !== null ? partId : assignmentId,
        move: logged.act,
        from: null,
        to: null,
        actingAs: logged.by.find((role) => roles.has(role)) ?? "anyone",
        answers: {},
        guards: [],
        notifies: [],
        agreementNumber: null,
        system: false,
      });
    return back;
  });
