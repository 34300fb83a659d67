// @module-tag slow
import { deflateRawSync } from "node:zlib";
import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentFindings } from "#app/domain/delivery/content-scan.ts";
import { composed, withoutMarks } from "#app/domain/marks.ts";
import { fold } from "#app/domain/skills/folded.ts";
import { readSheet } from "#app/domain/rounds/sheet.ts";
import { Broken, Bytes } from "#app/platform/files/bytes.ts";
import { kindOf } from "#app/platform/files/kinds.ts";
import { plainName } from "#app/platform/files/name.ts";
import { textSheet } from "#app/platform/sheets/text.server.ts";
import { workbookSheet } from "#app/platform/sheets/workbook.server.ts";
import { Unreadable } from "#app/platform/sheets/zip.server.ts";
import { sheetWords } from "#app/ui/rounds/sheet-words.ts";
import { fastest, growth, mostGrowth, type Costly } from "#tests/support/cost.ts";
import { packed } from "#tests/support/hostile/workbooks.ts";

// What comes in may be made to cost: twice as much of it costs at most 2.2 times the time (docs/trust.md H26).
const KB = 1024;
const MB = 1024 * KB;
const filled = (piece: string, size: number, [before, after] = ["", ""]) =>
  `${before}${piece.repeat(Math.ceil(size / piece.length))}${after}`;
const latin = (text: string) => Buffer.from(text, "latin1");

describe("the scan for personal data", () => {
  const crumbs = [
    "a",
    "@",
    ".",
    "-",
    "_",
    "+",
    " ",
    "0",
    "6",
    "1234567",
    "06",
    "+31",
    "0031",
    "NL",
    "NL20",
    "INGB",
    ",",
    "\n",
    "a@a",
    "a.a",
  ];
  test("costs the same for each character, whatever stands there", async () => {
    const worst = await Promise.all(
      fc
        .sample(fc.array(fc.constantFrom(...crumbs), { minLength: 1, maxLength: 6 }), { numRuns: 150 })
        .concat([["a"], ["@"], ["a@"], ["a@a"], ["a."], ["0"], ["0 "], ["NL"], ["a@a."], ["@a"]])
        .map(async (piece) => {
          const text = filled(piece.join(""), 32 * KB, ["x@", "!"]);
          return { piece: piece.join(""), took: await fastest(() => contentFindings(text), 2) };
        }),
    );
    for (const { piece } of worst.sort((a, b) => b.took - a.took).slice(0, 4)) {
      const make = (size: number) => {
        const text = filled(piece, size, ["x@", "!"]);
        return () => contentFindings(text);
      };
      expect(await growth({ make, from: 64 * KB, to: 4 * MB }), JSON.stringify(piece)).toBeLessThanOrEqual(mostGrowth);
    }
  });
  // 128 steps for each letter was the freeze of twenty seconds: linear as well, so the growth alone does not tell.
  test("letters without an address cost no more than words", async () => {
    const cost = async (text: string) => fastest(() => contentFindings(text), 5);
    const [letters, words] = [await cost("a".repeat(4 * MB)), await cost(filled("een woord. ", 4 * MB))];
    expect(letters / words).toBeLessThan(4);
  });
});

test.each([
  ["marks on one letter", "\u0301\u0323"],
  ["spaces", " "],
  ["letters", "é"],
])("words with %s are folded and named in proportion to their length", async (_, piece) => {
  for (const work of [fold, plainName, composed, withoutMarks])
    expect(
      await growth({
        make: (size) => {
          const text = filled(piece, size, ["a", "z"]);
          return () => work(text);
        },
        from: 4 * KB,
        to: 2 * MB,
      }),
    ).toBeLessThanOrEqual(mostGrowth);
});

