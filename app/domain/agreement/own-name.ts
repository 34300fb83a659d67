import { asRead, withoutMarks } from "#app/domain/marks.ts";

const wordList = (words: string): ReadonlySet<string> => new Set(words.split(" "));
/** Matches what people write before a name, and what behind it: neither is part of who they are. */
const before = wordList("dhr heer meneer mw mevr mevrouw mr mrs ms mx ir ing dr drs prof mama papa moeder vader ouder");
const behind = wordList("jr sr junior senior ii iii ir ing ba bc beng bsc llb llm ma mba meng mr msc phd");
/** Lists the little words of a family name, which many names share. */
const little = wordList("van von de den der het t ten ter te la le du da dos el al op in aan");
const apostrophes = /['`\u00B4\u02BC\u2018\u2019]/gu;

/** Returns the words of a name as people read it: apostrophes fold, and initials are words whether or not a space is between them. */
function wordsOf(name: string): string[] {
  const words = withoutMarks(asRead(name.replaceAll(apostrophes, "")))
    .split(/[\s.,()]+/)
    .filter((word) => word !== "");
  while (words.length > 1 && before.has(words[0] ?? "")) words.shift();
  while (words.length > 2 && behind.has(words.at(-1) ?? "")) words.pop();
  return words;
}
/** Returns the family name in the words of a name: the last one, and both halves of a double one; a hyphen in a first name makes none. */
const familyOf = (words: readonly string[]): string[] =>
  words
    .filter((word, at) => at === words.length - 1 || (at > 0 && word.includes("-")))
    .flatMap((word) => word.split("-"))
    .filter((word) => word !== "" && !little.has(word));
/**
 * Tells whether somebody who is called this may sign as that: with their first name or its initial and their family
 * name, or one half of a double one. A name that holds no first name, as "Mama de Jong", asks for none.
 */
export function signsAsSelf(signed: string, called: string): boolean {
  const [written, own] = [wordsOf(signed), wordsOf(called)];
  const family = familyOf(own);
  if (!familyOf(written).some((word) => family.includes(word))) return false;
  const [first = "", known = ""] = [written[0], own[0]];
  if (own.length === 1 || little.has(known)) return true;
  return written.length > 1 && (first === known || (first.length === 1 && known.startsWith(first)));
}
/**
 * Tells whether a name that somebody else gave holds a family name: one word, as "Mama", says not how that person signs.
 */
export const holdsFamilyName = (name: string): boolean => asRead(name).split(" ").length > 1;
