import { Broken, partCounter, type Bytes } from "./bytes.ts";

/** The index of a film is kilobytes; more than this is none. */
const longestIndex = 8 * 1024 * 1024;
const said = new Set(["udta", "meta"]);
const track = "trak";

/**
 * A film without the place and device a telephone writes into it (`udta`, `meta`): those boxes become free space, so
 * nothing moves.
 */
export async function* cleanMp4(bytes: Bytes): AsyncGenerator<Buffer> {
  const onePart = partCounter();
  while (!(await bytes.ended())) {
    onePart();
    const { size, type, header } = boxAt(await bytes.peek(16), 0);
    if (size === 0) return yield* bytes.rest();
    if (size < header) throw new Broken();
    if (type === "moov" && size > longestIndex) throw new Broken();
    if (type === "moov") yield blanked(Buffer.from(await bytes.take(size)), { from: header, to: size, onePart });
    else if (said.has(type)) {
      yield freed(await bytes.take(header));
      await bytes.skip(size - header);
      yield* zeros(size - header);
    } else yield* bytes.pass(size);
  }
}
function boxAt(from: Buffer, at: number): { size: number; type: string; header: number } {
  if (at + 8 > from.length) throw new Broken();
  const short = from.readUInt32BE(at);
  const type = from.toString("latin1", at + 4, at + 8);
  if (short !== 1) return { size: short, type, header: 8 };
  if (at + 16 > from.length) throw new Broken();
  return { size: Number(from.readBigUInt64BE(at + 8)), type, header: 16 };
}
type Within = { from: number; to: number; onePart: () => void; inside?: string };
/** A track stands in the index itself, never in another track. */
function blanked(box: Buffer, { from, to, onePart, inside }: Within): Buffer {
  for (let at = from; at + 8 <= to; ) {
    onePart();
    const { size, type, header } = boxAt(box, at);
    if (size < header || at + size > to) throw new Broken();
    if (said.has(type)) {
      box.write("free", at + 4, "latin1");
      box.fill(0, at + header, at + size);
    }
    if (type === track && inside !== track) blanked(box, { from: at + header, to: at + size, onePart, inside: track });
    at += size;
  }
  return box;
}
const freed = (header: Buffer) => {
  const free = Buffer.from(header);
  free.write("free", 4, "latin1");
  return free;
};
function* zeros(count: number) {
  for (let left = count; left > 0; left -= 65_536) yield Buffer.alloc(Math.min(left, 65_536));
}
