/** Text of people as a letter may carry it: one line, not too long. */
export const clip = (text: string) => onOneLine(shortened(text, 118));
/** Text of at most so many letters, that ends with a whole word and a mark where more was written. */
export const shortened = (text: string, longest: number) =>
  text.length > longest ? `${text.slice(0, longest - 1).replace(brokenWord, "")}…` : text;
// A word of more letters than this is cut all the same: else nothing might be left.
const brokenWord = /\s+\S{0,40}$/u;
const onOneLine = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, " ");
