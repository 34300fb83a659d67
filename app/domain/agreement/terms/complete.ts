import type { Answer, Answers, Field, Fields } from "#app/domain/fields/fields.ts";
import { longest } from "#app/domain/fields/fields.ts";
import { isBlank } from "#app/domain/marks.ts";
import { isDay } from "#app/domain/calendar/holidays.ts";
import type { Obligation } from "#app/domain/words.ts";
import { needOf, termFields, termIds, termsIn, type TermId, type Terms } from "./fields.ts";
import { brokenRules } from "./rules.ts";

/** Tells whether a term has any answer; `gaps` tells whether the answer is complete. */
export const isFilled = (answer: Answer | undefined): boolean =>
  answer !== undefined &&
  answer !== null &&
  (typeof answer === "string" ? !isBlank(answer) : !Array.isArray(answer) || answer.length > 0);
const isRow = (answer: Answer): answer is Answers =>
  typeof answer === "object" && answer !== null && !Array.isArray(answer);
const whole = (answer: Answer, min: number, max: number) =>
  typeof answer === "number" && Number.isInteger(answer) && answer >= min && answer <= max;
const known = (options: readonly string[], answer: Answer) => typeof answer === "string" && options.includes(answer);

/** Tells whether a filled answer is one this field allows. */
function fits(field: Field, answer: Answer): boolean {
  switch (field.kind) {
    case "line":
    case "text":
      return typeof answer === "string" && answer.length <= (field.max ?? longest[field.kind]);
    case "date":
      return isDay(answer);
    case "money":
      return whole(answer, 0, 1_000_000_000);
    case "whole":
      return whole(answer, field.min ?? 0, field.max ?? Number.MAX_SAFE_INTEGER);
    case "yesno":
    case "check":
      return typeof answer === "boolean";
    case "kvk":
      return typeof answer === "string" && /^\d{8}$/.test(answer);
    case "choice":
      return known(field.options, answer);
    case "choices":
      return Array.isArray(answer) && answer.every((one) => known(field.options, one));
    case "rows":
      return (
        Array.isArray(answer) &&
        answer.length >= (field.min ?? 0) &&
        answer.length <= (field.max ?? 100) &&
        answer.every((row) => isRow(row) && rowFits(field.of, row))
      );
    default:
      return typeof answer === "string";
  }
}
const rowFits = (fields: Fields, row: Answers) =>
  Object.entries(fields).every(([id, field]) => {
    const answer = row[id];
    return isFilled(answer) ? fits(field, answer as Answer) : field.required !== true;
  });

/**
 * Returns the terms that still keep this version from being signed: missing ones that are M or L here, filled ones
 * that do not fit their field, and those that break a rule between terms (docs/domain.md 5.5, guard
 * `agreement_complete`). Terms that are not part of the obligation do not count.
 */
export function gaps(terms: Terms, obligation: Obligation): TermId[] {
  // An answer that does not fit its field is a gap already; no rule can read it.
  const broken = new Set(brokenRules(termsIn(terms), obligation));
  return termIds.filter((id) => {
    const need = needOf(id, obligation, terms);
    if (need === "-") return false;
    if (!isFilled(terms[id])) return need !== "O";
    return broken.has(id) || !fits(termFields[id].field, terms[id] as Answer);
  });
}

/**
 * Lists what makes a promise of a result testable and fair: criteria, terms, price, guarantee, silence (guard
 * `result_terms`; the quality owner's confirmation is checked beside it).
 */
const resultTerms = [
  "criteria",
  "deliverables",
  "acceptance_term",
  "rework_rounds",
  "rework_term",
  "silence_clause",
  "guarantee_scope",
  "guarantee_term",
  "guarantee_term_reason",
  "guarantee_remedy",
  "quality_owner",
  "fee_kind",
  "fee_amount",
  "instalments",
] as const satisfies readonly TermId[];
/** Tells whether the terms hold all that a promise of a result needs. */
export const resultTermsMet = (terms: Terms): boolean => {
  const open = gaps(terms, "result");
  return resultTerms.every((id) => !open.includes(id));
};
