/** Returns a stream of numbers in [0, 1) that is the same for the same seed, everywhere (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
/** Returns the same rows in an order that only the seed decides. */
export function shuffled<T>(rows: readonly T[], next: () => number): T[] {
  const out = [...rows];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}
/**
 * Returns the published lottery numbers: 1 goes first. The seed and the ids decide, nothing else, so anybody can draw
 * them again.
 */
export const lotteryNumbers = (ids: readonly string[], seed: number): Map<string, number> =>
  new Map(shuffled([...ids].sort(), chance(seed)).map((id, at) => [id, at + 1]));
