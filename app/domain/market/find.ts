import { countBoth, hasBit, keepBoth, noBits, setBit, type Bits } from "./bitset.ts";
import type { Entry } from "./entry.ts";
import { facetIds, type FacetId } from "./facets.ts";
import { anyOf, inOrder, orders, slotsOf, type Index, type Selection } from "./index.ts";
import { pageOf } from "#app/domain/paging.ts";
import type { Wanted } from "./wanted.ts";

type Counts = Readonly<Record<FacetId, ReadonlyMap<string, number>>>;
/** `page` is the one that is shown: past the end it is the last. */
export type Found = { total: number; page: number; pages: number; ids: string[]; counts: Counts };
type Query = {
  wanted: Wanted;
  /** Holds what the words found: per id its place, best first; null when there are no words. */
  hits: ReadonlyMap<string, number> | null;
  /** Kilometres from the wanted postcode; null where that is unknown. */
  distance: (entry: Entry) => number | null;
  /** Shows so many on a page; which one is in `wanted`. */
  size: number;
};

/**
 * Finds, orders and counts over what everybody may find and what only this reader may (`indexes`), as if it were one
 * list. Each facet is counted under the filters of all other facets: a number says what choosing that value would give.
 */
export function find(indexes: readonly Index[], query: Query): Found {
  const parts = indexes.map((index) => selectionOf(index, query));
  const total = parts.reduce((n, p) => n + p.total, 0);
  const { page, pages, offset } = pageOf(total, query.size, query.wanted.page);
  const entries = parts
    .flatMap(({ index, all }) => firstOf(index, query, all, offset + query.size))
    .sort(wantedOrder(query));
  return {
    total,
    page,
    pages,
    ids: entries.slice(offset, offset + query.size).map((e) => e.id),
    counts: addUp(parts.map((p) => p.counts)),
  };
}
/** So many ways of narrowing are kept per index. */
const mostAnswers = 100;
/** What facets alone find is the same for every reader until the index changes. */
function selectionOf(index: Index, asked: Query): Selection {
  const { on, near } = asked.wanted;
  if (asked.hits || near) return selectSlots(index, asked);
  const key = JSON.stringify(on);
  const selection = index.answers.get(key) ?? selectSlots(index, asked);
  if (index.answers.size >= mostAnswers && !index.answers.has(key)) index.answers.clear();
  index.answers.set(key, selection);
  return selection;
}
function selectSlots(index: Index, asked: Query): Selection {
  const { on } = asked.wanted;
  const base = baseOf(index, asked);
  const chosen = facetIds.filter((id) => on[id].length > 0).map((id) => ({ id, bits: anyOf(index, id, on[id]) }));
  const under = (but?: FacetId): Bits =>
    chosen.reduce<Bits>((bits, { id, bits: own }) => (id === but ? bits : keepBoth(bits, own)), Uint32Array.from(base));
  const all = under();
  const counts = facetIds.map((id) => [id, countsIn(index, id, on[id].length ? under(id) : all, on[id])] as const);
  return { index, all, total: countBoth(all, all), counts: new Map(counts) };
}
function baseOf(index: Index, { hits, wanted: { near }, distance }: Query): Bits {
  const base = Uint32Array.from(index.alive);
  if (hits) keepBoth(base, slotsOf(index, hits.keys()));
  return near
    ? keepBoth(
        base,
        within(index, (entry) => (distance(entry) ?? Infinity) <= near.km),
      )
    : base;
}
function within(index: Index, fits: (entry: Entry) => boolean): Bits {
  const bits = noBits(index.size);
  index.entries.forEach((entry, slot) => {
    if (entry && fits(entry)) setBit(bits, slot);
  });
  return bits;
}
function countsIn(index: Index, facet: FacetId, under: Bits, chosen: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>(chosen.map((value) => [value, 0]));
  for (const [value, bits] of index.values[facet]) {
    const n = countBoth(under, bits);
    if (n > 0) counts.set(value, n);
  }
  return counts;
}
/** Answers the first `most` entries in the wanted order. */
function firstOf(index: Index, asked: Query, all: Bits, most: number): Entry[] {
  const { sort } = asked.wanted;
  const first: Entry[] = [];
  const take = (slot: number | undefined) => {
    const entry = slot === undefined || !hasBit(all, slot) ? undefined : index.entries[slot];
    if (entry) first.push(entry);
  };
  if (sort === "relevant" && asked.hits) {
    // The best come first already: whoever finds thousands pays for a page.
    for (const id of asked.hits.keys()) {
      take(index.slots.get(id));
      if (first.length >= most) break;
    }
    return first;
  }
  if (sort === "near") {
    index.entries.forEach((_, slot) => take(slot));
    return first.sort(wantedOrder(asked)).slice(0, most);
  }
  for (const slot of index.inOrder[sort === "relevant" ? "newest" : sort]) {
    take(slot);
    if (first.length >= most) break;
  }
  return first;
}
function wantedOrder({ wanted: { sort }, hits, distance }: Query) {
  if (sort === "relevant" && hits) return inOrder((entry) => hits.get(entry.id) ?? Infinity);
  if (sort === "near") return inOrder((entry) => distance(entry) ?? Infinity);
  return inOrder(orders[sort === "relevant" ? "newest" : sort]);
}
function addUp(all: readonly ReadonlyMap<FacetId, ReadonlyMap<string, number>>[]): Counts {
  const sum = (id: FacetId) => {
    const counts = new Map<string, number>();
    for (const one of all) for (const [value, n] of one.get(id) ?? []) counts.set(value, (counts.get(value) ?? 0) + n);
    return counts;
  };
  return Object.fromEntries(facetIds.map((id) => [id, sum(id)])) as unknown as Counts;
}
