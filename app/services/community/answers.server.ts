import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Answers, Fields, Options, Posted } from "#app/domain/fields/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";

/** What a form of a community says. Refuses with what is wrong beside the fields. */
export const answersOf = (fields: Fields, posted: Posted, options: Options = {}): Answers => {
  const read = readAnswers(fields, posted, options);
  return read.ok ? read.answers : refuseFields(read.errors);
};
