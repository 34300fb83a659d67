import { shownForm, on, ownTo, type ShownForm } from "#app/domain/fields/shown.ts";
import { answerFields, askFields, withholdFields } from "./questions.ts";
import { savedSearchFields } from "./saved-search.ts";

const searches = ownTo("market.savedSearches", "search");
/**
 * Holds the forms of the market, and who reads again what they ask. A question that waits is read by whoever may
 * answer it, and by whoever asked; why one is withheld by the centre and by whoever asked.
 */
export const marketForms: Readonly<Record<string, ShownForm>> = {
  askFields: shownForm(askFields, { question: on("assignment.assignment", "questions_open") }),
  answerFields: shownForm(answerFields, { answer: on("assignment.assignment", "everybody") }),
  withholdFields: shownForm(withholdFields, { reason: on("assignment.assignment", "question_askers") }),
  savedSearchFields: shownForm(savedSearchFields, { name: searches, rhythm: searches }),
};
