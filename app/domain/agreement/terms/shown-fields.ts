import type { Answer, Answers, Field } from "#app/domain/fields/fields.ts";
import { each, shownForm, never, on, type ShownForm } from "#app/domain/fields/shown.ts";
import { approvalFields, choiceFields, deedFields, secrecyFields } from "./annexes.ts";
import { termFields, termIds, type Terms } from "./fields.ts";

/**
 * Returns the terms as they are read: those about money by readers of part `fee` alone, and so every amount in a row
 * of another, as what a contribution in kind is worth. All else is for readers of part `agreement`.
 */
export const termsRead = (terms: Terms, fee: boolean): Terms => {
  if (fee) return terms;
  const others = termIds.filter((id) => id in terms && termFields[id].readers !== "fee");
  return Object.fromEntries(others.map((id) => [id, withoutAmounts(termFields[id].field, terms[id] ?? null)]));
};
function withoutAmounts(field: Field, answer: Answer): Answer {
  if (field.kind !== "rows" || !Array.isArray(answer)) return answer;
  const isRead = ([id]: [string, Answer]) => field.of[id]?.kind !== "money";
  return answer.map((row) => Object.fromEntries(Object.entries(row as Answers).filter(isRead)));
}
/** Holds the forms around an agreement that are no move, and who reads again what they ask. */
export const agreementForms: Readonly<Record<string, ShownForm>> = {
  termFields: shownForm(
    Object.fromEntries(termIds.map((id) => [id, termFields[id].field])),
    Object.fromEntries(
      termIds.map((id) => {
        const room = termFields[id].field;
        const isShort = room.kind === "line" && room.max !== undefined && room.max < 12;
        return [id, on("agreement.agreement", termFields[id].readers, isShort ? "short" : undefined)];
      }),
    ),
  ),
  annexFields: shownForm(
    { ...choiceFields([]), ...deedFields },
    {
      choice: on("agreement.agreement", "agreement"),
      name: never("signs"),
      consent: never("tick"),
      code: never("key"),
    },
  ),
  approvalFields: shownForm(
    approvalFields,
    each(["guardian_name", "approved_on", "approval_proof"], on("centre.approvals", "centre")),
  ),
  secrecyFields: shownForm(secrecyFields, { name: never("signs"), consent: never("tick") }),
};
