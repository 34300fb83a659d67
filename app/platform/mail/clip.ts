/** Returns text of people as a letter may carry it: one line, not too long. */
export const clip = (text: string) => onOneLine(shortened(text, 118));
/** Returns text of at most so many letters, that ends with a whole word and a mark where more was written. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest - 1);
  const space = start.lastIndexOf(" ");
  // A word of more letters than this is cut all the same: else nothing might be left.
  return `${(space < 0 || start.length - space > longestWord ? start : start.slice(0, space)).trimEnd()}…`;
}
const longestWord = 40;
const onOneLine = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, " ");
