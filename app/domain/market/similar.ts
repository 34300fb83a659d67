import { addAll, hasBit } from "./bits.ts";
import type { Entry } from "./entry.ts";
import { anyOf, type Index } from "./index.ts";

const shared = (one: readonly string[], other: readonly string[]) => one.filter((value) => other.includes(value)).length;
/** How alike two questions are: skills weigh most, then themes, then the sector; a shared level only tells equals apart. */
export const likeness = (one: Entry, other: Entry): number =>
  3 * shared(one.skills, other.skills) + 2 * shared(one.themes, other.themes) + (one.sector !== null && one.sector === other.sector ? 2 : 0) + (shared(one.levels, other.levels) > 0 ? 0.5 : 0);

/** Up to `most` listed questions like this one, most alike first, then newest. Looks among those of a shared theme or sector; none is better than a far-fetched one. */
export function similarTo(index: Index, own: Entry, most: number): string[] {
  const near = addAll(anyOf(index, "theme", own.themes), anyOf(index, "sector", own.sector ? [own.sector] : []));
  return index.inOrder.newest
    .flatMap((slot) => { const entry = hasBit(near, slot) ? index.entries[slot] : undefined; return entry && entry.id !== own.id ? [{ id: entry.id, score: likeness(own, entry) }] : []; })
    .filter(({ score }) => score >= 2.5).sort((one, other) => other.score - one.score).slice(0, most).map((e) => e.id);
}
