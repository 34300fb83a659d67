import { buffer } from "node:stream/consumers";
import type { ReadableStream } from "node:stream/web";
import type { Sheet } from "#app/domain/rounds/sheet.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import type { PostedForm, Received } from "#app/platform/http/form.server.ts";
import { textSheet } from "#app/platform/sheets/text.server.ts";
import { workbookSheet } from "#app/platform/sheets/workbook.server.ts";
import { Unreadable } from "#app/platform/sheets/zip.server.ts";
import { store } from "#app/platform/files/upload.server.ts";

/** Ten thousand students take less than this, in bytes. */
const largestSheet = 5 * 1024 * 1024;
const readOf = new WeakMap<PostedForm, Promise<{ name: string; sheet: Sheet }>>();
/**
 * The list in a posted form as cells of text, read once however often the transaction around it begins again: the file
 * itself is not kept. Refuses beside the field: no file, more than one, too large, or no CSV or XLSX that can be read.
 */
export function sheetIn(form: PostedForm, field: string): Promise<{ name: string; sheet: Sheet }> {
  const reading = readOf.get(form) ?? read(form, field);
  readOf.set(form, reading);
  return reading;
}
async function read(form: PostedForm, field: string) {
  const files = form.files.filter((file) => file.field === field);
  try {
    const [file] = files;
    if (!file) return refuseFields({ [field]: { code: "required" } });
    if (files.length > 1) refuseFields({ [field]: { code: "too_many_items", limit: 1 } });
    if (file.size > largestSheet) refuseFields({ [field]: { code: "file_too_large", limit: largestSheet } });
    return { name: file.name, sheet: await sheetOf(file, field) };
  } finally {
    for (const { key } of form.files) await store().remove(key);
  }
}
async function sheetOf(file: Received, field: string): Promise<Sheet> {
  const workbook = /\.xlsx$/i.test(file.name);
  if (!workbook && !/\.(csv|txt)$/i.test(file.name)) refuseFields({ [field]: { code: "not_a_sheet" } });
  const bytes = await buffer((await store().open(file.key)) as ReadableStream);
  try {
    return workbook ? workbookSheet(bytes) : textSheet(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return refuseFields({ [field]: { code: "not_a_sheet" } });
    throw error;
  }
}
