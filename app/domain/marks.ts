// Sorting a row of marks on one letter takes the square of its length: 50,000 of them take two seconds. So marks go
// before a text is taken apart, and only a short one is put together. Nothing else normalises what people wrote
// (`tests/house/patterns.test.ts`).
const marks = /\p{M}/gu;
const longest = 1000;

/** Answers a text without accents and other marks on its letters. */
export const withoutMarks = (text: string): string => text.replace(marks, "").normalize("NFD").replace(marks, "");

/** Answers the first thousand characters of a text, with accents composed into their letters (NFC). */
export const composed = (text: string): string => text.slice(0, longest).normalize("NFC");

const unseen = /\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Cc}/gu;
/** Matches what shows nothing: spaces, joiners, fillers, signs of direction; the pattern of Braille without dots is drawn empty too. */
const nothing = /^[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
/** Tells whether there is nothing in a text that anyone can see: the one rule for what was left empty. */
export const isBlank = (text: string): boolean => nothing.test(text);
const dashes = /\p{Pd}|\u2212/gu;

/**
 * Returns the first thousand characters of a text as people read it: signs that show nothing, other forms of the same
 * letters and dashes, spaces and capitals make no other text.
 */
export const asRead = (text: string): string =>
  text
    .slice(0, longest)
    .normalize("NFKC")
    .replaceAll(/\s+/g, " ")
    .replaceAll(unseen, "")
    .replaceAll(dashes, "-")
    .trim()
    .toLowerCase();

/**
 * Returns the whole of a text as people see it, of whatever length: only what shows nothing, other spaces and other
 * forms of the same letters make no other text. It is put together word by word, since no word is as long as a text
 * may be.
 */
const asSeen = (text: string): string =>
  text
    .replaceAll(/\s/g, " ")
    .replaceAll(unseen, "")
    .replaceAll(dashes, "-")
    .trim()
    .split(/ +/)
    .map((word) => word.slice(0, longest).normalize("NFKC") + word.slice(longest))
    .join(" ");
/** Tells whether two texts are one as people see them: the one rule for what was said or agreed before. */
export const looksSame = (one: string, other: string): boolean => asSeen(one) === asSeen(other);
/** Tells whether two texts say the same, with whatever capitals: the one rule for names and for what is added once. */
export const saysSame = (one: string, other: string): boolean => looksSame(one.toLowerCase(), other.toLowerCase());
