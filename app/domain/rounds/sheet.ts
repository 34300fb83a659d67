import type { SkillAt } from "#app/domain/matching/instance.ts";
import { isBlank } from "#app/domain/marks.ts";
import { readEmail, unreadable } from "#app/domain/fields/scalars.ts";
import type { AgeBand } from "#app/domain/words.ts";
import { fold } from "#app/domain/skills/folded.ts";
import { skills as allSkills, skillTerms } from "#app/domain/skills/skills.ts";
import { mostHours } from "./fields.ts";
import { skillLevels, type DayPart, type Discipline, type StudyLevel } from "./words.ts";

/** Lists the columns of a list of students; the first five must be there. */
export const sheetColumns = [
  "name",
  "email",
  "discipline",
  "level",
  "hours",
  "number",
  "programme",
  "day_parts",
  "skills",
  "age",
] as const;
export type SheetColumn = (typeof sheetColumns)[number];
const needed: readonly SheetColumn[] = sheetColumns.slice(0, 5);
/** One list has at most so many rows, the heading aside. */
export const mostSheetRows = 10_000;

/** Describes a student as a list says it. `row` is the number the sheet itself shows. */
export type SheetRow = {
  row: number;
  name: string;
  email: string;
  number: string;
  programme: string;
  discipline: Discipline;
  level: StudyLevel;
  hours: number;
  dayParts: DayPart[];
  skills: SkillAt[];
  /** Is kept as a band only; null where the list says nothing. */
  age: AgeBand | null;
};
/** `care` problems are told and do no harm; any other means that nothing of the list counts. */
const sheetProblems = [
  "no_rows",
  "too_many_rows",
  "missing_column",
  "column_twice",
  "unknown_column",
  "required",
  "too_long",
  "unreadable",
  "not_an_email",
  "unknown_code",
  "unknown_skill",
  "unknown_level",
  "not_hours",
  "email_twice",
  "number_twice",
  "number_taken",
  "broken_quotes",
  "formula",
  "formula_cell",
] as const;
export type SheetProblemCode = (typeof sheetProblems)[number];
export type SheetProblem = { row: number; column: SheetColumn | null; code: SheetProblemCode; value: string };
export const cares: readonly SheetProblemCode[] = ["unknown_column", "formula", "formula_cell"];
/** Tells whether a list may be taken over: what is left to say are cares, which stop nothing. */
export const counts = (problems: readonly SheetProblem[]): boolean =>
  problems.every(({ code }) => cares.includes(code));

/** Lists what people may write in a list, in every language, folded (`fold`): words come from `i18n`. */
export type SheetWords = {
  columns: Readonly<Record<string, SheetColumn>>;
  disciplines: Readonly<Record<string, Discipline>>;
  levels: Readonly<Record<string, StudyLevel>>;
  dayParts: Readonly<Record<string, DayPart>>;
  ages: Readonly<Record<string, AgeBand>>;
};
/** Describes a sheet as cells of text; `formulas` are cells that the sheet computed, by row and column from 0. */
export type Sheet = {
  cells: readonly (readonly string[])[];
  formulas: readonly { row: number; column: number }[];
  tooMany: boolean;
  brokenAt: number | null;
};

/** Cells that begin like this would be computed by a spreadsheet; here they are text. */
const computed = /^\s*[=+\-@]/;
const shown = (value: string) => value.slice(0, 60);
/**
 * More of a cell than this nobody reads, in characters: one text may stand in a hundred thousand cells. No name of a
 * code or a skill is longer than `longestName`.
 */
export const longestCell = 2000;
const longestName = 200;
/** Finds what a list of words says of a name, however it is written. */
const named = <T>(list: Readonly<Record<string, T>>, name: string): T | undefined => {
  const folded = name.length > longestName ? "" : fold(name);
  return Object.hasOwn(list, folded) ? list[folded] : undefined;
};
const longestText: Partial<Record<SheetColumn, number>> = { name: 120, number: 40, programme: 120 };

/**
 * Reads a list: its heading, then row by row. Promises: a problem names its row as the sheet numbers it, its column and
 * what stands there; rows come out only when they can be read whole; nothing is computed.
 */
