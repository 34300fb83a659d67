import { parse, CsvError } from "csv-parse/sync";
import { isBlank } from "#app/domain/marks.ts";
import { mostSheetRows, type Sheet } from "#app/domain/rounds/sheet.ts";

/**
 * Returns text in whatever way an office program kept it: UTF-8 and UTF-16 by their mark, else UTF-8 when it is that,
 * else Windows-1252. Never fails.
 */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
const separators = [";", "\t", ","] as const;
/** Returns the separator that the heading uses most; `sep=` in the first line says it itself. */
function separatorOf(text: string): string {
  const said = /^"?sep=(.)"?\r?$/i.exec(lineAt(text, 0))?.[1];
  if (said) return said;
  let heading = "";
  for (let at = 0; at < text.length && heading.trim() === ""; at += heading.length + 1) heading = lineAt(text, at);
  const bare = heading.replaceAll(/"[^"]*"/g, "");
  return separators.reduce<string>(
    (best, each) => (bare.split(each).length > bare.split(best).length ? each : best),
    ";",
  );
}
function lineAt(text: string, from: number): string {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.slice(from) : text.slice(from, end);
}
/** Holds room for the heading and what stands above it. */
const room = mostSheetRows + 20;
/** Returns a text with separators as cells. A quote that is never closed is told with the row it begins in. */
export function textSheet(bytes: Buffer): Sheet {
  const text = decoded(bytes);
  const delimiter = separatorOf(text);
  const said = /^"?sep=.("?)\r?\n/i.test(text);
  try {
    const cells = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: room + 1,
      max_record_size: 100_000,
    }) as string[][];
    if (said) cells[0] = [];
    const filled = cells.filter((row) => row.some((cell) => !isBlank(cell))).length;
    return { cells, formulas: [], tooMany: filled > mostSheetRows + 1 || cells.length > room, brokenAt: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      cells: [],
      formulas: [],
      tooMany: false,
      brokenAt: Number((error as CsvError & { records?: number }).records ?? 0) + 1,
    };
  }
}
