import type { Sector } from "#app/domain/words.ts";
import type { Chance } from "#db/seed/national/chance.ts";
import data from "./sectors.json";
import sentences from "./sentences.json";

/**
 * Holds what a company writes in its question, in the words of its sector. No sign in it needs care in JSON or in
 * COPY: no quotes, slashes or line ends.
 */
export type Asked = Record<
  | "title"
  | "problem"
  | "goal"
  | "users"
  | "business"
  | "brings"
  | "product"
  | "product2"
  | "skill"
  | "skill2"
  | "criterion1"
  | "criterion2"
  | "teaser",
  string
>;
const vocabulary: Record<string, (typeof data)["water"]> = data;

/** The longest title a form takes. */
const longestTitle = 120;
const upper = (text: string) => (text[0] ?? "").toUpperCase() + text.slice(1);

/** Makes a question of this sector, made of its words in sentences that fit any. */
export function writeQuestion(chance: Chance, sector: Sector, place: string): Asked {
  const words = wordsFor(chance, sector, place);
  const fill = (frame: string) => frame.replaceAll(/\{(\w+)\}/g, (_, name: string) => words(name));
  const line = (of: keyof typeof sentences) => fill(chance.pick(sentences[of]));
  const [product, product2] = two(chance, vocabulary[sector]?.products ?? []);
  const [skill, skill2] = two(chance, vocabulary[sector]?.skills ?? []);
  const [criterion1, criterion2] = two(chance, sentences.criteria).map(fill) as [string, string];
  const title = line("titles");
  return {
    title: title.length > longestTitle ? title.slice(0, longestTitle).replace(/ [^ ]*$/, "") : title,
    problem: problem(chance, fill),
    goal: line("goals"),
    users: words("users"),
    business: line("cases"),
    brings: line("brings"),
    product,
    product2,
    skill,
    skill2,
    criterion1,
    criterion2,
    teaser: line("teasers"),
  };
}

/** Returns four to ten sentences: what is wrong, how it goes now, what was tried, what is wished. */
function problem(chance: Chance, fill: (frame: string) => string): string {
  const some = (of: readonly string[], least: number, most: number) =>
    shuffled(chance, of).slice(0, least + chance.below(most - least + 1));
  const story = [
    ...some(sentences.openers, 1, 1),
    ...some(sentences.contexts, 2, 5),
    ...some(sentences.attempts, 0, 2),
    ...some(sentences.wishes, 1, 3),
    ...some(sentences.closers, 1, 2),
  ].map(fill);
  for (const more of shuffled(chance, sentences.contexts).map(fill))
    if (story.join(" ").length < 400 && !story.includes(more)) story.splice(2, 0, more);
  const whole = story.join(" ").slice(0, 1200);
  return whole.slice(0, whole.lastIndexOf(".") + 1);
}

/** One question keeps to its own things, people and products; a second compound and aspect may come beside them. */
function wordsFor(chance: Chance, sector: Sector, place: string) {
  const v = vocabulary[sector] ?? data.water;
  const compound = () => `${chance.lean(v.heads)}${chance.lean(v.tails)}`;
  const [aspect, aspect2] = two(chance, v.aspects);
  const values: Record<string, string> = {
    things: chance.lean(v.things),
    users: chance.lean(v.users),
    product: chance.pick(v.products),
    aspect,
    aspect2,
    compound: compound(),
    compound2: compound(),
    sector,
    place,
  };
  return (name: string): string => {
    if (name === "trouble") return chance.pick(v.trouble);
    if (name === "n") return String(6 + chance.below(90));
    if (name === "m") return String(4 + chance.below(140));
    if (name === "p") return String(10 + 5 * chance.below(15));
    if (name === "k") return String(2 + chance.below(7));
    return values[name] ?? upper(values[name[0]?.toLowerCase() + name.slice(1)] ?? "");
  };
}
const shuffled = <T>(chance: Chance, list: readonly T[]): T[] =>
  list
    .map((value) => ({ value, at: chance.draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
function two<T>(chance: Chance, list: readonly T[]): [T, T] {
  const [first, second] = shuffled(chance, list);
  if (first === undefined || second === undefined) throw new Error("too few words to choose two");
  return [first, second];
}