const chunked = (bytes: Buffer) => Readable.from(slices(bytes), { objectMode: true });
function* slices(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 64 * KB) yield bytes.subarray(at, at + 64 * KB);
}
/** Reads a file as the store does; a refusal is an end as well. */
async function cleaned(name: string, bytes: Buffer) {
  let size = 0;
  try {
    for await (const piece of kindOf(name)?.clean(new Bytes(chunked(bytes))) ?? []) size += piece.length;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
  }
  return size;
}
const box = (type: string, body: Buffer) => {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + body.length);
  header.write(type, 4, "latin1");
  return Buffer.concat([header, body]);
};
/** Boxes within boxes, as deep as `size` allows. */
function nest(type: string, size: number): Buffer {
  const depth = Math.floor(size / 8);
  const bytes = Buffer.alloc(depth * 8);
  for (let n = 0; n < depth; n++) {
    bytes.writeUInt32BE((depth - n) * 8, n * 8);
    bytes.write(type, n * 8 + 4, "latin1");
  }
  return bytes;
}
const crumbs = (unit: Buffer, size: number) => Buffer.alloc(Math.ceil(size / unit.length) * unit.length, unit);
const riff = (parts: Buffer) => {
  const head = latin("RIFF....WEBP");
  head.writeUInt32LE(parts.length + 4, 4);
  return Buffer.concat([head, parts]);
};
const binaryStl = (size: number) => {
  const head = Buffer.alloc(84);
  head.writeUInt32LE(Math.floor(size / 50), 80);
  return Buffer.concat([head, Buffer.alloc(Math.floor(size / 50) * 50)]);
};
const jpegStart = Buffer.from([0xff, 0xd8]);
const jpegScan = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]);
const hostile: Record<string, [name: string, make: (size: number) => Buffer]> = {
  "a PNG of empty parts": [
    "a.png",
    (size) =>
      Buffer.concat([
        latin("\x89PNG\r\n\x1a\n"),
        latin("\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0...."),
        crumbs(latin("\0\0\0\0IDAT...."), size),
      ]),
  ],
  "a JPEG of fill bytes": ["a.jpg", (size) => Buffer.concat([jpegStart, Buffer.alloc(size, 0xff)])],
  "a JPEG of bare markers": ["a.jpg", (size) => Buffer.concat([jpegStart, crumbs(Buffer.from([0xff, 0xd0]), size)])],
  "a JPEG of empty segments": [
    "a.jpg",
    (size) => Buffer.concat([jpegStart, crumbs(Buffer.from([0xff, 0xfe, 0, 2]), size)]),
  ],
  "a JPEG of stuffed bytes": ["a.jpg", (size) => Buffer.concat([jpegScan, crumbs(Buffer.from([0xff, 0x00]), size)])],
  "a JPEG of restarts": ["a.jpg", (size) => Buffer.concat([jpegScan, crumbs(Buffer.from([0xff, 0xd1]), size)])],
  "a WebP of empty parts": ["a.webp", (size) => riff(crumbs(latin("ALPH\0\0\0\0"), size))],
  "a film of empty boxes": [
    "a.mp4",
    (size) => Buffer.concat([box("ftyp", latin("isom")), crumbs(box("free", Buffer.alloc(0)), size)]),
  ],
  "a film of tracks within tracks": [
    "a.mp4",
    (size) => Buffer.concat([box("ftyp", latin("isom")), box("moov", nest("trak", size))]),
  ],
  "a text of one line": ["a.txt", (size) => Buffer.alloc(size, "a")],
  "a text of line ends": ["a.txt", (size) => Buffer.alloc(size, "\n")],
  "a drawing of triangles": ["a.stl", binaryStl],
};
test.each(Object.entries(hostile))("%s is cleaned in proportion to its size", async (_, [name, bytesOf]) => {
  const make = (size: number) => {
    const bytes = bytesOf(size);
    return () => cleaned(name, bytes);
  };
  expect(await growth({ make, from: 64 * KB, to: 2 * MB })).toBeLessThanOrEqual(mostGrowth);
});

