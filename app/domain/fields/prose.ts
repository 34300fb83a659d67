/** Tells whether it is more than a choice, a number or a word: what somebody would have to think of again. */
export const isProse = (text: string): boolean => /\s/.test(text.trim());
