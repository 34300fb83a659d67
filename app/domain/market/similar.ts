import { addAll, eachIn, hasBit, type Bits } from "./bitset.ts";
import type { Entry } from "./entry.ts";
import { anyOf, inOrder, orders, type Index } from "./index.ts";

/**
 * Says how alike two questions are, in half points: skills weigh most, then themes, then the sector; a shared level only
 * tells equals apart.
 */
const points = { skill: 6, theme: 4, sector: 4, level: 1 } as const;
const fewest = 5;
const earlier = inOrder(orders.newest);

/**
 * Returns up to `most` listed questions like this one, most alike first, then newest. Looks among those of a shared
 * theme or sector; none is better than a far-fetched one.
 */
export function similarTo(index: Index, own: Entry, most: number): string[] {
  const score = new Uint16Array(index.size);
  const add = (bits: Bits | undefined, more: number) => {
    if (bits)
      eachIn(bits, (slot) => {
        score[slot] = (score[slot] ?? 0) + more;
      });
  };
  for (const theme of new Set(own.themes)) add(index.values.theme.get(theme), points.theme);
  const sector = index.values.sector.get(own.sector ?? "");
  add(sector, points.sector);
  const near = addAll(anyOf(index, "theme", own.themes), sector ?? new Uint32Array());
  for (const skill of new Set(own.skills))
    for (const slot of index.skills.get(skill) ?? [])
      if (hasBit(near, slot)) score[slot] = (score[slot] ?? 0) + points.skill;
  const level = anyOf(index, "level", own.levels);
  const best: { entry: Entry; score: number }[] = [];
  eachIn(near, (slot) => {
    const found = {
      entry: index.entries[slot] as Entry,
      score: (score[slot] ?? 0) + (hasBit(level, slot) ? points.level : 0),
    };
    if (found.score < fewest || found.entry.id === own.id) return;
    const at = best.findIndex(
      (other) => other.score < found.score || (other.score === found.score && earlier(found.entry, other.entry) < 0),
    );
    if (at >= 0 || best.length < most) best.splice(at < 0 ? best.length : at, 0, found);
    best.length = Math.min(best.length, most);
  });
  return best.map(({ entry }) => entry.id);
}
