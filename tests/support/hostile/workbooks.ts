import { deflateRawSync } from "node:zlib";

/** Makes a package with these parts, each already deflated. */
export function packed(parts: Record<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const contents: Buffer[] = [];
  let at = 0;
  for (const [name, data] of Object.entries(parts)) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(local, Buffer.from(name), data);
    contents.push(entry, Buffer.from(name));
    at += 30 + name.length + data.length;
  }
  const list = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  const n = Object.keys(parts).length;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(n, 8);
  end.writeUInt16LE(n, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}
type Cell = string | { formula: string; value: string };
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const letter = (n: number) => String.fromCharCode(65 + n);
/** Returns a shared text as an office program keeps it: in two runs, with a reading aid that is no part of it. */
const sharedString = (text: string) =>
  [
    `<si><r><t>${escaped(text.slice(0, 2))}</t></r>`,
    `<r><t xml:space="preserve">${escaped(text.slice(2))}</t></r>`,
    "<rPh><t>hoe</t></rPh></si>",
  ].join("");
/**
 * Returns a small workbook as an office program writes it: numbers as numbers, the rest as shared texts. `sheet`
 * replaces what it writes.
 */
export function workbook(rows: readonly (readonly Cell[])[], sheet?: string): Buffer {
  const shared: string[] = [];
  const cell = (c: Cell, row: number, column: number) => {
    const at = `r="${letter(column)}${row + 1}"`;
    if (typeof c !== "string") return `<x:c ${at}><x:f>${c.formula}</x:f><x:v>${c.value}</x:v></x:c>`;
    if (/^\d+$/.test(c)) return `<x:c ${at}><x:v>${c}</x:v></x:c>`;
    return c === "" ? "" : `<x:c ${at} t="s"><x:v>${shared.push(c) - 1}</x:v></x:c>`;
  };
  const made = [
    '<?xml version="1.0"?>',
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>',
    ...rows.map((row, r) => `<x:row r="${r + 1}">${row.map((c, i) => cell(c, r, i)).join("")}</x:row>`),
    "</x:sheetData></x:worksheet>",
  ].join("");
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": [
      '<workbook xmlns:r="x"><sheets>',
      '<sheet name="Eerste" sheetId="1" r:id="rId3"/><sheet name="Tweede" sheetId="2" r:id="rId4"/>',
      "</sheets></workbook>",
    ].join(""),
    "xl/_rels/workbook.xml.rels": [
      '<Relationships><Relationship Id="rId4" Target="worksheets/anders.xml"/>',
      '<Relationship Id="rId3" Target="worksheets/eerste.xml"/></Relationships>',
    ].join(""),
    "xl/worksheets/eerste.xml": sheet ?? made,
    "xl/sharedStrings.xml": `<sst>${shared.map(sharedString).join("")}</sst>`,
  };
  return packed(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, deflateRawSync(Buffer.from(xml))])),
  );
}
