import { cares, readSheet, type Sheet, type SheetWords } from "./sheet.ts";

/**
 * Describes a list as it is kept: what was read of it as JSON, in pieces that are handed on one by one, and so many
 * problems that a page shows them all (the rest is counted). Of problems that are not kept, one that does harm is
 * kept even so: `counts` must see it.
 */
export type WrittenList = { rows: string[]; problems: string; problemCount: number };
const mostProblems = 1000;
const rowsInPiece = 1000;
/** Limits what a list may come to when it is written out, in characters: three times what ten thousand students take. */
export const mostListBytes = 6 * 1024 * 1024;
export function writeList(sheet: Sheet, words: SheetWords): WrittenList {
  const { rows, problems } = readSheet(sheet, words);
  const harm = problems.slice(mostProblems).find(({ code }) => !cares.includes(code));
  const listed = harm ? [...problems.slice(0, mostProblems), harm] : problems.slice(0, mostProblems);
  const written = Array.from({ length: Math.ceil(rows.length / rowsInPiece) }, (_, piece) =>
    JSON.stringify(rows.slice(piece * rowsInPiece, (piece + 1) * rowsInPiece)),
  );
  return { rows: written, problems: JSON.stringify(listed), problemCount: problems.length };
}
