/** Describes a set of slots, one bit each: what makes counts under filters cheap, however many questions there are. */
export type Bits = Uint32Array;

/** Makes an empty set with room for this many slots, a multiple of 32. */
export const noBits = (size: number): Bits => new Uint32Array(size >>> 5);
/** Puts a slot in the set. */
export const setBit = (bits: Bits, slot: number) => {
  bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
};
/** Takes a slot out of the set. */
export const clearBit = (bits: Bits, slot: number) => {
  bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) & ~(1 << (slot & 31));
};
/** Tells whether a slot is in the set. */
export const hasBit = (bits: Bits, slot: number) => (((bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
/** Keeps in `into` what is also in `other`. */
export function keepBoth(into: Bits, other: Bits): Bits {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) & (other[at] ?? 0);
  return into;
}
/** Adds to `into` what is in `other`. */
export function addAll(into: Bits, other: Bits): Bits {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) | (other[at] ?? 0);
  return into;
}
/** Visits each slot of the set, in order. */
export function eachIn(bits: Bits, see: (slot: number) => void): void {
  for (let at = 0; at < bits.length; at++)
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) see(at * 32 + 31 - Math.clz32(word & -word));
}
/** Says how many slots are in both. */
export function countBoth(one: Bits, other: Bits): number {
  let total = 0;
  for (let at = 0; at < one.length; at++) total += ones((one[at] ?? 0) & (other[at] ?? 0));
  return total;
}
/** Counts the ones in 32 bits by adding neighbours: pairs, fours, bytes. */
function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
