import { addAll, clearBit, noBits, setBit, type Bits } from "./bitset.ts";
import type { Entry } from "./entry.ts";
import { facetIds, facets, type FacetId } from "./facets.ts";

/** Holds the orders that belong to the entries themselves; an entry without a value comes last. */
export const orders = {
  newest: (e: Entry) => -e.publishedAt,
  closing: (e: Entry) => e.windowEnd ?? Infinity,
  start: (e: Entry) => (e.blocks.length ? Date.parse([...e.blocks].sort()[0] ?? "") : Infinity),
  hours: (e: Entry) => e.hours ?? Infinity,
} as const;
type Order = keyof typeof orders;
const orderIds = Object.keys(orders) as Order[];

/** Holds what one way of narrowing leaves of an index, and what each value would give. */
export type Selection = {
  index: Index;
  all: Bits;
  total: number;
  counts: ReadonlyMap<FacetId, ReadonlyMap<string, number>>;
};
/**
 * Describes listed questions, arranged so that any combination of facets is found and counted without reading the
 * rows again. Each has a slot; per facet and value the slots that have it; per order all slots in that order.
 */
export type Index = {
  entries: (Entry | undefined)[];
  slots: Map<string, number>;
  values: Record<FacetId, Map<string, Bits>>;
  /** Holds per skill the slots that ask for it: too many skills for a set of bits each. */
  skills: Map<string, number[]>;
  inOrder: Record<Order, number[]>;
  /** Marks what is still listed: a slot is not used twice. */
  alive: Bits;
  size: number;
  /** Keeps what was found of it by facets alone, since it last changed. */
  answers: Map<string, Selection>;
};
const roomFor = (n: number) => 2 ** Math.ceil(Math.log2(Math.max(1024, n * 1.5)));

/** Arranges these entries so that every facet can be counted without reading them again. */
export function indexOf(given: readonly Entry[]): Index {
  const size = roomFor(given.length);
  const index: Index = {
    entries: [],
    slots: new Map(),
    values: Object.fromEntries(facetIds.map((id) => [id, new Map()])) as Index["values"],
    skills: new Map(),
    inOrder: { newest: [], closing: [], start: [], hours: [] },
    alive: noBits(size),
    size,
    answers: new Map(),
  };
  for (const entry of given) place(index, index.entries.length, entry);
  for (const order of orderIds) index.inOrder[order] = arranged(given, orders[order]);
  return index;
}
/** Returns all slots in this order; each entry says its place once, not in every comparison. */
function arranged(given: readonly Entry[], key: (entry: Entry) => number): number[] {
  const keyed = given.map((entry, slot) => ({ slot, id: entry.id, key: key(entry) }));
  return keyed
    .sort((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1))
    .map(({ slot }) => slot);
}
/** Returns the index with this entry in its present form. A full index is arranged anew, so use what is answered. */
export function put(index: Index, entry: Entry): Index {
  drop(index, entry.id);
  if (index.entries.length >= index.size)
    return indexOf([...index.entries.filter((e): e is Entry => e !== undefined), entry]);
  const slot = index.entries.length;
  place(index, slot, entry);
  for (const order of orderIds) insert(index, order, slot);
  return index;
}
/** Takes an entry out; unknown ones are fine. */
export function drop(index: Index, id: string): void {
  const slot = index.slots.get(id);
  const entry = slot === undefined ? undefined : index.entries[slot];
  if (slot === undefined || !entry) return;
  index.answers.clear();
  for (const facet of facetIds)
    for (const value of facets[facet].of(entry)) {
      const bits = index.values[facet].get(value);
      if (bits) clearBit(bits, slot);
    }
  for (const skill of entry.skills)
    index.skills.set(
      skill,
      (index.skills.get(skill) ?? []).filter((other) => other !== slot),
    );
  clearBit(index.alive, slot);
  for (const order of orderIds) {
    const at = index.inOrder[order].indexOf(slot);
    if (at >= 0) index.inOrder[order].splice(at, 1);
  }
  index.entries[slot] = undefined;
  index.slots.delete(id);
}
function place(index: Index, slot: number, entry: Entry) {
  index.answers.clear();
  index.entries[slot] = entry;
  index.slots.set(entry.id, slot);
  for (const facet of facetIds) for (const value of facets[facet].of(entry)) setBit(bitsOf(index, facet, value), slot);
  for (const skill of new Set(entry.skills)) {
    const asked = index.skills.get(skill);
    if (asked) asked.push(slot);
    else index.skills.set(skill, [slot]);
  }
  setBit(index.alive, slot);
}
function bitsOf({ values, size }: Index, facet: FacetId, value: string): Bits {
  const bits = values[facet].get(value) ?? noBits(size);
  values[facet].set(value, bits);
  return bits;
}
function before({ entries }: Index, order: Order, one: number, other: number): number {
  const [a, b] = [entries[one], entries[other]];
  return a && b ? inOrder(orders[order])(a, b) : 0;
}
/** Orders entries by this key; equals by id, so that pages never overlap. */
export const inOrder =
  (key: (entry: Entry) => number) =>
  (a: Entry, b: Entry): number => {
    const [x, y] = [key(a), key(b)];
    return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
  };
/** Puts it where it belongs, by halving. */
function insert(index: Index, order: Order, slot: number) {
  const line = index.inOrder[order];
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(index, order, line[middle] ?? 0, slot) < 0) low = middle + 1;
    else high = middle;
  }
  line.splice(low, 0, slot);
}
/** Returns the slots that have one of these values. */
export function anyOf(index: Index, facet: FacetId, values: readonly string[]): Bits {
  const found = noBits(index.size);
  for (const value of values) {
    const bits = index.values[facet].get(value);
    if (bits) addAll(found, bits);
  }
  return found;
}
/** Answers the slots of these ids. */
export function slotsOf(index: Index, ids: Iterable<string>): Bits {
  const found = noBits(index.size);
  for (const id of ids) {
    const slot = index.slots.get(id);
    if (slot !== undefined) setBit(found, slot);
  }
  return found;
}
