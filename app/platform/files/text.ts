import { Broken, type Bytes } from "./bytes.ts";

/** Bytes no text holds: controls other than tab, line ends and form feed. */
const control = /[\x00-\x08\x0B\x0E-\x1A\x1C-\x1F]/;
/** A page or a drawing that calls itself text would run where somebody opens it. */
const markup = /^\s*<[!?a-z/]/i;
const isWide = (head: Buffer) =>
  head.length > 1 && (head.readUInt16BE(0) === 0xfffe || head.readUInt16BE(0) === 0xfeff);
const decoded = (head: Buffer) =>
  isWide(head)
    ? new TextDecoder(head[0] === 0xff ? "utf-16le" : "utf-16be").decode(head.subarray(0, head.length & ~1))
    : head.toString("latin1").replace(/^ï»¿/, "");

/**
 * Passes text on unchanged: UTF-8, Windows-1252, or UTF-16 with its mark. Throws Broken for binary content, and for
 * HTML and SVG.
 */
export async function* plainText(bytes: Bytes): AsyncGenerator<Buffer> {
  const head = (await bytes.peek(1024)).subarray(0, 1024);
  if (markup.test(decoded(head))) throw new Broken();
  const wide = isWide(head);
  if (wide && control.test(decoded(head))) throw new Broken();
  for await (const piece of bytes.rest()) {
    if (!wide && control.test(piece.toString("latin1"))) throw new Broken();
    yield piece;
  }
}
/** Yields a drawing in three dimensions: as text, or as 80 bytes, a count, and fifty bytes for each triangle. */
export async function* cleanStl(bytes: Bytes): AsyncGenerator<Buffer> {
  const head = await bytes.peek(84);
  if (/^\s*solid\b/.test(head.toString("latin1", 0, 80)) && !control.test(head.toString("latin1", 0, 84)))
    return yield* plainText(bytes);
  if (head.length < 84) throw new Broken();
  const triangles = head.readUInt32LE(80);
  yield await bytes.take(84);
  yield* bytes.pass(triangles * 50);
  if (!(await bytes.ended())) throw new Broken();
}
