import { expect, test } from "vitest";
import type { Field, Fields } from "#app/domain/fields/fields.ts";
import { everyMove, type AnyMove } from "#app/domain/workflow/processes.ts";
import { locales } from "#app/domain/words.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { moveFieldWords } from "#app/i18n/field-words.ts";

/** Returns every field of a form with its words, those inside groups and rows too. */
function every(fields: Fields, words: FieldsWords): { id: string; field: Field; hint: string }[] {
  return Object.entries(fields).flatMap(([id, field]) => [
    { id, field, hint: words[id]?.hint ?? "" },
    ...("of" in field ? every(field.of, words[id]?.of ?? {}) : []),
  ]);
}
const met = (locale: (typeof locales)[number]) =>
  everyMove.flatMap(({ object, move, rule: { fields = {} } }) =>
    every(fields, moveFieldWords(locale, fields, move as AnyMove)).map((one) => ({
      ...one,
      move: `${object}.${move}`,
    })),
  );

test.each(locales)("no field that must be answered says that it may be left empty (%s)", (locale) => {
  const all = met(locale).filter(({ hint }) => /leeg|empty/i.test(hint));
  expect(all.filter(({ field }) => field.required === true).map(({ move, id }) => `${move} ${id}`)).toEqual([]);
  // Where the same field may be left empty, its hint says so.
  expect(all.map(({ move, id }) => `${move} ${id}`)).toContain("flag.raise_flag flag_owner");
});
