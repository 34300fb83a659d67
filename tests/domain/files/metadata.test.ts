import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { Bytes } from "#app/platform/files/bytes.ts";
import { kindOf } from "#app/platform/files/kinds.ts";
import { asDownload, plainName } from "#app/platform/files/name.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const canary = "kanarie 52.3702 N 4.8952 E";
async function kept(name: string, bytes: Buffer): Promise<Buffer> {
  const kind = kindOf(name);
  if (!kind) throw new Error(`${name} is of no kind`);
  const pieces: Buffer[] = [];
  for await (const piece of kind.clean(new Bytes(Readable.from([bytes])))) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
function part(marker: string, body: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([latin(`\xff${marker}`), length, body]);
}
function chunk(type: string, body: Buffer, bigEndian: boolean): Buffer {
  const size = Buffer.alloc(4);
  if (bigEndian) size.writeUInt32BE(body.length);
  else size.writeUInt32LE(body.length);
  const padding = Buffer.alloc(bigEndian ? 4 : body.length % 2);
  return bigEndian
    ? Buffer.concat([size, latin(type), body, padding])
    : Buffer.concat([latin(type), size, body, padding]);
}
const frame = part("\xc0", latin("\x08\0\x01\0\x01\x01\x01\x11\0"));
const webp = (...parts: Buffer[]) => {
  const body = Buffer.concat([latin("WEBP"), ...parts]);
  return Buffer.concat([latin("RIFF"), Buffer.from(new Uint32Array([body.length]).buffer), body]);
};

test.each([
  [
    "x.jpg",
    Buffer.concat([
      latin("\xff\xd8"),
      part("\xe1", latin(`Exif\0\0II*\0${canary}`)),
      part("\xe1", latin(`http://ns.adobe.com/xap/1.0/\0${canary}`)),
      part("\xed", latin(`Photoshop 3.0\0${canary}`)),
      part("\xfe", latin(canary)),
      frame,
      latin(`\xff\xd9${canary}`),
    ]),
  ],
  [
    "x.png",
    Buffer.concat([
      latin("\x89PNG\r\n\x1a\n"),
      chunk("IHDR", latin("\0\0\0\x01\0\0\0\x01\x08\0\0\0\0"), true),
      ...["eXIf", "tEXt", "zTXt", "iTXt"].map((type) => chunk(type, latin(canary), true)),
      chunk("IDAT", latin("beeld"), true),
      chunk("IEND", latin(""), true),
      latin(canary),
    ]),
  ],
  [
    "x.webp",
    webp(
      chunk("VP8X", latin("\x0c\0\0\0\0\0\0\0\0\0"), false),
      chunk("VP8L", latin("\x2f\0\0\0\0\0\0\0\0\0"), false),
      chunk("EXIF", latin(canary), false),
      chunk("XMP ", latin(canary), false),
    ),
  ],
] as const)("%s keeps its picture, and nothing of where, when and by whom it was made", async (name, bytes) => {
  expect(bytes.includes("kanarie")).toBe(true);
  const clean = await kept(name, bytes);
  expect(clean.includes("kanarie")).toBe(false);
  expect(clean.length).toBeGreaterThan(15);
});
test("a name of a file cannot leave its folder, hide its ending or end its header", () => {
  for (const [given, plain] of [
    ["../../etc/passwd", "passwd"],
    ["C:\\map\\rapport.pdf", "rapport.pdf"],
    ["rapport\u202Efdp.exe", "rapportfdp.exe"],
    ["a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie: x=1.pdf"],
    ["..", ""],
  ] as const)
    expect(plainName(given), given).toBe(plain);
  expect(plainName(`${"a".repeat(5000)}.pdf`)).toMatch(/^a{146}\.pdf$/);
  for (const name of ['a"; filename="b.html', "één 'rapport' (2)*.pdf", "плaн.pdf", "a%0d%0ab.pdf", "a\\b;c.pdf"])
    expect(asDownload(name), name).toMatch(/^attachment; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[\w.~%-]*$/);
});
