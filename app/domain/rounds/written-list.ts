import { cares, readSheet, type Sheet, type SheetWords } from "./sheet.ts";

/**
 * A list as it is kept: what was read of it as JSON, and so many problems that a page shows them all (the rest is
 * counted). Of problems that are not kept, one that does harm is kept even so: `counts` must see it.
 */
export type WrittenList = { rows: string; problems: string; problemCount: number };
const mostKept = 1000;
/** What a list may come to when it is written out, in characters: several times what ten thousand students take. */
export const mostListBytes = 16 * 1024 * 1024;
export function writeList(sheet: Sheet, words: SheetWords): WrittenList {
  const { rows, problems } = readSheet(sheet, words);
  const harm = problems.slice(mostKept).find(({ code }) => !cares.includes(code));
  const kept = harm ? [...problems.slice(0, mostKept), harm] : problems.slice(0, mostKept);
  return { rows: JSON.stringify(rows), problems: JSON.stringify(kept), problemCount: problems.length };
}
