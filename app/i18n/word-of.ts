/**
 * Returns the word of an id that comes as text, from a refusal, a row or an address. An id without one is a fault of
 * the words, and never shows.
 */
export function wordOf(words: Readonly<Record<string, string>>, id: string): string {
  const found = Object.hasOwn(words, id) ? words[id] : undefined;
  if (found === undefined) throw new Error(`${id} has no word in app/i18n.`);
  return found;
}
