import type { Answer, Answers, Field, Fields } from "./fields.ts";
import type { AnswersOf } from "./typed.ts";

const isText = (value: Answer) => typeof value === "string";
const isTexts = (value: Answer) => Array.isArray(value) && value.every(isText);
/** Tells whether an answer is of the kind its field asks; null is a field that was left empty. */
function fits(field: Field, value: Answer): boolean {
  if (value === null) return !("required" in field && field.required);
  switch (field.kind) {
    case "choice":
      return field.options.some((option) => option === value);
    case "choices":
      return Array.isArray(value) && value.every((one) => field.options.some((option) => option === one));
    case "picks":
    case "files":
      return isTexts(value);
    case "whole":
    case "money":
    case "duration":
      return typeof value === "number";
    case "yesno":
    case "check":
      return typeof value === "boolean";
    case "rows":
      return Array.isArray(value);
    case "each":
      return typeof value === "object" && !Array.isArray(value);
    default:
      return isText(value);
  }
}
/**
 * Of answers that come without their types, those that these fields ask and that are of their kind. What is of another kind was
 * not answered.
 */
export const answeredAs = <F extends Fields>(fields: F, answers: Answers): Partial<AnswersOf<F>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, field]) => {
      const value = answers[id];
      return value !== undefined && fits(field, value) ? [[id, value]] : [];
    }),
  ) as Partial<AnswersOf<F>>;
