import type { SheetWords } from "#app/domain/rounds/sheet.ts";
import type { WrittenList } from "#app/domain/rounds/written-list.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { readList } from "#app/platform/content/content.server.ts";
import type { PostedForm } from "#app/platform/http/request/form.server.ts";
import { ownPlace } from "#app/platform/files/upload.server.ts";

/** Ten thousand students take less than this, in bytes. */
const largestSheet = 5 * 1024 * 1024;
type List = { name: string; list: WrittenList };
const readOf = new WeakMap<PostedForm, Promise<List>>();
/**
 * The list in a posted form, read and checked, once however often the transaction around it begins again; the file
 * itself is not kept. Refuses beside the field: no file, more than one, too large, or no CSV or XLSX that can be read.
 */
export function listIn(form: PostedForm, field: string, words: SheetWords): Promise<List> {
  const reading = readOf.get(form) ?? read(form, field, words);
  readOf.set(form, reading);
  return reading;
}
async function read(form: PostedForm, field: string, words: SheetWords): Promise<List> {
  const [file, ...more] = form.files.filter((each) => each.field === field);
  if (!file) return refuseFields({ [field]: { code: "no_file" } });
  if (more.length > 0) refuseFields({ [field]: { code: "too_many_items", limit: 1 } });
  if (file.size > largestSheet) refuseFields({ [field]: { code: "file_too_large", limit: largestSheet } });
  const { key, name } = file;
  if (!/\.(xlsx|csv|txt)$/i.test(name)) refuseFields({ [field]: { code: "not_a_sheet" } });
  return { name, list: await readList({ place: ownPlace(), key, name, field, words }) };
}
