import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Fields, Options, Posted } from "#app/domain/fields/fields.ts";
import type { ReadOf } from "#app/domain/fields/typed.ts";
import { refuseFields } from "#app/domain/refusal.ts";

/** Reads what a form of a community says. Refuses with what is wrong beside the fields. */
export const answersOf = <F extends Fields>(fields: F, posted: Posted, options: Options = {}): ReadOf<F> => {
  const read = readAnswers(fields, posted, options);
  return read.ok ? read.answers : refuseFields(read.errors);
};
