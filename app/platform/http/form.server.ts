import type { StoredFile } from "#app/domain/files/stored-file.ts";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuse, refuseFields, type FieldError } from "#app/domain/refusal.ts";
import type { Problem } from "#app/ui/shell/shell.ts";

/**
 * A file that came with a form, already in the store but not yet part of anything. `field` is the name it was posted
 * under.
 */
export type Received = StoredFile & { field: string };
/** A posted form, read. `key` is '' and `version` null where the form carries none. */
export type PostedForm = {
  key: string;
  version: number | null;
  fields: Posted;
  files: readonly Received[];
  fingerprint: string;
};

/** More pairs than the longest form of the product has; a bound so that a hostile form cannot make us work. */
const mostPairs = 3000;
const key = z.uuid();
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** Characters no text of ours may hold: control characters other than tab and new line, and halves of characters. */
const broken = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/u;
export const unreadable = (text: string) => broken.test(text);

/**
 * Reads a form of fields only. Refuses `malformed` when it cannot be read, and `unreadable_text` beside a field with
 * characters we cannot keep.
 */
export async function readForm(request: Request): Promise<PostedForm> {
  const pairs = [...new URLSearchParams(await request.text())];
  return formOf(pairs, [], new URL(request.url).pathname);
}

/** Gathers pairs into a form: a name posted more than once becomes a list. */
export function formOf(
  pairs: readonly (readonly [string, string])[],
  files: readonly Received[],
  path: string,
): PostedForm {
  if (pairs.length > mostPairs) refuse("too_large");
  const all = gather(pairs);
  const { _key = "", _v = "", ...fields } = all;
  const read = { key: key.safeParse(_key), version: version.safeParse(_v) };
  if ((_key !== "" && !read.key.success) || (_v !== "" && !read.version.success)) refuse("malformed");
  return {
    key: read.key.data ?? "",
    version: read.version.data ?? null,
    fields,
    files,
    fingerprint: fingerprintOf(path, all, files),
  };
}

function gather(pairs: readonly (readonly [string, string])[]): Record<string, string | string[]> {
  const gathered: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    if (unreadable(name) || name.length > 200) refuse("malformed");
    const text = value.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
    const before = gathered[name];
    gathered[name] = before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text];
  }
  return { ...gathered };
}

/** Refuses beside each field whose text cannot be kept. */
export function refuseUnreadable(fields: Posted): void {
  const wrong = Object.entries(fields).filter(([, value]) => [value].flat().some((text) => unreadable(text)));
  const errors = Object.fromEntries(wrong.map(([name]) => [name, { code: "unreadable_text" } satisfies FieldError]));
  if (wrong.length > 0) refuseFields(errors);
}

/** Fields whose text is never shown again, nor kept in any form. */
const secret = /wachtwoord|password|^present$|^code$|_code$/i;
/** The same form gives the same fingerprint; the key itself, the order of names and what is secret do not count. */
function fingerprintOf(path: string, fields: Posted, files: readonly Received[]): string {
  const content = Object.entries(fields)
    .filter(([name]) => name !== "_key" && !secret.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([path, content, files.map(({ field, sha256 }) => [field, sha256])]))
    .digest("hex");
}

/** What may be shown again: never a password or a code, never text that cannot be shown. */
export const typed = (fields: Posted = {}): Problem["typed"] =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !secret.test(name))
      .map(([name, value]) => [name, clean(value)]),
  );
const clean = (value: string | readonly string[]) =>
  typeof value === "string" ? wellFormed(value) : value.map(wellFormed);
const wellFormed = (text: string) => text.replaceAll(new RegExp(broken, "gu"), "\ufffd");
