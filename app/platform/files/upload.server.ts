import type { FileStore } from "./receive.server.ts";
import { filesPlace, openStore, type FilesPlace } from "./store.server.ts";
import { asDownload } from "./name.ts";
import { TooLarge, type Body } from "#app/platform/http/request/body.server.ts";
import { formOf, type PostedForm } from "#app/platform/http/request/form.server.ts";
import { limits } from "#app/platform/http/request/gate.server.ts";
import { takeForm } from "#app/platform/content/content.server.ts";
import type { Taken } from "#app/platform/content/wire.ts";
import { env } from "#app/platform/runtime/runtime.server.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import { dailyBytes, largestFile } from "#app/domain/files/stored-file.ts";
import { giveBackBytes, takeBytes } from "#app/services/files/budget.server.ts";
import { requireOwnKey } from "#app/services/idempotent.server.ts";
import type { Context } from "#app/services/context.ts";

/** Tells where the files of this server are. */
export const ownPlace = (): FilesPlace => filesPlace(env());
let opened: { settings: ReturnType<typeof env>; store: FileStore } | undefined;
/** Returns the file store of this server, as its settings say: one for as long as they are the same. */
export function store(): FileStore {
  const settings = env();
  if (opened?.settings !== settings) opened = { settings, store: openStore(filesPlace(settings)) };
  return opened.store;
}

/** Holds what is known of somebody who sends files, before anything of them is read. */
type Sender = {
  ctx: Context;
  params: Readonly<Record<string, string | undefined>>;
  url: URL;
};
/** Says what a form with files says of itself. */
export type Upload = {
  /** Files are posted in this field; an error about the form as a whole is shown beside it. */
  field: string;
  /**
   * Refuses who may not add anything here now; answers the centre whose budget it counts in. Asked before the first
   * byte of the body is read (docs/trust.md H25).
   */
  mayUpload: (sender: Sender) => Promise<{ centreId: string }>;
  /** Holds the addresses of this form that bring files, by what they say; left out where all of them do. */
  only?: readonly Readonly<Record<string, string>>[];
  /** Reads what came, outside the transaction that follows: reading takes a while. */
  prepare?: (form: PostedForm) => Promise<unknown>;
};

/**
 * Reads a form with files, when this person may send it here and has budget for it; each file goes to the store,
 * checked by content. Refuses as `mayUpload` does, `upload_budget` beside the field, `malformed` for a broken body or a
 * form without a key of its own (before a byte of a file is kept), `too_large` beside the field for more than a form may
 * bring, and as the store does. `typed` hears the fields before
 * any file is kept, so that they come back whatever follows.
 */
export async function readUpload(
  sender: Sender,
  carried: Body | undefined,
  { field, mayUpload, prepare }: Upload,
  typed: (pairs: Taken["pairs"]) => void,
): Promise<PostedForm> {
  const { ctx, url } = sender;
  const { centreId } = await mayUpload(sender);
  const body = carried ?? refuse("malformed");
  if ((body.declared ?? 0) > limits.upload) return tooLarge(field);
  const taken = body.declared ?? limits.upload;
  const exhausted = await takeBytes(ctx, centreId, taken);
  if (exhausted) refuseFields({ [field]: { code: `upload_budget_${exhausted}`, limit: dailyBytes[exhausted] } });
  const read = ({ pairs, files }: Taken) => formOf(pairs, files, url.pathname);
  try {
    const came = await takeForm(body, ownPlace(), async (pairs) => {
      typed(pairs);
      await requireOwnKey(ctx, read({ pairs, files: [] }).key);
    });
    typed(came.pairs);
    return await prepared(came, read, field, prepare);
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(field);
    throw error;
  } finally {
    // Should this fail, it wears off within the day.
    await giveBackBytes(ctx, centreId, taken - body.seen()).catch(() => {});
  }
}
/** Returns the same answer for what said how long it is and for what came in pieces: beside the field, with the limit. */
const tooLarge = (field: string): never => {
  throw new Refusal("too_large", [], { [field]: { code: "files_too_large", limit: largestFile } });
};
async function prepared(came: Taken, read: (came: Taken) => PostedForm, field: string, prepare: Upload["prepare"]) {
  try {
    // A file in a field that the form does not have is of no form of ours.
    if (came.files.some((file) => file.field !== field)) refuse("malformed");
    const form = read(came);
    await prepare?.(form);
    return form;
  } catch (error) {
    // What refused the form is what its sender hears; a file that stays is swept.
    for (const { key } of came.files)
      await store()
        .remove(key)
        .catch(() => {});
    throw error;
  }
}

/** Returns a stored file as a download that no browser runs or shows in our name (docs/trust.md 3.5). */
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
