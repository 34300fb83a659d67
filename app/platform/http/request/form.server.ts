import type { StoredFile } from "#app/domain/files/stored-file.ts";
import { createHash } from "node:crypto";
import { z } from "zod";
import { proofFields, type Proof } from "#app/domain/account/fresh-proof.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuse, refuseFields, type FieldError } from "#app/domain/refusal.ts";
import { isProse } from "#app/domain/fields/prose.ts";
import type { Problem, Sent } from "#app/ui/shell/shell.ts";

/**
 * Describes a file that came with a form, already in the store but not yet part of anything. `field` is the name it
 * was posted under.
 */
export type Received = StoredFile & { field: string };
/** Describes a posted form, read. `key` is '' and `version` null where the form carries none. */
export type PostedForm = {
  key: string;
  version: number | null;
  fields: Posted;
  files: readonly Received[];
  fingerprint: string;
  /** Holds what its sender gave as a proof of who they are (docs/trust.md 3.17); no route sees it among the fields. */
  proof: Proof;
};

/** Allows more pairs than the longest form of the product has; a bound so that a hostile form cannot make us work. */
const mostPairs = 3000;
const key = z.uuid();
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** Characters no text of ours may hold: control characters other than tab and new line, and halves of characters. */
const broken = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/u;
const unreadable = (text: string) => broken.test(text);

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
  const { _key = "", _v = "", _password = "", _code = "", _passkey = "", ...fields } = all;
  const read = { key: key.safeParse(_key), version: version.safeParse(_v) };
  if ((_key !== "" && !read.key.success) || (_v !== "" && !read.version.success)) refuse("malformed");
  return {
    key: read.key.data ?? "",
    version: read.version.data ?? null,
    fields,
    files,
    fingerprint: fingerprintOf(path, all, files),
    proof: {
      password: String(_password),
      code: String(_code),
      passkey: String(_passkey),
      asked: proofFields.some((name) => name in all),
    },
  };
}

function gather(pairs: readonly (readonly [string, string])[]): Record<string, string | string[]> {
  for (const [name] of pairs) if (unreadable(name) || name.length > 200) refuse("malformed");
  return gathered(pairs);
}
function gathered(pairs: readonly (readonly [string, string])[]): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    const text = value.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
    const before = found[name];
    found[name] = before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text];
  }
  return { ...found };
}

/** Refuses beside each field whose text cannot be kept. */
export function refuseUnreadable(fields: Posted): void {
  const wrong = Object.entries(fields).filter(([, value]) => [value].flat().some((text) => unreadable(text)));
  const errors = Object.fromEntries(wrong.map(([name]) => [name, { code: "unreadable_text" } satisfies FieldError]));
  if (wrong.length > 0) refuseFields(errors);
}

/** Fields whose text is never shown again, nor kept in any form. */
const secret = /wachtwoord|password|^code$|_code$|_passkey$/i;
const isProof = (name: string) => (proofFields as readonly string[]).includes(name);
/** The same form gives the same fingerprint; the key itself, the order of names and what is secret do not count. */
function fingerprintOf(path: string, fields: Posted, files: readonly Received[]): string {
  const content = Object.entries(fields)
    .filter(([name]) => name !== "_key" && !secret.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([path, content, files.map(({ field, sha256 }) => [field, sha256])]))
    .digest("hex");
}

/**
 * Returns what may be shown again of a form that came to nothing, for the page that says so: never a password or a
 * code, never text that cannot be shown, and no files. What had one of those cannot be sent again as it was.
 */
export function sentForm(action: string, sent: readonly (readonly [string, string])[], files = false): Sent {
  const all = sent.filter(([name]) => !isProof(name));
  const shown = all.slice(0, mostPairs).filter(([name]) => !secret.test(name) && !unreadable(name));
  const pairs = shown.map(([name, value]) => [name, wellFormed(value)] as const);
  const whole = pairs.length === all.length && pairs.every(([, text], at) => text === shown[at]?.[1]);
  return { action, pairs, again: whole && !files && pairs.some(([name]) => name === "_key") };
}
/** Returns what was typed in it, without its marks. */
export const typedIn = ({ pairs }: Sent): Problem["typed"] => {
  const { _key, _v, ...fields } = gathered(pairs);
  return fields;
};

const wellFormed = (text: string) => text.replaceAll(new RegExp(broken, "gu"), "\ufffd");

/** Tells whether there is something in it that somebody would have to think of again. */
export const hasWords = (sent: Sent | undefined) => sent?.pairs.some(([, text]) => isProse(text)) ?? false;
