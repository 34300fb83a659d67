import type { Answer, Answers } from "#app/domain/fields/fields.ts";

/** A change keeps one answer as it was before and after somebody changed it. */
export type Change = { before: Answer; after: Answer };
const empty = (answer: Answer | undefined) =>
  answer === undefined ||
  answer === null ||
  answer === "" ||
  answer === false ||
  (Array.isArray(answer) && answer.length === 0);
/**
 * Two answers that say the same: nothing, an empty text, an empty list and an unticked box all mean "not filled in".
 */
export const sameAnswer = (a: Answer | undefined, b: Answer | undefined) =>
  (empty(a) && empty(b)) || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
/** The answers that differ, by field; answers that `after` does not mention stay as they were. */
export const changesBetween = (before: Answers, after: Answers): Record<string, Change> =>
  Object.fromEntries(
    Object.keys(after)
      .filter((id) => !sameAnswer(before[id], after[id]))
      .map((id) => [id, { before: before[id] ?? null, after: after[id] ?? null }]),
  );

/** Tells at which version each answer of a draft last changed, so that a later save can be told what came in between. */
export type AnswerVersions = Readonly<Record<string, number>>;
export const markChanges = (marks: AnswerVersions, changed: readonly string[], version: number): AnswerVersions => ({
  ...marks,
  ...Object.fromEntries(changed.map((id) => [id, version])),
});
/** The answers that changed after the version somebody saw. */
export const changedSince = (marks: AnswerVersions, version: number): string[] =>
  Object.keys(marks).filter((id) => (marks[id] ?? 0) > version);
