import { posix } from "node:path";
import { Parser } from "saxen";
import { isBlank } from "#app/domain/marks.ts";
import { longestCell, mostSheetRows, type Sheet } from "#app/domain/rounds/sheet.ts";
import { openZip, Unreadable } from "./zip.server.ts";

type Attributes = Record<string, string>;
type Watch = {
  open: (name: string, attributes: () => Attributes, stop: () => void) => void;
  text?: (words: string) => void;
  close?: (name: string, stop: () => void) => void;
};
/**
 * Reads XML piece by piece; names without their prefix. No entity is looked up and nothing is fetched: the parser knows
 * the five of XML only.
 */
function read(xml: string, { open, text, close }: Watch) {
  refuseLongTags(xml);
  const parser = new Parser();
  const bare = (name: string) => name.slice(name.indexOf(":") + 1);
  const stop = () => parser.stop();
  parser.on("error", () => {
    throw new Unreadable("xml");
  });
  parser.on("openTag", (name, attributes, decode) =>
    open(
      bare(name),
      () => Object.fromEntries(Object.entries(attributes()).map(([key, value]) => [bare(key), decode(value)])),
      stop,
    ),
  );
  if (text) {
    parser.on("text", (words, decode) => text(decode(words)));
    parser.on("cdata", text);
  }
  if (close) parser.on("closeTag", (name) => close(bare(name), stop));
  parser.parse(xml);
}
/** No tag of an office program is longer, in characters; one with a hundred thousand attributes was made to hurt. */
const longestTag = 65_536;
function refuseLongTags(xml: string): void {
  let end = -1;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    if (end < at) end = xml.indexOf(">", at);
    if (end < 0 || end - at > longestTag) throw new Unreadable("xml");
  }
}
/** Holds room for the heading and what stands above it; columns further to the right are no list. */
const room = { rows: mostSheetRows + 20, columns: 100 };

/**
 * Returns the first sheet of an XLSX workbook as cells of text. Formulas are not computed: what the sheet kept as
 * their outcome is read, and the cell is named. Throws Unreadable.
 */
export function workbookSheet(bytes: Buffer): Sheet {
  const part = openZip(bytes);
  const xml = part(firstSheet(part)) ?? noSheet();
  const shared = sharedWords(part("xl/sharedStrings.xml"));
  return cellsIn(xml, shared);
}
const noSheet = (): never => {
  throw new Unreadable("no sheet");
};
function firstSheet(part: (name: string) => string | null): string {
  let id = "",
    target = "";
  read(part("xl/workbook.xml") ?? noSheet(), {
    open: (name, attributes, stop) => {
      if (name === "sheet" && id === "") {
        id = attributes().id ?? "";
        stop();
      }
    },
  });
  read(part("xl/_rels/workbook.xml.rels") ?? noSheet(), {
    open: (name, attributes) => {
      const a = attributes();
      if (name === "Relationship" && a.Id === id) target = a.Target ?? "";
    },
  });
  return target === "" ? noSheet() : target.startsWith("/") ? target.slice(1) : posix.join("xl", target);
}
/** Many cells may point at one text, so what is found in it is found once. */
type Words = { text: string; blank: boolean };
const wordsOf = (whole: string): Words => {
  const text = whole.slice(0, longestCell + 1); // one more, so that it is told from one that just fits
  return { text, blank: isBlank(text) };
};
/** Returns texts that cells point at; their parts in other letters are one text, how it is said aloud is none. */
function sharedWords(xml: string | null): Words[] {
  const words: Words[] = [];
  if (xml === null) return words;
  let now = "",
    inText = false,
    aloud = false;
  read(xml, {
    open: (name) => {
      if (name === "si") now = "";
      if (name === "rPh") aloud = true;
      if (name === "t") inText = !aloud;
    },
    text: (said) => {
      if (inText) now += said;
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") aloud = false;
      if (name === "si") words.push(wordsOf(now));
    },
  });
  return words;
}
type Place = { row: number; column: number };
/** Reads "C12" as numbers from 0; a cell without a place stands after the one before it. */
function placeOf(reference: string | undefined, before: Place): Place {
  const [, letters = "", digits = ""] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? "") ?? [];
  if (letters === "") return { row: before.row, column: before.column + 1 };
  return {
    row: Number(digits) - 1,
    column: [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  };
}
const nothing: Words = { text: "", blank: true };
function cellsIn(xml: string, shared: readonly Words[]): Sheet {
  const cells: string[][] = [];
  const begun = new Set<number>();
  const formulas = new Map<number, Place>();
  let at: Place = { row: -1, column: -1 },
    kind = "",
    value = "",
    reading = false,
    tooMany = false;
  const keep = () => {
    const { text, blank } =
      kind === "s" ? (shared[Number(value)] ?? nothing) : wordsOf(kind === "b" ? (value === "1" ? "1" : "0") : value);
    if (blank || at.column >= room.columns || at.row < 0 || at.row >= room.rows) return;
    while (cells.length <= at.row) cells.push([]);
    const row = cells[at.row] ?? [];
    begun.add(at.row);
    while (row.length <= at.column) row.push("");
    row[at.column] = text;
  };
  read(xml, {
    open: (name, attributes, stop) => {
      if (name === "row") at = { row: rowAt(attributes().r, at.row), column: -1 };
      if (name === "c") {
        const a = attributes();
        at = placeOf(a.r, at);
        kind = a.t ?? "n";
        value = "";
      }
      if (name === "f" && at.column < room.columns) formulas.set(at.row * room.columns + at.column, at);
      reading = name === "v" || name === "t";
      if (at.row >= room.rows || begun.size > mostSheetRows + 1) {
        tooMany = true;
        stop();
      }
    },
    text: (said) => {
      if (reading) value += said;
    },
    close: (name) => {
      if (name === "v" || name === "t") reading = false;
      if (name === "c") keep();
    },
  });
  return {
    cells,
    formulas: [...formulas.values()],
    tooMany: tooMany || begun.size > mostSheetRows + 1,
    brokenAt: null,
  };
}
const rowAt = (said: string | undefined, before: number) =>
  /^\d{1,7}$/.test(said ?? "") ? Number(said) - 1 : before + 1;
