/** Text of people as a letter may carry it: one line, not too long. */
export const clip = (text: string) => onOneLine(text.length > 120 ? `${text.slice(0, 117)}…` : text);
const onOneLine = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, " ");
