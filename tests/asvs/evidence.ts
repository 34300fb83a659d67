import { existsSync, readFileSync } from "node:fs";
import type { Evidence, Row } from "./row.ts";

const texts = new Map<string, string | null>();
/** The text of a file with every run of spaces and line ends as one space; null when there is no such file. */
function textOf(file: string): string | null {
  if (!texts.has(file)) texts.set(file, existsSync(file) ? readFileSync(file, "utf8").replaceAll(/\s+/g, " ") : null);
  return texts.get(file) ?? null;
}
/** Says how a test begins: `test(`, `it.each(…)(` and their kin, with the title behind it. */
const calls = /\b(?:test|it|describe)(?:\.(?:each|for))?\(|\)\(/g;
function hasTest(text: string, title: string): boolean {
  return [...text.matchAll(calls)].some((call) => {
    const behind = text.slice(call.index + call[0].length).trimStart();
    const mark = behind[0] ?? "";
    const rest = behind.slice(1);
    // A title may end with what differs from case to case.
    return (
      /["'`]/.test(mark) &&
      rest.startsWith(title) &&
      [mark, ": ${", " ${"].some((end) => rest.startsWith(end, title.length))
    );
  });
}
/** Tells what is wrong with a piece of evidence, or null: its file is there, and so is the test or the sentence. */
export function missing(evidence: Evidence): string | null {
  const text = textOf(evidence.file);
  if (text === null) return `${evidence.file} is not there`;
  if ("title" in evidence)
    return hasTest(text, evidence.title) ? null : `${evidence.file} has no test "${evidence.title}"`;
  return text.includes(evidence.says.replaceAll(/\s+/g, " "))
    ? null
    : `${evidence.file} does not say "${evidence.says}"`;
}

/** Describes a row as it stands now: shown, a gap that is known, not for this product, or without what it needs. */
export type Standing = "shown" | "gap" | "not applicable" | "without";
export function standing(row: Row): Standing {
  if ("not" in row) return row.not ? "not applicable" : "without";
  if (row.shown.some((evidence) => missing(evidence) !== null)) return "without";
  if ("gap" in row) return row.gap ? "gap" : "without";
  return row.shown.length > 0 ? "shown" : "without";
}
