import { crc32, deflateRawSync, deflateSync } from "node:zlib";

/** Tells what must become of an upload: refused beside the field, kept as it came, or kept without what does not belong in it. */
type Fate = "refused" | "kept" | "cleaned";
type HostileFile = { name: string; bytes: Buffer; fate: Fate };

const ascii = (text: string) => Buffer.from(text, "latin1");
function png(width: number, height: number): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([ascii(type), body]);
    return Buffer.concat([u32be(body.length), named, u32be(crc32(named))]);
  };
  return Buffer.concat([
    ascii("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", Buffer.concat([u32be(width), u32be(height), Buffer.from([8, 0, 0, 0, 0])])),
    chunk("IDAT", deflateSync(Buffer.alloc(9))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
const u32be = (n: number) => {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(n);
  return four;
};
/** Makes a WebP of one part, without a picture behind it. */
function webp(type: string, part: string): Buffer {
  const body = ascii(part);
  const size = Buffer.alloc(8);
  size.writeUInt32LE(body.length + 12, 0);
  size.writeUInt32LE(body.length, 4);
  return Buffer.concat([ascii("RIFF"), size.subarray(0, 4), ascii(`WEBP${type}`), size.subarray(4), body]);
}
type Entry = { name: string; body: Buffer; unix?: number };
/** A zip archive with any names in it, also ones no decent program writes. */
function zip(entries: readonly Entry[]): Buffer {
  const [parts, listed]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, body, unix = 0 } of entries) {
    const packed = deflateRawSync(body);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(body), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(body.length, 18);
    about.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((unix << 16) >>> 0, 6);
    tail.writeUInt32LE(at, 10);
    const part = Buffer.concat([ascii("PK\x03\x04"), about, ascii(name), packed]);
    parts.push(part);
    listed.push(Buffer.concat([ascii("PK\x01\x02"), Buffer.from([20, 3]), about, tail, ascii(name)]));
    at += part.length;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length & 0xffff, 4);
  end.writeUInt16LE(entries.length & 0xffff, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, list, ascii("PK\x05\x06"), end]);
}
const page = ascii("<html><script>alert(document.domain)</script></html>");
const inner = zip([{ name: "b.bin", body: Buffer.alloc(10_000_000) }]);
const types = (text: string) => ({ name: "[Content_Types].xml", body: ascii(text) });
// It is the scanner's own test word, in two halves so that no scanner stops at this file.
const scanned = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EI" + "CAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

/** These pictures are larger than any screen, cut off, or have something behind them. */
const pictures = (): HostileFile[] => [
  { name: "pixel-flood.png", bytes: png(60_000, 60_000), fate: "refused" },
  { name: "pixel-flood.gif", bytes: ascii("GIF89a\xff\xff\xff\xff\0\0\0;"), fate: "refused" },
  {
    name: "pixel-flood.jpg",
    bytes: ascii("\xff\xd8\xff\xc2\0\x0b\x08\xff\xff\xff\xff\x01\x01\x11\0\xff\xd9"),
    fate: "refused",
  },
  { name: "pixel-flood-extended.webp", bytes: webp("VP8X", "\0\0\0\0\xff\xff\0\xff\xff\0"), fate: "refused" },
  { name: "pixel-flood-lossless.webp", bytes: webp("VP8L", "\x2f\xff\xff\xff\x0f\0\0\0\0\0"), fate: "refused" },
  { name: "pixel-flood-lossy.webp", bytes: webp("VP8 ", "\0\0\0\x9d\x01\x2a\xff\x3f\xff\x3f"), fate: "refused" },
  { name: "small.webp", bytes: webp("VP8L", "\x2f\0\0\0\0\0\0\0\0\0"), fate: "kept" },
  { name: "small.gif", bytes: ascii("GIF89a\x01\0\x01\0\0\0\0;"), fate: "kept" },
  {
    name: "small.jpg",
    bytes: ascii("\xff\xd8\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xd9"),
    fate: "kept",
  },
  { name: "tiny-valid.png", bytes: png(1, 1), fate: "kept" },
  { name: "truncated.png", bytes: png(1, 1).subarray(0, 40), fate: "refused" },
  { name: "png-with-html-tail.png", bytes: Buffer.concat([png(1, 1), page]), fate: "cleaned" },
];

/** Makes pages and scripts that call themselves something else. */
const scripts = (): HostileFile[] => [
  { name: "html-as.pdf", bytes: page, fate: "refused" },
  { name: "html-as.png", bytes: page, fate: "refused" },
  {
    name: "xss.svg",
    bytes: ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'),
    fate: "refused",
  },
  {
    name: "xxe.svg",
    bytes: ascii(
      '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>' +
        '<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    ),
    fate: "refused",
  },
  { name: "gif-js-polyglot.gif", bytes: ascii(`GIF89a/*${"\0".repeat(20)}*/=1;alert(1);//`), fate: "refused" },
];

/** Returns uploads that have hurt other systems, made here so that nothing dangerous lies in the folder (docs/trust.md 3.5). */
export const hostileFiles = (): HostileFile[] => [
  { name: "empty.pdf", bytes: Buffer.alloc(0), fate: "refused" },
  ...scripts(),
  {
    name: "pdf-js.pdf",
    bytes: ascii(
      "%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Pages 2 0 R>>endobj\n" +
        "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    ),
    fate: "kept",
  },
  { name: "eicar.txt", bytes: ascii(scanned), fate: "kept" },
  ...pictures(),
  {
    name: "zip-slip.zip",
    bytes: zip(["../../../../tmp/evil.txt", "/abs.txt", "..\\..\\w.txt"].map((name) => ({ name, body: ascii("x") }))),
    fate: "kept",
  },
  { name: "zip-bomb-100MB.zip", bytes: zip([{ name: "b.bin", body: Buffer.alloc(100_000_000) }]), fate: "kept" },
  {
    name: "many-files.zip",
    bytes: zip(Array.from({ length: 20_000 }, (_, n) => ({ name: `${n}.txt`, body: Buffer.alloc(0) }))),
    fate: "kept",
  },
  {
    name: "nested.zip",
    bytes: zip(Array.from({ length: 50 }, (_, n) => ({ name: `${n}.zip`, body: inner }))),
    fate: "kept",
  },
  {
    name: "docx-macro-like.docx",
    bytes: zip([types("<Types/>"), { name: "word/vbaProject.bin", body: Buffer.alloc(10) }]),
    fate: "kept",
  },
  {
    name: "docx-xxe.docx",
    bytes: zip([
      types('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Types>&e;</Types>'),
    ]),
    fate: "kept",
  },
  { name: "symlink.zip", bytes: zip([{ name: "link", body: ascii("/etc/passwd"), unix: 0o120777 }]), fate: "kept" },
  { name: "exe-as.pdf", bytes: Buffer.concat([ascii("MZ"), Buffer.alloc(200)]), fate: "refused" },
  { name: "pe.exe", bytes: Buffer.concat([ascii("MZ"), Buffer.alloc(200)]), fate: "refused" },
  {
    name: "over-10MB.pdf",
    bytes: Buffer.concat([ascii("%PDF-1.4\n"), Buffer.alloc(10 * 1024 * 1024, 48), ascii("\n%%EOF")]),
    fate: "kept",
  },
  { name: "utf16-bom.csv", bytes: Buffer.from("\ufeff=1+1;x\r\n", "utf16le"), fate: "kept" },
];
