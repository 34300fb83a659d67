import { formRead, on, type FormRead } from "#app/domain/fields/read-again.ts";
import { answerFields, askFields, withholdFields } from "./questions.ts";
import { savedSearchFields } from "./saved-search.ts";

const searches = on("market.savedSearches", "own");
/**
 * The forms of the market, and who reads again what they ask. A question that waits is read by whoever may answer it, and by
 * whoever asked; why one is withheld by the centre and by whoever asked.
 */
export const marketForms: Readonly<Record<string, FormRead>> = {
  askFields: formRead(askFields, { question: on("assignment.assignment", "questions_open") }),
  answerFields: formRead(answerFields, { answer: on("assignment.assignment", "everybody") }),
  withholdFields: formRead(withholdFields, { reason: on("assignment.assignment", "question_askers") }),
  savedSearchFields: formRead(savedSearchFields, { name: searches, rhythm: searches }),
};
