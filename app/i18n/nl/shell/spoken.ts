/** Matches words before "u" that end like a verb and are none: "als u", "dat u", "wat u". */
const noVerb = /^(?:dat|wat|met|omdat|nadat|zodat|tot|post)$/i;
/** Holds verbs that lose more than their "t" when they stand before "je", or none of it. */
const before: Readonly<Record<string, string>> = {
  gaat: "ga",
  weet: "weet",
  zet: "zet",
};
const bent = (verb: string) => {
  const known = before[verb.toLowerCase()];
  const form = known ?? (verb.endsWith("t") ? verb.slice(0, -1) : verb);
  return verb[0] === verb[0]?.toUpperCase() ? `${form[0]?.toUpperCase()}${form.slice(1)}` : form;
};
/**
 * Lists where "u" is whom something is done to, or stands with stress: what no rule tells. Who reads a new sentence
 * that comes out wrong adds it here; the pairs of verbs that were read stand in
 * `tests/domain/i18n/to-student.test.ts`.
 */
const asWritten: readonly (readonly [RegExp, string])[] = [
  [/\b(school|centrum|bedrijf|team|docent|coördinator|[Hh]et|[Dd]it|die) ([a-zë]+t) u\b/g, "$1 $2 je"],
  [/\bnodigt u uit\b/g, "nodigt je uit"],
  [/\bvoor u (publiceert|begint|verstuurt)\b/g, "voor je $1"],
  [/\b([Aa])lleen u\b/g, "$1lleen jij"],
  [/, u ook\b/g, ", jij ook"],
];
/** Returns one sentence that speaks to a student: "je" where it said "u". */
function spoken(text: string): string {
  let said = text.replaceAll(/\b([Uu])zelf\b/g, (_, u) => (u === "U" ? "Jezelf" : "jezelf"));
  for (const [pattern, as] of asWritten) said = said.replaceAll(pattern, as);
  return said
    .replaceAll(/\b(aan|bij|voor|van|met|op|over|door|naar|zonder) u\b/gi, "$1 jou")
    .replaceAll(/\b([A-Za-zë]+t) u\b/g, (all, verb: string) => (noVerb.test(verb) ? all : `${bent(verb)} je`))
    .replaceAll(/\bU\b/g, "Je")
    .replaceAll(/\bu\b/g, "je")
    .replaceAll(/\bUw\b/g, "Je")
    .replaceAll(/\buw\b/g, "je");
}
/** Returns every text among these, however deep: what people wrote is not changed. */
const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : Array.isArray(value) || isPlain(value)
      ? Object.values(value as object).flatMap(textsIn)
      : [];
const isPlain = (value: unknown): value is object =>
  value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
/** Returns the sentence around what people wrote, which is taken out meanwhile and put back. */
function around(text: string, written: readonly string[]): string {
  const kept = written.filter((one) => /\b[Uu]w?\b|\b[Uu]zelf\b/.test(one)).sort((a, b) => b.length - a.length);
  let masked = text;
  for (const [at, one] of kept.entries()) masked = masked.replaceAll(one, String.fromCodePoint(0xe000 + at));
  let said = spoken(masked);
  for (const [at, one] of kept.entries()) said = said.replaceAll(String.fromCodePoint(0xe000 + at), one);
  return said;
}
/** Returns the same words, spoken to a student; words that come with something filled in as well. */
export function allSpoken<T>(words: T, written: readonly string[] = []): T {
  if (typeof words === "string") return around(words, written) as T;
  if (typeof words === "function")
    return ((...given: unknown[]) => allSpoken(words(...given) as unknown, given.flatMap(textsIn))) as T;
  if (Array.isArray(words)) return words.map((one) => allSpoken(one as unknown, written)) as T;
  if (isPlain(words))
    return Object.fromEntries(
      Object.entries(words).map(([key, value]) => [key, allSpoken(value as unknown, written)]),
    ) as T;
  return words;
}
