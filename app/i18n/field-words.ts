import type { Field, Fields } from "#app/domain/fields/fields.ts";
import type { AnyMove } from "#app/domain/workflow/processes.ts";
import type { Locale } from "#app/domain/words.ts";
import { wordsOf, type FieldsWords, type FieldWords, type WordsFor } from "./field.ts";
import { wordsOfMove } from "./move-words.ts";
import { words } from "./words.ts";

/**
 * Returns the words of the fields of one move: those of every form, with the label that this move makes sharper. What
 * the type promises holds for every table: a test asks it of each field of each move in both languages.
 */
export function moveFieldWords<F extends Fields>(locale: Locale, fields: F, move: AnyMove): WordsFor<F> {
  const all = words(locale);
  const shared: FieldsWords = all.fields;
  const sharper = wordsOfMove(all, move).fields ?? {};
  const one = (id: string, field: Field): FieldWords => {
    const { whenOptional, ...own } = wordsOf(shared, id);
    return {
      ...own,
      ...(whenOptional !== undefined && field.required !== true && { hint: whenOptional }),
      label: sharper[id] ?? own.label,
      ...("of" in field && { of: every(field.of) }),
    };
  };
  const every = (of: Fields): FieldsWords =>
    Object.fromEntries(Object.entries(of).map(([id, field]) => [id, one(id, field)]));
  return every(fields) as WordsFor<F>;
}
