import type { Locale } from "#app/domain/words.ts";
import { closeTo, fold } from "./folded.ts";
import { everydayWords, skills, skillTerms, type Skill } from "./skills.ts";

type Name = { skill: Skill; name: string; words: string[]; weight: number };
const named = (skill: Skill, terms: string[], weight: number): Name[] =>
  terms.map((term) => fold(term)).map((name) => ({ skill, name, words: name.split(" "), weight }));
const indexes: Partial<Record<Locale, Name[]>> = {};
/** Returns every name of every skill; the reader's own language counts most, the other one still finds. */
const index = (locale: Locale): Name[] =>
  (indexes[locale] ??= skills.flatMap((skill) => [
    ...named(skill, skillTerms(skill, locale), 3),
    ...named(skill, everydayWords(skill), 2),
    ...named(skill, skillTerms(skill, locale === "nl" ? "en" : "nl"), 0),
  ]));

const longestQuery = 80,
  mostWords = 8;
/** From here on it is what was typed; below it is a guess at a typing error, of use only when little else fits. */
const sure = 50,
  enough = 3;

/** Says how well a name fits what was typed; 0 when it does not. */
function fit({ name, words }: Name, query: string, asked: string[]): number {
  if (name === query) return 100;
  if (name.startsWith(query)) return 80;
  if (words.some((word) => word.startsWith(query))) return 70;
  if (query.length > 2 && name.includes(query)) return 60;
  if (
    asked.length > 1 &&
    (asked.every((part) => words.some((word) => word.startsWith(part))) || name.includes(asked.join("")))
  )
    return 50;
  return asked.every((part) => words.some((word) => closeTo(part, word))) ? 30 : 0;
}

/**
 * The skills somebody may mean, best first: by label, other terms and everyday words, without accents and with a typing
 * error.
 */
export function matchSkills(text: string, locale: Locale, limit = 10): Skill[] {
  const query = fold(text.slice(0, longestQuery));
  if (query.length < 2) return [];
  const asked = query.split(" ").slice(0, mostWords);
  const best = new Map<Skill, number>();
  for (const name of index(locale)) {
    const score = fit(name, query, asked);
    if (score && score + name.weight > (best.get(name.skill) ?? 0)) best.set(name.skill, score + name.weight);
  }
  const guess = [...best.values()].filter((score) => score >= sure).length < enough;
  return [...best]
    .filter(([, score]) => guess || score >= sure)
    .sort(
      ([a, x], [b, y]) => y - x || a[locale].length - b[locale].length || a[locale].localeCompare(b[locale], locale),
    )
    .slice(0, limit)
    .map(([skill]) => skill);
}

const longestText = 5000,
  mostPieces = 100;
/** In a sentence a short word ("recht", "meten") is seldom a skill; as an item of a list it is. */
const telling = ({ name, words }: Name) => words.length > 1 || name.length > 8;
const inside = (piece: string, names: Name[]): Name[] => {
  let left = ` ${piece} `;
  const found: { at: number; name: Name }[] = [];
  for (const name of names) {
    const at = left.indexOf(` ${name.name} `);
    if (at < 0) continue;
    found.push({ at, name });
    left = `${left.slice(0, at + 1)}${"_".repeat(name.name.length)}${left.slice(at + 1 + name.name.length)}`;
  }
  return found.sort((a, b) => a.at - b.at).map((one) => one.name);
};

/**
 * The URIs of the skills named in a free line or text, in the order they are named. Longer names win from shorter ones
 * inside them.
 */
export function skillsIn(text: string, locale: Locale = "nl"): string[] {
  const names = [...index(locale)].sort((a, b) => b.name.length - a.name.length || b.weight - a.weight);
  const pieces = text
    .slice(0, longestText)
    .split(/[,;\n•|]/)
    .map(fold)
    .filter(Boolean)
    .slice(0, mostPieces);
  const found = pieces.flatMap((piece) => {
    const short = piece.split(" ").length <= 4;
    const exact =
      names.filter(({ name }) => name === piece).sort((a, b) => b.weight - a.weight)[0] ??
      (short
        ? names.find(
            ({ name, words }) =>
              words.length === piece.split(" ").length && piece.length > 5 && closeTo(piece, name, true),
          )
        : undefined);
    return exact ? [exact] : inside(piece, short ? names : names.filter(telling));
  });
  return [...new Set(found.map(({ skill }) => skill.uri))];
}
