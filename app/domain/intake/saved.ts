import type { Answers } from "#app/domain/fields/fields.ts";
import { textIn } from "#app/domain/fields/text-in.ts";
import type { DraftStep, draftSteps } from "./draft.ts";
import type { IntakeStep, intakeSteps } from "./fields.ts";

type IdsOf<Steps> = { [Step in keyof Steps]: keyof Steps[Step] }[keyof Steps];
/** An intake and a visitor's draft ask the same questions. */
export type SavedId =
  | IdsOf<Pick<typeof intakeSteps, IntakeStep>>
  | IdsOf<Pick<typeof draftSteps, DraftStep>>
  | "builds_on"
  | "kvk_claimed";

/**
 * Answers of an intake as they were saved, half filled or by an older form: a text, or "" where there is none.
 * A question that no form asks does not compile.
 */
export const savedText = (answers: Answers, id: SavedId): string => textIn(answers[id]);
/** Returns the same for a number; null where there is none. */
export const savedNumber = (answers: Answers, id: SavedId): number | null => {
  const answer = answers[id];
  return typeof answer === "number" ? answer : null;
};
/** Tells whether a question was answered with yes. */
export const savedYes = (answers: Answers, id: SavedId): boolean => answers[id] === true;
/** Returns the same for a list of choices; empty where there is none. */
export const savedList = (answers: Answers, id: SavedId): readonly string[] => {
  const answer = answers[id];
  return Array.isArray(answer) ? answer.filter((each) => typeof each === "string") : [];
};
