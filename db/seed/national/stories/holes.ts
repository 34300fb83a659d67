import { formats } from "#app/i18n/format.ts";
import type { Locale } from "#app/domain/words.ts";

/** Tells what stands in a hole of a template: something that every copy has for itself. */
export type Hole =
  | { kind: "id"; id: string }
  | { kind: "idHead"; id: string }
  | { kind: "hash"; link: number }
  | { kind: "word"; word: string }
  | { kind: "at"; at: number }
  | { kind: "day"; day: string }
  | { kind: "longDay"; day: string; locale: Locale };
/** Describes text with holes: a piece, room for what fills the hole, the next piece, and so on; which hole is in each room. */
export type Holed = { parts: string[]; holes: number[] };

const months: Record<Locale, string[]> = { nl: monthsIn("nl"), en: monthsIn("en") };
function monthsIn(locale: Locale) {
  return Array.from({ length: 12 }, (_, m) =>
    formats(locale)
      .dayMonth(`2026-${String(m + 1).padStart(2, "0")}-01`)
      .replace(/^1 /, ""),
  );
}
const anyMonth = [...new Set([...months.nl, ...months.en])].join("|");
const instant = String.raw`\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:\+00|Z)`;
const uuid = "(?<!/)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/**
 * Finds the holes of one story. `words`: names and marks that differ per copy; `chain`: the story's own event hashes.
 */
export class Holes {
  /** Lists every different hole once, by its number. */
  readonly all: Hole[] = [];
  readonly #known = new Map<string, number>();
  readonly #pattern: RegExp;
  readonly #chain: ReadonlyMap<string, number>;
  readonly #ids: ReadonlyMap<string, string>;

  /** `ids`: people who may be meant by the beginning of their id, as in a made-up address. */
  constructor({ words, chain, ids }: { words: readonly string[]; chain: readonly string[]; ids: readonly string[] }) {
    this.#ids = new Map(ids.map((id) => [id.slice(0, 8), id]));
    this.#chain = new Map(chain.map((hash, link) => [hash, link]));
    const named = [...words]
      .sort((a, b) => b.length - a.length)
      .map(literal)
      .join("|");
    this.#pattern = new RegExp(
      [
        String.raw`(?<word>${named})`,
        String.raw`(?<id>${uuid})`,
        String.raw`(?<hash>\b[0-9a-f]{64}\b)`,
        String.raw`(?<at>${instant})`,
        String.raw`(?<day>\b\d{4}-\d\d-\d\d\b)`,
        String.raw`(?<long>\b\d{1,2} (?:${anyMonth}) \d{4}\b)`,
        String.raw`(?<head>\b[0-9a-f]{8}(?=@))`,
      ].join("|"),
      "g",
    );
  }
  /** Returns the text with its holes cut out. Throws when a mark was cut before it came here. */
  cut(text: string): Holed {
    const cut: Holed = { parts: [], holes: [] };
    let from = 0;
    for (const found of text.matchAll(this.#pattern)) {
      const hole = this.#holeOf(found);
      if (!hole) continue;
      cut.parts.push(text.slice(from, found.index), "");
      cut.holes.push(this.#number(hole));
      from = found.index + found[0].length;
    }
    cut.parts.push(text.slice(from));
    const broken = cut.parts.find((piece) => /[⟪⟫]/.test(piece));
    if (broken)
      throw new Error(`A mark was cut: ${broken.slice(Math.max(0, broken.search(/[⟪⟫]/) - 60)).slice(0, 160)}`);
    return cut;
  }
  #holeOf({ 0: text, groups: g = {} }: RegExpMatchArray): Hole | null {
    if (g.word) return { kind: "word", word: text };
    if (g.id) return { kind: "id", id: text };
    if (g.hash) {
      const link = this.#chain.get(text);
      return link === undefined ? null : { kind: "hash", link };
    }
    if (g.at) return { kind: "at", at: Date.parse(text.replace(" ", "T").replace("+00", "Z")) };
    if (g.day) return { kind: "day", day: text };
    if (g.head) {
      const id = this.#ids.get(text);
      return id === undefined ? null : { kind: "idHead", id };
    }
    return longDay(text);
  }
  #number(hole: Hole): number {
    const key = JSON.stringify(hole);
    const known = this.#known.get(key) ?? this.all.push(hole) - 1;
    this.#known.set(key, known);
    return known;
  }
}
/** Returns "3 maart 2026" or "3 March 2026"; April is the same in both. */
function longDay(text: string): Hole {
  const [date = "", month = "", year = ""] = text.split(" ");
  const locale: Locale = months.nl.includes(month) ? "nl" : "en";
  return {
    kind: "longDay",
    locale,
    day: `${year}-${String(months[locale].indexOf(month) + 1).padStart(2, "0")}-${date.padStart(2, "0")}`,
  };
}
/** Returns a day as people write it, without the name of the weekday: whole weeks later that is the same. */
export const writtenDay = (day: string, locale: Locale): string =>
  `${Number(day.slice(8))} ${months[locale][Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`;

/**
 * Returns the text with these values in its holes. One join makes one flat string; adding piece by piece would leave
 * a tree of thousands to clear away.
 */
export function filled({ parts, holes }: Holed, values: readonly string[]): string {
  for (let i = 0; i < holes.length; i++) parts[2 * i + 1] = values[holes[i] as number] as string;
  return parts.join("");
}