export function readSheet(
  { cells, formulas, tooMany, brokenAt }: Sheet,
  words: SheetWords,
): { rows: SheetRow[]; problems: SheetProblem[] } {
  const problems: SheetProblem[] = [];
  if (brokenAt !== null)
    return { rows: [], problems: [{ row: brokenAt, column: null, code: "broken_quotes", value: "" }] };
  const first = cells.findIndex((row) => row.some(filled));
  const places = headingOf(cells[first] ?? [], first + 1, words, problems);
  if (tooMany)
    problems.push({
      row: first + 2 + mostSheetRows,
      column: null,
      code: "too_many_rows",
      value: String(mostSheetRows),
    });
  if (problems.some(({ code }) => !cares.includes(code))) return { rows: [], problems };
  const rows: SheetRow[] = [];
  const seen = { email: new Map<string, number>(), number: new Map<string, number>() };
  for (const [at, row] of cells.entries())
    if (at > first && row.some(filled)) {
      const found = rowOf(row, at + 1, places, words, problems);
      if (found && unique(found, seen, problems)) rows.push(found);
    }
  const columnAt = new Map([...places].map(([column, place]) => [place, column]));
  for (const { row, column } of formulas) {
    const name = columnAt.get(column);
    if (row > first && name)
      problems.push({ row: row + 1, column: name, code: "formula_cell", value: shown(cells[row]?.[column] ?? "") });
  }
  if (rows.length === 0 && problems.length === 0)
    problems.push({ row: Math.max(1, first + 1), column: null, code: "no_rows", value: "" });
  return { rows, problems: inOrder(problems) };
}
/** Orders by row, then as the columns stand. */
const inOrder = (problems: SheetProblem[]) => problems.sort((a, b) => a.row - b.row || place(a) - place(b));
const place = ({ column }: SheetProblem) => (column === null ? -1 : sheetColumns.indexOf(column));
const filled = (cell: string) => !isBlank(cell);
function headingOf(
  heading: readonly string[],
  row: number,
  words: SheetWords,
  problems: SheetProblem[],
): Map<SheetColumn, number> {
  const places = new Map<SheetColumn, number>();
  for (const [at, cell] of heading.entries())
    if (filled(cell)) {
      const column = named(words.columns, cell);
      if (!column) problems.push({ row, column: null, code: "unknown_column", value: shown(cell) });
      else if (places.has(column)) problems.push({ row, column, code: "column_twice", value: shown(cell) });
      else places.set(column, at);
    }
  for (const column of needed)
    if (!places.has(column)) problems.push({ row: Math.max(1, row), column, code: "missing_column", value: "" });
  return places;
}
type Reader = (column: SheetColumn) => string;
function rowOf(
  cells: readonly string[],
  row: number,
  places: ReadonlyMap<SheetColumn, number>,
  words: SheetWords,
  problems: SheetProblem[],
): SheetRow | null {
  const own: SheetProblem[] = [];
  const report: Report = (column, code, value = "") => void own.push({ row, column, code, value: shown(value) });
  const text: Reader = (column) => {
    const whole = cells[places.get(column) ?? -1] ?? "";
    const value = whole.slice(0, longestCell).replaceAll(/\s+/g, " ").trim();
    if (unreadable(value)) report(column, "unreadable");
    else if (whole.length > longestCell || value.length > (longestText[column] ?? 1000))
      report(column, "too_long", value);
    else if (value === "" && needed.includes(column)) report(column, "required");
    else if (computed.test(value) && longestText[column]) report(column, "formula", value);
    return value;
  };
  const code = <T>(column: SheetColumn, list: Readonly<Record<string, T>>) => {
    const value = text(column);
    const found = named(list, value);
    if (value !== "" && found === undefined) report(column, "unknown_code", value);
    return found;
  };
  const email = text("email");
  if (email !== "" && "error" in readEmail(email)) report("email", "not_an_email", email);
  const hours = text("hours");
  if (hours !== "" && !(/^\d{1,2}$/.test(hours) && Number(hours) >= 1 && Number(hours) <= mostHours))
    report("hours", "not_hours", hours);
  const found = {
    row,
    name: text("name"),
    email,
    number: text("number"),
    programme: text("programme"),
    discipline: code("discipline", words.disciplines),
    level: code("level", words.levels),
    hours: Number(hours),
    dayParts: dayPartsIn(text("day_parts"), words, report),
    skills: skillsOf(text("skills"), report),
    age: ageIn(text("age"), words, report),
  };
  problems.push(...own);
  return counts(own) ? (found as SheetRow) : null;
}
/** Reads an age in years or one of our words for it; nobody's birthday is asked. */
function ageIn(value: string, words: SheetWords, report: Report): AgeBand | null {
  const [, years] = /^(\d{2})(?: ?jaar| ?years)?$/i.exec(value) ?? [];
  const age = Number(years);
  if (value === "") return null;
  if (years !== undefined && age >= 10) return age < 16 ? "under_16" : age < 18 ? "16_17" : "18_plus";
  const found = named(words.ages, value);
  if (found === undefined) report("age", "unknown_code", value);
  return found ?? null;
}
type Report = (column: SheetColumn, code: SheetProblemCode, value?: string) => void;
function dayPartsIn(value: string, words: SheetWords, report: Report): DayPart[] {
  const found = new Set<DayPart>();
  for (const piece of value.split(/[,;|/]/).filter(filled)) {
    const part = named(words.dayParts, piece);
    if (part) found.add(part);
    else report("day_parts", "unknown_code", piece.trim());
  }
  return [...found];
}
let terms: Map<string, string> | undefined;
/** Finds a skill by any of its names in both languages, and by its ESCO id whole or as the last part of its address. */
const skillNamed = (name: string) => (name.length > longestName ? undefined : skillTermed(name));
const skillTermed = (name: string) =>
  (terms ??= new Map(
    allSkills
      .toReversed()
      .flatMap((s) =>
        [...skillTerms(s, "en"), ...skillTerms(s, "nl"), s.uri, s.uri.split("/").at(-1) ?? ""].map(
          (term) => [fold(term), s.uri] as const,
        ),
      ),
  )).get(fold(name));
