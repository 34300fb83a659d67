/**
 * What a scan looks for in text that leaves the team (guard `content_safe`, docs/domain.md 6.6): data by which a person
 * can be found.
 */
export const scanKinds = ["email", "phone", "bsn", "iban"] as const;
export type ScanKind = (typeof scanKinds)[number];

const patterns: Record<ScanKind, RegExp> = {
  email: /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g,
  phone: /(?<![\d.,])(?:\+31[ -]?|0031[ -]?|0)[1-9](?:[ -]?\d){8}(?![\d.,])/g,
  bsn: /(?<![\d.,-])\d{9}(?![\d.,-])/g,
  iban: /\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}(?:[ ]?\d){10}\b/g,
};
/** A citizen's number passes the eleven test; other nine-digit numbers are not meant. */
const elevenTest = (digits: string) =>
  [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0;
const counts: Partial<Record<ScanKind, (found: string) => boolean>> = {
  bsn: (found) => found !== "000000000" && elevenTest(found),
};

/** How many of each kind stand in a text. */
export function scan(text: string): Record<ScanKind, number> {
  const rest = text.replaceAll(patterns.iban, " "); // an account number holds what looks like a phone number
  const of = (kind: ScanKind) =>
    [...(kind === "iban" ? text : rest).matchAll(patterns[kind])].filter(([found]) => counts[kind]?.(found) ?? true)
      .length;
  return Object.fromEntries(scanKinds.map((kind) => [kind, of(kind)])) as Record<ScanKind, number>;
}
/** Kinds that were found, as they are kept with a file. */
export const foundIn = (text: string): ScanKind[] => {
  const n = scan(text);
  return scanKinds.filter((kind) => n[kind] > 0);
};
