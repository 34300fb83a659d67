import { asRead, isBlank } from "#app/domain/marks.ts";
import type { Answer, Answers } from "#app/domain/fields/fields.ts";
import { sides, type Obligation, type Side } from "#app/domain/words.ts";
import type { TermId, Terms } from "./fields.ts";

/** The rows of whichever term this is; one that has no rows has none. */
export const rowsOf = (answer: Answer | undefined): readonly Answers[] =>
  Array.isArray(answer)
    ? answer.filter((row): row is Answers => typeof row === "object" && row !== null && !Array.isArray(row))
    : [];
/** Tells whether there is anything of it to read. */
export const isSeen = (name: string): boolean => asRead(name) !== "";
/** Two names that people would read as one. */
export const sameName = (a: string, b: string) => {
  const [one, other] = [a, b].map(asRead);
  return one !== "" && one === other;
};
const both = (rows: readonly { side?: Side | null }[] | null | undefined) =>
  sides.every((side) => (rows ?? []).some((row) => row.side === side));
const isText = (text: string | null | undefined) => !isBlank(text ?? "");
/** Tells whether a day lies within the planned work, as far as both are known. */
const within = ({ start_date: from, end_date: to }: Terms, day: string | null | undefined) =>
  !day || ((!from || day >= from) && (!to || day <= to));
const subsidised = (t: Terms) => t.funding_regime === "subsidised_ppp";

/** Tells what the instalments add up to, where that is something else than the fee. */
export function sumOff({ instalments, fee_amount: fee }: Terms): number | null {
  const rows = instalments ?? [];
  const sum = rows.reduce((all, row) => all + (row.amount ?? 0), 0);
  return rows.length === 0 || sum === (fee ?? 0) ? null : sum;
}
/**
 * The instalments add up to the fee; for a result the last one waits for acceptance, and none of it may be asked
 * afterwards only by date.
 */
function instalmentsHold(t: Terms, obligation: Obligation): boolean {
  const rows = t.instalments ?? [];
  if (rows.length === 0) return true;
  const last = rows.at(-1)?.trigger;
  return (
    sumOff(t) === null &&
    (obligation === "effort"
      ? rows.every((row) => row.trigger !== "acceptance")
      : last === "acceptance" || last === "end")
  );
}

/** Holds rules that one field cannot check alone; each names the term to repair (docs/domain.md 5.1, 5.3, 5.4, 5.5). */
const rules: Partial<Record<TermId, (t: Terms, obligation: Obligation) => boolean>> = {
  obligation: (t, obligation) => t.obligation === obligation,
  parties: (t) => both(t.parties),
  signatories: (t) => both(t.signatories),
  mandate_proof: (t) => both(t.mandate_proof),
  /** A school's number has two digits and two letters, and two more digits for a branch. */
  brin: (t) => /^\d{2}[A-Z]{2}(\d{2})?$/i.test(t.brin ?? ""),
  openness_effects: (t) => !subsidised(t) || t.openness_effects === "open_results",
  learning_goals: (t) =>
    (["student", "teacher", "employee"] as const).every((group) =>
      (t.learning_goals ?? []).some((row) => row.group === group && isText(row.goal)),
    ),
  /** At least one can be measured, and nobody who guides the team measures. */
  criteria: ({ criteria, supervisors }) =>
    (criteria ?? []).some((row) => isText(row.value)) &&
    (criteria ?? []).every((row) => !(supervisors ?? []).some((s) => sameName(s.name ?? "", row.measurer ?? ""))),
  milestones: (t, obligation) =>
    (t.milestones ?? []).length >= (obligation === "result" ? 2 : 1) &&
    (t.milestones ?? []).every((row) => within(t, row.date)),
  end_date: (t) => !t.start_date || (t.end_date ?? "") > t.start_date,
  midterm_date: (t) => within(t, t.midterm_date),
  end_report: (t) => t.end_report === true,
  fee_amount: (t) => t.fee_kind !== "none" || t.fee_amount === 0,
  instalments: instalmentsHold,
  confidentiality_exceptions: (t) => (t.confidentiality_exceptions ?? []).includes("examiner"),
  processing_agreement: (t) => t.real_personal_data !== true || t.processing_agreement !== "not_needed",
  curriculum_use_right: (t) => !subsidised(t) || t.curriculum_use_right !== "no",
  knowledge_product: (t) => !subsidised(t) || t.knowledge_product !== "none",
};
/** Lists the terms that break a rule between terms. */
export const brokenRules = (terms: Terms, obligation: Obligation): TermId[] =>
  (Object.keys(rules) as TermId[]).filter((id) => !(rules[id]?.(terms, obligation) ?? true));
