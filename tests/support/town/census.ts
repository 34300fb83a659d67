import { mkdirSync, writeFileSync } from "node:fs";
import { shapeOf, type Answered } from "./walk.ts";

/** Describes one field in which a word was typed: where the table shows it, and who of the town may read it there. */
export type Counted = { noun: string; where: string; kind: string; word: string; readers: ReadonlySet<string> };
const folder = "node_modules/.cache/samenspel";
const width = 4;

/**
 * Writes what was typed, as a table of fields by relations: a line for each noun and place with how many of its
 * fields each relation reads. The whole, a line for each field with the addresses at which it was found, lies in
 * `whole`.
 */
export function census(name: string, counted: readonly Counted[], pages: readonly Answered[], form: RegExp): string {
  const fields = merged(counted);
  const who = [...new Set(fields.flatMap(({ readers }) => [...readers]))];
  const rows = new Map<string, Counted[]>();
  for (const field of fields) {
    const row = `${field.noun}, ${field.where}`;
    rows.set(row, [...(rows.get(row) ?? []), field]);
  }
  const label = Math.max(...[...rows.keys()].map((row) => row.length));
  const line = (row: string, own: readonly Counted[]) =>
    [
      row.padEnd(label),
      String(own.length).padStart(6),
      ...who.map((one) => String(own.filter(({ readers }) => readers.has(one)).length || "·").padStart(width + 1)),
    ].join(" ");
  const head = `${"".padEnd(label)} fields ${who.map((one) => one.slice(0, width + 1).padStart(width + 1)).join(" ")}`;
  const whole = `${folder}/census-${name}.txt`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(whole, wholeOf(fields, pages, form));
  return [
    `Fields by relations: how many of the fields typed in each of the town reads (${name}; field by field in ${whole})`,
    head,
    ...[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([row, own]) => line(row, own)),
    line("all", fields),
  ].join("\n");
}
/** One for each field, wherever it was typed. */
function merged(counted: readonly Counted[]): Counted[] {
  const fields = new Map<string, Counted>();
  for (const one of counted) {
    const readers = new Set([...(fields.get(one.kind)?.readers ?? []), ...one.readers]);
    fields.set(one.kind, { ...one, readers });
  }
  return [...fields.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
function wholeOf(fields: readonly Counted[], pages: readonly Answered[], form: RegExp): string {
  const found = new Map<string, Set<string>>();
  for (const { path, html } of pages)
    for (const word of new Set(html.match(form))) found.set(word, (found.get(word) ?? new Set()).add(shapeOf(path)));
  return fields
    .map(({ noun, where, kind, word, readers }) =>
      [
        `${kind} (${noun}, ${where})`,
        `  read by: ${[...readers].join(", ")}`,
        `  found at: ${at(found.get(word))}`,
      ].join("\n"),
    )
    .join("\n");
}
const at = (paths: ReadonlySet<string> | undefined) => [...(paths ?? ["nowhere"])].sort().join(", ");
