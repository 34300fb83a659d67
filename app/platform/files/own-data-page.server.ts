import type { OwnData, OwnRows } from "#app/services/privacy/own-data.server.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { dataGroups, type DataGroup } from "#app/domain/privacy/kinds.ts";
import type { Locale } from "#app/domain/words.ts";
import { codeLabel } from "./own-data-codes.server.ts";
import { formats } from "#app/i18n/format.ts";
import { ownDataWords } from "#app/i18n/own-data.server.ts";
import { roleNames, words, type Words } from "#app/i18n/words.ts";

type Out = (text: string) => Promise<void>;
const style =
  "body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}" +
  "dl{border-top:1px solid #999;padding-top:.5rem}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-wrap}";

/** Writes somebody's own data as one page to read, in their language: a heading for each group, a list for each row. */
export async function writePage(data: OwnData, locale: Locale, out: Out): Promise<void> {
  const all = words(locale);
  const t = ownDataWords(locale);
  const title = text(t.heading(data.name));
  await out(`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${title}</title>`);
  await out(`<style>${style}</style></head><body><h1>${title}</h1>`);
  for (const line of [t.lead, t.left, t.made(formats(locale).dateTime(data.madeAt))]) await out(`<p>${text(line)}</p>`);
  for (const group of dataGroups) await writeGroup(data.tables, group, all, locale, out);
  await out("</body></html>\n");
}
async function writeGroup(tables: readonly OwnRows[], group: DataGroup, all: Words, locale: Locale, out: Out) {
  const own = tables.filter((table) => table.group === group);
  if (own.length === 0) return;
  await out(`\n<h2>${text(all.privacy.group[group].title)}</h2>`);
  let empty = true;
  for (const table of own) {
    let first = true;
    for await (const row of table.rows()) {
      if (first) await out(`\n<h3>${text(wordOf(ownDataWords(locale).rows, table.name))}</h3>`);
      first = false;
      empty = false;
      await out(`\n<dl>${rowOf(table.name, row, all, locale)}</dl>`);
    }
  }
  if (empty) await out(`<p>${text(ownDataWords(locale).none)}</p>`);
}
/** Numbers that only tie rows together have no name here: they are in the other file. */
function rowOf(table: string, row: Record<string, unknown>, all: Words, locale: Locale): string {
  const format = (column: string, value: unknown): string =>
    Array.isArray(value)
      ? value
          .map((each) => format(column, each))
          .filter(Boolean)
          .join(", ")
      : (typeof value === "string" && codeLabel(table, column, value, row, locale)) || valueOf(value, all, locale);
  const names: Readonly<Record<string, string | undefined>> = ownDataWords(locale).names;
  return Object.entries(row)
    .map(([name, value]) => [names[name], format(name, value)] as const)
    .filter(([name, value]) => name && value !== "")
    .map(([name, value]) => `<dt>${text(name ?? "")}</dt><dd>${text(value)}</dd>`)
    .join("");
}
function valueOf(value: unknown, all: Words, locale: Locale): string {
  const formatEach = (each: unknown) => valueOf(each, all, locale);
  if (value === null || value === undefined || value === "") return "";
  if (value instanceof Date) return formats(locale).dateTime(value);
  if (typeof value === "boolean") return value ? ownDataWords(locale).yes : ownDataWords(locale).no;
  if (Array.isArray(value)) return value.map(formatEach).filter(Boolean).join(", ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([name, each]) => [called(name, all, locale), formatEach(each)])
      .filter(([, each]) => each !== "")
      .map(([name, each]) => `${name}: ${each}`)
      .join("\n");
  const plain = typeof value === "string" ? value : JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(plain)) return formats(locale).date(plain);
  return /^[a-z][a-z0-9_]*$/.test(plain) ? called(plain, all, locale) : plain;
}
/** Tells what a choice is called on the screens; a word of the product's own, such as a status, is never shown as a code. */
function called(code: string, all: Words, locale: Locale): string {
  const lists: readonly Record<string, unknown>[] = [roleNames(locale), ...Object.values(all.enums)];
  const label = lists.map((list) => list[code]).find((found) => typeof found === "string");
  return typeof label === "string" ? label : code.replaceAll("_", " ");
}
const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const text = (plain: string) => plain.replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? "");
