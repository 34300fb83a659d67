import { readsVersion } from "#app/domain/agreement/own-version.ts";
import type { FileOwner } from "#app/domain/files/stored-file.ts";
import { mayReadFiles } from "#app/domain/workflow/file-readers.ts";
import { textFor } from "#app/domain/workflow/visibility.ts";
import { filesWithOrigin, type FileWithOrigin } from "#db/queries/files/files.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";

type Visible = Pick<Awaited<ReturnType<typeof requireVisibleAssignment>>, "row" | "roles">;
/**
 * Tells whether this person opens a file of an assignment they see: asked for the download and for every list that names
 * it.
 */
export const readsFile = (
  { actor }: Inside,
  { row, roles }: Visible,
  { file, releasedAt, version }: Pick<FileWithOrigin, "file" | "releasedAt" | "version">,
): boolean =>
  mayReadFiles(file.part, {
    released: releasedAt !== null,
    ofOwnVersion: version === null || readsVersion(actor, row, version),
    text: textFor(row.confidentiality, roles),
    roles,
  });
/**
 * Returns the files of these parts of an assignment that this person may open, the oldest first. To who may not open
 * a file it has no name either, so every list of files comes from here (`tests/services/files/listed.test.ts`).
 */
export const readableFiles = async (inside: Inside, assignment: Visible, part: FileOwner) =>
  (await filesWithOrigin(inside.db, assignment.row.id, part))
    .filter((found) => readsFile(inside, assignment, found))
    .map(({ file: { id, partId, name, size, type, findings } }) => ({ id, partId, name, size, type, findings }));
/** This is a file as it stands on a list. */
export type ReadableFile = Awaited<ReturnType<typeof readableFiles>>[number];
