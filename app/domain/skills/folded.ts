import { withoutMarks } from "#app/domain/marks.ts";

/** Folds a text so that it can be compared: small letters, no accents, no marks, single spaces. */
export const fold = (text: string): string =>
  withoutMarks(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Answers how many typing errors we forgive in a word: none in a short one. */
const forgiven = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * Tells whether a typed word is meant to be (the start of) another: swapped, missing, extra or wrong letters. `whole`: all of
 * it, with one error at most.
 */
export function closeTo(typed: string, word: string, whole = false): boolean {
  const most = whole ? 1 : forgiven(typed.length);
  if (word.startsWith(typed) && (!whole || word === typed)) return true;
  if (!most || typed[0] !== word[0]) return false;
  if (whole) return Math.abs(word.length - typed.length) <= most && errors(typed, word) <= most;
  return [typed.length, typed.length - 1, typed.length + 1].some(
    (length) => length <= word.length && errors(typed, word.slice(0, length)) <= most,
  );
}

/** Counts the fewest letters to add, drop, replace or swap with a neighbour (optimal string alignment). */
function errors(a: string, b: string): number {
  let before: number[] = [],
    last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same, swapped));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
