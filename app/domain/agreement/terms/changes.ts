import type { Answer, Answers } from "#app/domain/fields/fields.ts";
import { looksSame } from "#app/domain/marks.ts";
import type { Obligation } from "#app/domain/words.ts";
import { isFilled } from "./complete.ts";
import { termFields, termIds, type Section, type TermId, type Terms } from "./fields.ts";
import { rowsOf } from "./rules.ts";

export type Change = "added" | "removed" | "changed";
/** Describes one row of a repeated term that differs; `at` counts from 0 in the newer list (in the older for a removed row). */
type RowDifference = { at: number; change: Change; before: Answers | null; after: Answers | null };
type Difference = {
  id: TermId;
  section: Section;
  change: Change;
  before: Answer;
  after: Answer;
  rows: readonly RowDifference[];
};

/**
 * Tells whether it is the same content as people read it, whatever the order of keys; empty answers and absent ones
 * count as the same, and so does a text with signs in it that show nothing.
 */
function same(a: Answer | undefined, b: Answer | undefined): boolean {
  if (!isFilled(a) || !isFilled(b)) return isFilled(a) === isFilled(b);
  if (typeof a === "string" && typeof b === "string") return a === b || looksSame(a, b);
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => same(one, b[i]));
  const [left, right] = [a as Answers, b as Answers];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => same(left[key], right[key]));
}
/** Rows that stayed are paired wherever they moved to; the rest are paired in order. */
function rowDifferences(before: readonly Answers[], after: readonly Answers[]): RowDifference[] {
  const gone = before.map((row, at) => ({ row, at }));
  const fresh = after
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => {
      const unchanged = gone.findIndex((old) => same(old.row, row));
      if (unchanged >= 0) gone.splice(unchanged, 1);
      return unchanged < 0;
    });
  const changed = fresh.map(({ row, at }, i): RowDifference => {
    const old = gone[i];
    return old
      ? { at, change: "changed", before: old.row, after: row }
      : { at, change: "added", before: null, after: row };
  });
  return [
    ...changed,
    ...gone
      .slice(fresh.length)
      .map(({ row, at }): RowDifference => ({ at, change: "removed", before: row, after: null })),
  ];
}
/** Lists what one version says differently from another, in reading order: for comparing a proposal with what went before. */
export function differences(before: Terms, after: Terms): Difference[] {
  return termIds
    .filter((id) => !same(before[id], after[id]))
    .map((id) => {
      const [was, is] = [isFilled(before[id]), isFilled(after[id])];
      const rows = termFields[id].field.kind === "rows" ? rowDifferences(rowsOf(before[id]), rowsOf(after[id])) : [];
      return {
        id,
        section: termFields[id].section,
        change: !was ? "added" : !is ? "removed" : "changed",
        before: before[id] ?? null,
        after: after[id] ?? null,
        rows,
      };
    });
}
type Said = { terms: Terms; obligation: Obligation };
/**
 * Tells whether a version says something else than the signed one. `frozen`: what was signed, word for word; `asSigned`
 * makes that of the version. Without it the terms and the obligation alone are compared.
 */
export function saysOther(signed: Said, version: Said, frozen: unknown, asSigned: (version: Said) => Frozen): boolean {
  if (signed.obligation !== version.obligation || differences(signed.terms, version.terms).length > 0) return true;
  return frozen != null && !same(asSigned(version) as unknown as Answers, frozen as Answers);
}
type Frozen = Readonly<Record<string, unknown>>;
/**
 * Tells whether students must be asked again: their annexes name the version, and this one touches rights or secrecy
 * (docs/domain.md 5.5).
 */
export const asksNewAnnexes = (changes: readonly Difference[]): boolean =>
  changes.some(({ section }) => section === "rights" || section === "secrecy");
