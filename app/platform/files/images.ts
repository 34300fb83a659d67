import { Broken, partCounter, type Bytes } from "./bytes.ts";

/** More than this many pixels is an attack on whoever opens the picture. */
const mostPixels = 100_000_000;
/** Throws Broken for a picture of more points than anybody needs. */
export function refuseFlood(width: number, height: number): void {
  if (width * height > mostPixels) throw new Broken();
}
const described = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

/** Yields a PNG without Exif, texts, time and anything after its end. Throws Broken when cut off or of a size no screen shows. */
export async function* cleanPng(bytes: Bytes): AsyncGenerator<Buffer> {
  yield await bytes.take(8);
  const onePart = partCounter();
  for (let first = true; ; first = false) {
    onePart();
    const header = await bytes.take(8);
    const size = header.readUInt32BE(0) + 4;
    const type = header.toString("latin1", 4, 8);
    if (first !== (type === "IHDR") || !/^[A-Za-z]{4}$/.test(type)) throw new Broken();
    if (first) {
      const size = await bytes.peek(8);
      if (size.length < 8) throw new Broken();
      refuseFlood(size.readUInt32BE(0), size.readUInt32BE(4));
    }
    if (described.has(type)) await bytes.skip(size);
    else {
      yield header;
      yield* bytes.pass(size);
    }
    if (type === "IEND") return;
  }
}
/** Yields a WebP whose Exif and XMP are blank: the parts stay, as zeros, because the size of the whole stands at the front. */
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
    if (sized.has(type)) refuseFlood(...webpSize(type, await bytes.peek(10)));
    if (type === "VP8X") yield withoutFlags(await bytes.take(1));
    for await (const piece of bytes.pass(type === "VP8X" ? size - 1 : size))
      yield blank ? Buffer.alloc(piece.length) : piece;
  }
}
const sized = new Set(["VP8X", "VP8 ", "VP8L"]);
/** Returns width and height as the part that begins with `head` says (RFC 9649, 2.5 to 2.7). */
function webpSize(type: string, head: Buffer): [width: number, height: number] {
  if (head.length < 10) throw new Broken();
  if (type === "VP8X") return [head.readUIntLE(4, 3) + 1, head.readUIntLE(7, 3) + 1];
  if (type === "VP8 ") return [head.readUInt16LE(6) & 0x3fff, head.readUInt16LE(8) & 0x3fff];
  const bits = head.readUInt32LE(1);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}
const withoutFlags = (flags: Buffer) => Buffer.from([(flags[0] ?? 0) & ~0x0c]);
