import { resource } from "#app/platform/guard/guard.server.ts";
import { download } from "#app/platform/guard/files.server.ts";
import { readFile } from "#app/services/files/files.server.ts";
import { idIn } from "#app/services/ids.ts";

/** Gives a file, as a download, for whoever may read what it belongs to. */
export const loader = resource(async ({ ctx, params }) => download(await readFile(ctx, idIn(params.fileId))));