const leveled = /(?::\s*(\d+)|\((\d+)\))$/;
function skillIn(piece: string): { uri: string | undefined; level: string } {
  const found = leveled.exec(piece);
  const [after, within] = [found?.[1], found?.[2]];
  const name = found ? piece.slice(0, found.index).trimEnd() : piece;
  return { uri: skillNamed(name) ?? skillNamed(piece), level: after ?? within ?? "1" };
}
/**
 * `name: 2; name (3); name`: a level of 1 to 3 after the name; without one it is 1. Some names hold a comma, so commas
 * only part what is no name as a whole.
 */
function skillsOf(value: string, report: Report): SkillAt[] {
  const found = new Map<string, number>();
  const pieces = value
    .split(/[;|]/)
    .filter(filled)
    .map((piece) => piece.trim());
  for (const piece of pieces.flatMap((whole) =>
    skillIn(whole).uri
      ? [whole]
      : whole
          .split(",")
          .filter(filled)
          .map((part) => part.trim()),
  )) {
    const { uri, level } = skillIn(piece);
    if (!uri) report("skills", "unknown_skill", piece);
    else if (!skillLevels.some((known) => String(known) === level)) report("skills", "unknown_level", piece);
    else found.set(uri, Number(level));
  }
  return [...found].map(([skill, level]) => ({ skill, level }));
}
function unique(
  found: SheetRow,
  seen: { email: Map<string, number>; number: Map<string, number> },
  problems: SheetProblem[],
): boolean {
  let alone = true;
  for (const column of ["email", "number"] as const) {
    const key = found[column].toLowerCase();
    const first = seen[column].get(key);
    if (key === "") continue;
    if (first !== undefined) {
      problems.push({
        row: found.row,
        column,
        code: column === "email" ? "email_twice" : "number_twice",
        value: String(first),
      });
      alone = false;
    } else seen[column].set(key, found.row);
  }
  return alone;
}
