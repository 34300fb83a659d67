import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { fileQuota, type FileOwner, type StoredFile } from "#app/domain/files/stored-file.ts";
import { bytesOf, findFile, insertFile } from "#db/queries/files/files.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { readsFile } from "./readable.server.ts";
import { requireAssignment, requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";

type FileOrigin = {
  assignmentId: string;
  part: FileOwner;
  partId: string | null;
  received: StoredFile;
  name?: string;
};

/**
 * Writes down a file that lies in the store, in the command's own transaction; answers its id. The caller has checked
 * who may add here. Refuses `file_quota` beside the field when the person keeps more than 500 MB.
 */
async function storeFile(
  ctx: Inside,
  { assignmentId, part, partId, received, name = received.name }: FileOrigin,
): Promise<string> {
  const { row } = await requireAssignment(ctx, assignmentId);
  if ((await bytesOf(ctx.db, ctx.actor.id)) + received.size > fileQuota)
    refuseFields({ files: { code: "file_quota", limit: fileQuota } });
  const id = ctx.newId();
  await insertFile(ctx.db, {
    id,
    assignmentId,
    centreId: row.centreId,
    organizationId: row.organizationId,
    part,
    partId,
    name,
    type: received.type,
    size: received.size,
    sha256: received.sha256,
    storageKey: received.key,
    findings: received.findings,
    byId: ctx.actor.id,
    at: ctx.now(),
  });
  return id;
}
/** Keeps several at once, in order. */
export async function storeFiles(
  ctx: Inside,
  at: Omit<FileOrigin, "received" | "name">,
  received: readonly StoredFile[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const each of received) ids.push(await storeFile(ctx, { ...at, received: each }));
  return ids;
}

/** Returns what the download needs. Whoever may not read it gets `not_found`, and so does everybody for a file that was removed. */
export const readFile = (ctx: Context, fileId: string) =>
  inTransaction(ctx, async (inside) => {
    const found = (await findFile(inside.db, fileId)) ?? refuse("not_found");
    const { file } = found;
    if (!readsFile(inside, await requireVisibleAssignment(inside, file.assignmentId), found)) refuse("not_found");
    return { name: file.name, type: file.type, size: file.size, storageKey: file.storageKey };
  });
