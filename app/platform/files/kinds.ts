import { Broken, type Bytes } from "./bytes.ts";
import { cleanPng, cleanWebp, refuseFlood } from "./images.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanMp4 } from "./mp4.ts";
import { cleanStl, plainText } from "./text.ts";

/** One kind of file we take: how it is served, how it begins, and what is kept of it. */
type Kind = { type: string; begins: (head: Buffer) => boolean; clean: (bytes: Bytes) => AsyncGenerator<Buffer> };
/** Enough of a file to know its kind. */
export const headLength = 128;

const at = (offset: number, word: string) => (head: Buffer) =>
  head.toString("latin1", offset, offset + word.length) === word;
const whole = (bytes: Bytes) => bytes.rest();
const any = () => true;
const zipped = at(0, "PK\x03\x04");
/** Returns the first name in a package; it is read, never unpacked. */
const firstName = (head: Buffer) => head.toString("latin1", 30, 30 + Math.min(head.readUInt16LE(26), headLength - 30));
const office = (folder: string) => (head: Buffer) =>
  zipped(head) &&
  new RegExp(`^(\\[Content_Types\\]\\.xml|_rels/|docProps/|customXml/|${folder}/)`).test(firstName(head));
const open = (type: string) => (head: Buffer) => zipped(head) && at(30, `mimetype${type}`)(head);
const openXml = "application/vnd.openxmlformats-officedocument";
const openDocument = "application/vnd.oasis.opendocument";
const odf = (name: string): Kind => ({
  type: `${openDocument}.${name}`,
  begins: open(`${openDocument}.${name}`),
  clean: whole,
});

/** A GIF ends where it says; script after the picture makes it something else too. */
async function* wholeGif(bytes: Bytes): AsyncGenerator<Buffer> {
  const head = await bytes.peek(10);
  if (head.length < 10) throw new Broken();
  refuseFlood(head.readUInt16LE(6), head.readUInt16LE(8));
  let last = 0;
  for await (const piece of bytes.rest()) {
    last = piece[piece.length - 1] ?? last;
    yield piece;
  }
  if (last !== 0x3b) throw new Broken();
}

/** Holds the short list, by the ending of the name (docs/trust.md 3.5). SVG and HTML are on no list. */
const kinds: Readonly<Record<string, Kind>> = {
  pdf: { type: "application/pdf", begins: at(0, "%PDF-"), clean: whole },
  png: { type: "image/png", begins: at(0, "\x89PNG\r\n\x1a\n"), clean: cleanPng },
  jpg: { type: "image/jpeg", begins: at(0, "\xff\xd8\xff"), clean: cleanJpeg },
  webp: { type: "image/webp", begins: (head) => at(0, "RIFF")(head) && at(8, "WEBP")(head), clean: cleanWebp },
  gif: { type: "image/gif", begins: (head) => /^GIF8[79]a/.test(head.toString("latin1", 0, 6)), clean: wholeGif },
  txt: { type: "text/plain", begins: any, clean: plainText },
  csv: { type: "text/csv", begins: any, clean: plainText },
  md: { type: "text/markdown", begins: any, clean: plainText },
  docx: { type: `${openXml}.wordprocessingml.document`, begins: office("word"), clean: whole },
  xlsx: { type: `${openXml}.spreadsheetml.sheet`, begins: office("xl"), clean: whole },
  pptx: { type: `${openXml}.presentationml.presentation`, begins: office("ppt"), clean: whole },
  odt: odf("text"),
  ods: odf("spreadsheet"),
  odp: odf("presentation"),
  zip: { type: "application/zip", begins: (head) => zipped(head) || at(0, "PK\x05\x06")(head), clean: whole },
  mp4: { type: "video/mp4", begins: at(4, "ftyp"), clean: cleanMp4 },
  stl: { type: "model/stl", begins: any, clean: cleanStl },
  step: { type: "text/plain", begins: at(0, "ISO-10303-21;"), clean: plainText },
  dxf: { type: "text/plain", begins: any, clean: plainText },
};
const alias: Record<string, string> = { jpeg: "jpg", stp: "step" };

/** Returns the kind a name promises, or undefined when we do not take it. */
export function kindOf(name: string): Kind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const key = alias[ending] ?? ending;
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
}
/** The `accept` of a file field takes this. */
export const endings: readonly string[] = [...Object.keys(kinds), ...Object.keys(alias)].map((ending) => `.${ending}`);
