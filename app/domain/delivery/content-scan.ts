/**
 * Lists what a scan looks for in text that leaves the team (guard `content_safe`, docs/domain.md 6.6): data by which
 * a person can be found.
 */
const contentScanKinds = ["email", "phone", "bsn", "iban"] as const;
export type ContentScanKind = (typeof contentScanKinds)[number];

/**
 * Each costs the same for every character, whatever stands there: a search that begins where few characters can begin
 * it, and ends within a fixed length, so that no text is too deep for it either. An address is found from its `@`, not
 * from the letters before it.
 */
const patterns: Record<ContentScanKind, RegExp> = {
  email: /(?<=[\w.+-])@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g,
  phone: /(?<![\d.,])(?:\+31[ -]?|0031[ -]?|0)[1-9](?:[ -]?\d){8}(?![\d.,])/g,
  bsn: /(?<![\d.,-])\d{9}(?![\d.,-])/g,
  iban: /\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}(?:[ ]?\d){10}\b/g,
};
/** A citizen's number passes the eleven test; other nine-digit numbers are not meant. */
const elevenTest = (digits: string) =>
  [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0;
const counts: Partial<Record<ContentScanKind, (found: string) => boolean>> = {
  bsn: (found) => found !== "000000000" && elevenTest(found),
};

/** Says how many of each kind stand in a text. */
function scanContent(text: string): Record<ContentScanKind, number> {
  const rest = text.replaceAll(patterns.iban, " "); // an account number holds what looks like a phone number
  const of = (kind: ContentScanKind) =>
    [...(kind === "iban" ? text : rest).matchAll(patterns[kind])].filter(([found]) => counts[kind]?.(found) ?? true)
      .length;
  return Object.fromEntries(contentScanKinds.map((kind) => [kind, of(kind)])) as Record<ContentScanKind, number>;
}
/** Returns kinds that were found, as they are kept with a file. */
export const contentFindings = (text: string): ContentScanKind[] => {
  const n = scanContent(text);
  return contentScanKinds.filter((kind) => n[kind] > 0);
};
