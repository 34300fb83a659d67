import { expect, expectTypeOf, test } from "vitest";
import { termFields, termIds, termsIn, type TermId, type Terms } from "#app/domain/agreement/terms/fields.ts";
import { obligations } from "#app/domain/words.ts";
import { fullTerms } from "#tests/support/terms.ts";

test("a term that does not exist, and an answer that its field does not offer, do not compile", () => {
  expectTypeOf<"report_rythm">().not.toExtend<keyof Terms>();
  expectTypeOf<"trigered">().not.toExtend<keyof NonNullable<Terms["instalments"]>[number]>();
  expectTypeOf<NonNullable<Terms["report_rhythm"]>>().toEqualTypeOf<"week" | "two_weeks" | "month">();
  expectTypeOf<NonNullable<Terms["fee_amount"]>>().toEqualTypeOf<number>();
  expectTypeOf<NonNullable<Terms["minors_allowed"]>>().toEqualTypeOf<boolean>();
  expectTypeOf<"milestone">().toExtend<NonNullable<NonNullable<Terms["instalments"]>[number]["trigger"]>>();
  // No term is left without a type of its own.
  expectTypeOf<{ [Id in TermId]: unknown extends Terms[Id] ? Id : never }[TermId]>().toBeNever();
});
test("answers of a form are terms as far as a term asks them and its field reads them", () => {
  for (const obligation of obligations) expect(termsIn(fullTerms(obligation))).toEqual(fullTerms(obligation));
  for (const id of termIds) {
    const wrong = termFields[id].field.kind === "yesno" ? "x" : true;
    expect(termsIn({ [id]: wrong }), id).toEqual({});
    // What was taken away again takes the place of what was there.
    expect(termsIn({ [id]: null }), id).toEqual({ [id]: null });
  }
  expect(termsIn({ report_rythm: "week" })).toEqual({});
});
