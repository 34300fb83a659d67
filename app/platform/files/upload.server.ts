import { Readable } from "node:stream";
import { join } from "node:path";
import { openFiles, type FileStore } from "./receive.server.ts";
import { asDownload } from "./name.ts";
import { formOf, type PostedForm, type Received } from "#app/platform/http/form.server.ts";
import { env } from "#app/platform/runtime/runtime.server.ts";
import { refuse } from "#app/domain/refusal.ts";

let assignment: FileStore | undefined;
/** The file store of this server, under `DATA_DIR`. */
export const store = (): FileStore => (assignment ??= openFiles(join(env().dataDir, "files")));

/**
 * Reads a form with files: each file goes to the store, checked by content; the gate has bounded the bytes. Refuses
 * `malformed` for a broken body.
 */
export async function readUpload(request: Request): Promise<PostedForm> {
  const body = await request.formData().catch(() => refuse("malformed"));
  const pairs: [string, string][] = [];
  const files: Received[] = [];
  for (const [field, value] of body) {
    if (typeof value === "string") pairs.push([field, value]);
    else if (value.size > 0 || value.name !== "")
      files.push({
        field,
        ...(await store().receive(Readable.fromWeb(value.stream() as never), { name: value.name, field })),
      });
  }
  return formOf(pairs, files, new URL(request.url).pathname);
}

/** A stored file as a download that no browser runs or shows in our name (docs/trust.md 3.5). */
export async function download({
  name,
  type,
  size,
  storageKey,
}: {
  name: string;
  type: string;
  size: number;
  storageKey: string;
}): Promise<Response> {
  return new Response(await store().open(storageKey), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(size),
      "Content-Disposition": asDownload(name),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
    },
  });
}
