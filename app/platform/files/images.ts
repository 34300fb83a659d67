import { Broken, partCounter, type Bytes } from "./bytes.ts";

/** More than this many pixels is an attack on whoever opens the picture. */
const mostPixels = 100_000_000;
const described = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

/**
 * A PNG without Exif, texts, time and anything after its end. Throws Broken when cut off or of a size no screen shows.
 */
export async function* cleanPng(bytes: Bytes): AsyncGenerator<Buffer> {
  yield await bytes.take(8);
  const onePart = partCounter();
  for (let first = true; ; first = false) {
    onePart();
    const header = await bytes.take(8);
    const size = header.readUInt32BE(0) + 4;
    const type = header.toString("latin1", 4, 8);
    if (first !== (type === "IHDR") || !/^[A-Za-z]{4}$/.test(type)) throw new Broken();
    if (first) refuseFlood(await bytes.peek(8));
    if (described.has(type)) await bytes.skip(size);
    else {
      yield header;
      yield* bytes.pass(size);
    }
    if (type === "IEND") return;
  }
}
function refuseFlood(size: Buffer) {
  if (size.length < 8 || size.readUInt32BE(0) * size.readUInt32BE(4) > mostPixels) throw new Broken();
}

/** A WebP whose Exif and XMP are blank: the parts stay, as zeros, because the size of the whole stands at the front. */
export async function* cleanWebp(bytes: Bytes): AsyncGenerator<Buffer> {
  const head = await bytes.take(12);
  yield head;
  const onePart = partCounter();
  for (let left = head.readUInt32LE(4) - 4; left > 0; ) {
    onePart();
    const header = await bytes.take(8);
    const type = header.toString("latin1", 0, 4);
    const size = header.readUInt32LE(4) + (header.readUInt32LE(4) % 2);
    left -= 8 + size;
    if (left < 0) throw new Broken();
    const blank = type === "EXIF" || type === "XMP ";
    yield blank ? Buffer.concat([Buffer.from("JUNK"), header.subarray(4)]) : header;
    if (type === "VP8X") yield withoutFlags(await bytes.take(1));
    for await (const piece of bytes.pass(type === "VP8X" ? size - 1 : size))
      yield blank ? Buffer.alloc(piece.length) : piece;
  }
}
const withoutFlags = (flags: Buffer) => Buffer.from([(flags[0] ?? 0) & ~0x0c]);
