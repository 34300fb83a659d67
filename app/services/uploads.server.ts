import { refuse, refuseFields } from "#app/domain/refusal.ts";
import type { FilePart, StoredFile } from "#app/domain/stored.ts";
import type { Holder } from "#app/domain/words.ts";
import { findObject } from "#db/queries/objects.server.ts";
import { mayEdit } from "./assignments.server.ts";
import { inTransaction, type Context, type Inside } from "./context.ts";
import { keepFiles } from "./files.server.ts";
import { seenAssignment } from "./objects.server.ts";

type Opened = Awaited<ReturnType<typeof seenAssignment>>;
const holdsAny = (opened: Opened, ...relations: Holder[]) => relations.some((r) => (opened.holds as ReadonlySet<string>).has(r));
/** Who may add a file to what, and when: the same people who may move that part (DOMAIN.md §6.4 delivery, milestone; §6.6 evidence). */
const adders: Partial<Record<FilePart, (ctx: Inside, opened: Opened, partId: string | null) => Promise<boolean>>> = {
  attachment: async (_, opened) => mayEdit(opened.row.status, opened.holds),
  delivery: async (ctx, opened, partId) => { const d = partId ? await findObject(ctx.db, "delivery", partId) : undefined; return d?.assignmentId === opened.row.id && (d.status === "draft" || d.status === "returned") && holdsAny(opened, "project_manager", "student_lead"); },
  milestone: async (ctx, opened, partId) => { const m = partId ? await findObject(ctx.db, "milestone", partId) : undefined; return m?.assignmentId === opened.row.id && holdsAny(opened, "project_manager", "student_lead"); },
  evidence: async (_, opened) => ["implementing", "implemented", "not_implemented", "anchoring", "closed"].includes(opened.row.status) && holdsAny(opened, "client_owner", "problem_owner"),
};
const tabOf: Partial<Record<FilePart, string>> = { attachment: "", delivery: "/oplevering", milestone: "/voortgang", evidence: "/implementatie" };
const partIn = (part: string): FilePart => (part in adders ? (part as FilePart) : refuse("not_found"));

/** Checks that this person may add a file here now; refuses `not_found`, or `wrong_status` when it is too late for it. */
export const openUpload = (ctx: Context | Inside, assignmentId: string, part: string, partId: string | null) => inTransaction(ctx, async (inside) => {
  const opened = await seenAssignment(inside, assignmentId);
  if (!(await adders[partIn(part)]?.(inside, opened, partId))) refuse("wrong_status");
  return { heading: opened.row.title, assignmentId, part: partIn(part), back: `/vraagstukken/${assignmentId}${tabOf[partIn(part)] ?? ""}`, key: inside.newId() };
});
/** Adds files that lie in the store. Without one it refuses beside the field. */
export const addFiles = (ctx: Context | Inside, assignmentId: string, part: string, partId: string | null, stored: readonly StoredFile[]) => inTransaction(ctx, async (inside) => {
  const { back } = await openUpload(inside, assignmentId, part, partId);
  if (stored.length === 0) refuseFields({ files: { code: "required" } });
  await keepFiles(inside, { assignmentId, part: partIn(part), partId }, stored);
  return back;
});
