import { withoutMarks } from "#app/domain/marks.ts";

/** Limits what is left of a search: at most eight words of letters and digits, without accents, in small letters. */
const mostTerms = 8;
const shortest = 2;

/** Returns letters without their accents, in small: the same as the database's dictionary makes of them. */
const plain = (text: string) => withoutMarks(text).toLowerCase();
/** Returns the terms of a search; signs and operators fall away, so whatever is typed is a plain question. */
export const termsIn = (text: string): string[] =>
  [...new Set(plain(text).match(/[\p{L}\p{N}]+/gu) ?? [])]
    .filter((term) => term.length >= shortest && term.length <= 40 && !stopWords.has(term))
    .slice(0, mostTerms);
/** Returns the words of a public text that the catalogue learns. */
export const learnable = (text: string): string[] =>
  [...new Set(plain(text).match(/[a-z]{4,40}/g) ?? [])].filter((word) => !stopWords.has(word));

/** Words that say nothing in a search, beside those the database leaves out itself. */
const stopWords = new Set(
  [
    "de het een en van in op te voor met aan om bij als dan dat die dit er hoe is zijn naar of ook we wij onze ons ze",
    "zij je uw wat wie welke worden wordt kan kunnen meer minder beter zonder uit over door tot tussen the of and to",
    "for with how",
  ]
    .join(" ")
    .split(" "),
);

type SimilarWord = { term: string; word: string; contains: boolean; similarity: number };
/** Says how alike a word must be to stand in for what was typed, when nothing holds what was typed. */
const alike = 0.3;
/** Two letters are a word of their own ("ai"); as a beginning they would be half of the dictionary. */
const shortestBeginning = 3;
/**
 * So many other words may stand beside what was typed, shared by its terms: each of them is looked up in every question
 * that is found.
 */
const mostWords = 48;
/**
 * Returns one term as a query: itself, what begins with it, compounds that hold it (the closest ones), or, where none
 * does, words that look like it.
 */
function groupOf(term: string, similar: readonly SimilarWord[], most: number): string {
  const own = similar
    .filter((n) => n.term === term)
    .sort((one, other) => other.similarity - one.similarity || (one.word < other.word ? -1 : 1));
  const holding = term.length >= 4 ? own.filter((n) => n.contains) : [];
  const words = holding.length ? holding : own.filter((n) => !n.contains && n.similarity >= alike);
  return `(${[term.length < shortestBeginning ? term : `${term}:*`, ...words.slice(0, most).map((n) => n.word)].join(" | ")})`;
}
/**
 * Returns the query for all terms together, and for any of them, as `to_tsquery` reads it. Null when there is nothing
 * to look for.
 */
export function queryFor(
  terms: readonly string[],
  similar: readonly SimilarWord[],
): { all: string; any: string; groups: string[] } | null {
  if (terms.length === 0) return null;
  const groups = terms.map((term) => groupOf(term, similar, Math.floor(mostWords / terms.length)));
  return { all: groups.join(" & "), any: groups.join(" | "), groups };
}
