import type { Answer, Answers } from "#app/domain/fields/fields.ts";
import { textIn } from "#app/domain/fields/text-in.ts";
import { sides, type Obligation } from "#app/domain/words.ts";
import type { TermId, Terms } from "./fields.ts";

/** The rows of a repeated term; anything else counts as none. */
export const rowsOf = (answer: Answer | undefined): readonly Answers[] =>
  Array.isArray(answer)
    ? answer.filter((row): row is Answers => typeof row === "object" && row !== null && !Array.isArray(row))
    : [];
/** Two names that people would read as one. */
export const sameName = (a: string, b: string) => {
  const [one, other] = [a, b].map((name) => name.trim().toLowerCase().replaceAll(/\s+/g, " "));
  return one !== "" && one === other;
};
const list = (answer: Answer | undefined): readonly Answer[] => (Array.isArray(answer) ? answer : []);
const both = (answer: Answer | undefined) => sides.every((side) => rowsOf(answer).some((row) => row.side === side));
const cents = (answer: Answer | undefined) => (typeof answer === "number" ? answer : 0);
const within = (t: Terms, day: Answer | undefined) =>
  textIn(day) === "" ||
  ((textIn(t.start_date) === "" || textIn(day) >= textIn(t.start_date)) &&
    (textIn(t.end_date) === "" || textIn(day) <= textIn(t.end_date)));
const subsidised = (t: Terms) => t.funding_regime === "subsidised_ppp";

/**
 * The instalments add up to the fee; for a result the last one waits for acceptance, and none of it may be asked
 * afterwards only by date.
 */
function instalmentsHold(t: Terms, obligation: Obligation): boolean {
  const rows = rowsOf(t.instalments);
  if (rows.length === 0) return true;
  const last = rows.at(-1)?.trigger;
  return (
    rows.reduce((sum, row) => sum + cents(row.amount), 0) === cents(t.fee_amount) &&
    (obligation === "effort"
      ? rows.every((row) => row.trigger !== "acceptance")
      : last === "acceptance" || last === "end")
  );
}

/** Rules that one field cannot check alone; each names the term to repair (docs/domain.md 5.1, 5.3, 5.4, 5.5). */
const rules: Partial<Record<TermId, (t: Terms, obligation: Obligation) => boolean>> = {
  obligation: (t, obligation) => t.obligation === obligation,
  parties: (t) => both(t.parties),
  signatories: (t) => both(t.signatories),
  mandate_proof: (t) => both(t.mandate_proof),
  /** Two digits and two letters, with two more digits for a branch. */
  brin: (t) => /^\d{2}[A-Z]{2}(\d{2})?$/i.test(textIn(t.brin)),
  openness_effects: (t) => !subsidised(t) || t.openness_effects === "open_results",
  learning_goals: (t) =>
    ["student", "teacher", "employee"].every((group) =>
      rowsOf(t.learning_goals).some((row) => row.group === group && textIn(row.goal).trim() !== ""),
    ),
  /** At least one can be measured, and nobody who guides the team measures. */
  criteria: (t) =>
    rowsOf(t.criteria).some((row) => textIn(row.value).trim() !== "") &&
    rowsOf(t.criteria).every(
      (row) => !rowsOf(t.supervisors).some((s) => sameName(textIn(s.name), textIn(row.measurer))),
    ),
  milestones: (t, obligation) =>
    rowsOf(t.milestones).length >= (obligation === "result" ? 2 : 1) &&
    rowsOf(t.milestones).every((row) => within(t, row.date)),
  end_date: (t) => textIn(t.start_date) === "" || textIn(t.end_date) > textIn(t.start_date),
  midterm_date: (t) => within(t, t.midterm_date),
  end_report: (t) => t.end_report === true,
  fee_amount: (t) => t.fee_kind !== "none" || t.fee_amount === 0,
  instalments: instalmentsHold,
  confidentiality_exceptions: (t) => list(t.confidentiality_exceptions).includes("examiner"),
  processing_agreement: (t) => t.real_personal_data !== true || t.processing_agreement !== "not_needed",
  curriculum_use_right: (t) => !subsidised(t) || t.curriculum_use_right !== "no",
  knowledge_product: (t) => !subsidised(t) || t.knowledge_product !== "none",
};
/** The terms that break a rule between terms. */
export const brokenRules = (terms: Terms, obligation: Obligation): TermId[] =>
  (Object.keys(rules) as TermId[]).filter((id) => !(rules[id]?.(terms, obligation) ?? true));
