import data from "#db/seed/data/vraagstukken.json" with { type: "json" };
import type { Terms } from "#app/domain/agreement/terms/fields.ts";

type Version = { assignmentId: string; number: number; terms: Terms };
type Said = { object: string; move: string; answers: Record<string, unknown> };
/** Holds what the demo says, as far as a reader may find a contradiction in it. */
type DemoTexts = {
  agreements: readonly Version[];
  events: readonly Said[];
  cards: readonly { id: string; ipProposal: string }[];
};

/** Says what a company owner would find wrong in the texts of the demo. */
export const demoFaults = ({ agreements, events, cards }: DemoTexts): string[] => [
  ...agreements.flatMap(priceFaults),
  ...agreements.flatMap((version) => rightsFaults(version, cards)),
  ...events.flatMap(judgementFaults),
  ...[...agreements.map(({ terms }) => terms), ...events.filter(isMadeUp).map(({ answers }) => answers)]
    .flatMap(textsIn)
    .flatMap(wordFaults),
];

/** The parts of a price add up to the price. */
function priceFaults({ terms, assignmentId }: Version): string[] {
  const parts = (terms.cost_lines ?? []).map(({ amount }) => amount ?? 0);
  const sum = parts.reduce((one, other) => one + other, 0);
  return parts.length > 0 && sum !== terms.fee_amount
    ? [`${assignmentId}: the parts are ${sum}, the price is ${terms.fee_amount}`]
    : [];
}
/** An agreement gives the rights that the question proposed: nobody said why they would be others. */
function rightsFaults({ terms, assignmentId }: Version, cards: DemoTexts["cards"]): string[] {
  const card = cards.find(({ id }) => id === assignmentId);
  return terms.ip_foreground && card && card.ipProposal !== terms.ip_foreground
    ? [`${assignmentId}: agreed ${terms.ip_foreground}, proposed ${card.ipProposal}`]
    : [];
}
type Judged = { met?: string; value?: string };
/** A value that was found says the same as the judgement. */
function judgementFaults({ answers }: Said): string[] {
  const results = Object.values((answers.results ?? {}) as Record<string, Judged>);
  return results.flatMap(({ met, value = "" }) => {
    const isBelow = /\b(niet|onder|minder|geen)\b/i.test(value);
    return met && (met === "met") === isBelow ? [`judged ${met}, found "${value}"`] : [];
  });
}
/** A showcase is written by hand for its one assignment; all else is made of the words of its question. */
const isMadeUp = ({ object }: Said) => !object.startsWith("showcase");
const products = data.vraagstukken.flatMap(({ opleverproducten }) => opleverproducten.slice(0, 1));
const users = data.vraagstukken.map(({ eindgebruiker }) => eindgebruiker);
/** Questions and criteria are sentences of their own, whose words fit. */
const writtenByHand = data.vraagstukken.flatMap(({ probleem, acceptatiecriteria }) => [
  probleem,
  ...acceptatiecriteria,
]);
const escaped = (words: readonly string[]) =>
  words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
const withArticle = new RegExp(`\\b(?:de|het|een|eerste|dit|dat) (?:${escaped(products)})\\b`, "i");
const withVerb = new RegExp(`\\b(?:${escaped(users)}) (?:werken|hebben|zijn|gaan|kunnen|mee verder)\\b`, "i");
/** No sentence puts an article before a word whose gender it does not know, or a verb after one whose number it does not know. */
function wordFaults(text: string): string[] {
  const [found] = withArticle.exec(text) ?? withVerb.exec(text) ?? [];
  return found && !writtenByHand.includes(text) ? [`"${found}" in: ${text}`] : [];
}
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