const read = (look: () => ReturnType<typeof textSheet>) => {
  try {
    return readSheet(look(), sheetWords());
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return null;
  }
};
const heading = "naam;e-mail;richting;niveau;uren;vaardigheden\n";
const lists: Record<string, (size: number) => string> = {
  "an open quote": (size) => `${heading}"${"a".repeat(size)}`,
  quotes: (size) => heading + '"'.repeat(size),
  "quotes and letters": (size) => heading + filled('"a', size),
  separators: (size) => heading + ";".repeat(size),
  "a heading of separators": (size) => `${";".repeat(size)}\n`,
  "empty lines": (size) => heading + "\n".repeat(size),
  returns: (size) => heading + "\r".repeat(size),
  spaces: (size) => heading + " ".repeat(size),
  "short rows": (size) => heading + filled("a;b@c.nl;water;hbo;8;x\n", size),
  skills: (size) => heading + filled(`a;b@c.nl;water;hbo;8;${filled("x:1;", 900)}\n`, size),
  colons: (size) => heading + filled(`a;b@c.nl;water;hbo;8;"${filled(": 1", 900)}"\n`, size),
  marks: (size) => heading + filled(`a;b@c.nl;${filled("\u0301\u0323", 900)};hbo;8;\n`, size),
};
test.each(Object.entries(lists))("a list of %s is read in proportion to its size", async (_, textOf) => {
  const make = (size: number) => {
    const bytes = Buffer.from(textOf(size));
    return () => read(() => textSheet(bytes));
  };
  expect(await growth({ make, from: 16 * KB, to: 1 * MB })).toBeLessThanOrEqual(mostGrowth);
});

const book = (sheet: string, shared: string) =>
  packed(
    Object.fromEntries(
      Object.entries({
        "xl/workbook.xml": '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
        "xl/worksheets/a.xml": sheet,
        "xl/sharedStrings.xml": `<sst>${shared}</sst>`,
      }).map(([name, xml]) => [name, deflateRawSync(Buffer.from(xml), { level: 1 })]),
    ),
  );
const rows = (inside: string) => `<worksheet><sheetData>${inside}</sheetData></worksheet>`;
/** Half of the size is one text, the other half are cells that point at it. */
const pointed = (text: (size: number) => string, cell: string) => (size: number) =>
  book(rows(`<row r="1">${filled(cell, size / 2)}</row>`), `<si><t>${text(size / 2)}</t></si>`);
const books: Record<string, (size: number) => Buffer> = {
  "cells that point at one text of spaces": pointed((size) => " ".repeat(size), '<c t="s"><v>0</v></c>'),
  "cells of one place that point at one long text": pointed(
    (size) => `${" ".repeat(size)}x`,
    '<c r="A1" t="s"><v>0</v></c>',
  ),
  "formulas in one cell": (size) => book(rows(filled('<c r="A1"><f/></c>', size)), ""),
  "empty tags": (size) => book(rows(filled("<a/>", size)), ""),
  "tags within tags": (size) => book(rows(filled("<a>", size)), ""),
  "one tag of attributes": (size) => book(rows(`<c ${filled('a="1" ', size)}/>`), ""),
  "one tag of different attributes": (size) =>
    book(rows(`<c ${Array.from({ length: size / 12 }, (_, n) => `a${n}="1"`).join(" ")}/>`), ""),
  entities: (size) => book(rows(`<row r="1"><c t="inlineStr"><is><t>${filled("&amp;", size)}</t></is></c></row>`), ""),
  "broken entities": (size) => book(rows(`<row r="1"><c><v>${filled("&", size)}</v></c></row>`), ""),
  comments: (size) => book(rows(filled("<!---->", size)), ""),
  "a comment without an end": (size) => book(rows(`<!--${filled("<!--", size)}`), ""),
  "texts in pieces": (size) => book(rows(""), `<si>${filled("<t>a</t>", size)}</si>`),
  "rows far apart": (size) => book(rows(filled('<row r="9999"><c r="CU9999"><v>1</v></c></row>', size)), ""),
};
test.each(Object.entries(books))("a workbook of %s is read in proportion to its size", async (_, bytesOf) => {
  const make: Costly["make"] = (size) => {
    const bytes = bytesOf(size);
    return () => read(() => workbookSheet(bytes));
  };
  expect(await growth({ make, from: 64 * KB, to: 2 * MB })).toBeLessThanOrEqual(mostGrowth);
});
