/** Describes chance that can be repeated: the same seed draws the same numbers, ids and choices. */
export type Chance = {
  /** The number is at least 0 and below 1. */
  draw: () => number;
  /** The number is whole, at least 0 and below `n`. */
  below: (n: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** Draws early ones more often than late ones, as words and companies are in life. */
  lean: <T>(list: readonly T[], steep?: number) => T;
  id: () => string;
};
const hex = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
const pair = (n: number, shift: number) => hex[(n >>> shift) & 255] ?? "";

/** This is the generator of Chris Doty-Humphrey, "small fast counter", with 32-bit words. */
export function chanceOf(seed: number): Chance {
  let [a, b, c, count] = [0x9e3779b9, seed | 0, (seed / 4_294_967_296) | 0, 1];
  const word = () => {
    const t = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) word();
  const draw = () => word() / 4_294_967_296;
  const at = <T>(list: readonly T[], place: number) => {
    const found = list[Math.floor(place * list.length)];
    if (found === undefined) throw new Error("nothing to choose from");
    return found;
  };
  return {
    draw,
    below: (n) => Math.floor(draw() * n),
    pick: (list) => at(list, draw()),
    lean: (list, steep = 1.6) => at(list, draw() ** steep),
    id: () => {
      const [p, q, r, s] = [word(), word(), word(), word()];
      const third = hex[((q >>> 8) & 15) | 64] ?? "";
      const fourth = hex[((r >>> 24) & 63) | 128] ?? "";
      return (
        `${pair(p, 24)}${pair(p, 16)}${pair(p, 8)}${pair(p, 0)}-${pair(q, 24)}${pair(q, 16)}-` +
        `${third}${pair(q, 0)}-${fourth}${pair(r, 16)}-` +
        `${pair(r, 8)}${pair(r, 0)}${pair(s, 24)}${pair(s, 16)}${pair(s, 8)}${pair(s, 0)}`
      );
    },
  };
}
