import { fieldsOf } from "#app/platform/content/content.server.ts";
import type { Sent } from "#app/ui/shell/shell.ts";
import type { Body } from "./body.server.ts";
import { sentForm } from "./form.server.ts";

/** Counts bytes and milliseconds: all that people type in one form, several times over, and what a slow line needs for most of it. */
const most = 400_000;
const maxWait = 2000;

/**
 * Returns what somebody typed in a form that was refused before a byte of it was read, as far as it comes soon: of a
 * form with files what stands before the first file that does not. Undefined when nothing came, or when somebody
 * began to read it already.
 */
export async function sentAtFirst(body: Body, action: string): Promise<Sent | undefined> {
  if (body.seen() > 0) return undefined;
  const { bytes, whole } = await beginningOf(body);
  const files = body.type.startsWith("multipart/");
  const pairs = files
    ? await fieldsOf({ bytes, type: body.type }).catch(() => [])
    : [...new URLSearchParams(bytes.toString("utf8"))];
  return pairs.length > 0 ? sentForm(action, pairs, files || !whole) : undefined;
}

async function beginningOf(body: Body): Promise<{ bytes: Buffer; whole: boolean }> {
  const chunks: Buffer[] = [];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, maxWait, "late");
  });
  let whole = false;
  while (body.seen() < most) {
    const chunk = await Promise.race([body.next().catch(() => null), late]);
    if (chunk === "late") break;
    if (chunk === null) {
      whole = true;
      break;
    }
    chunks.push(chunk);
  }
  clearTimeout(timer);
  return { bytes: Buffer.concat(chunks).subarray(0, most), whole };
}
