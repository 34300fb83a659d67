import { expect, expectTypeOf, test } from "vitest";
import { recordOnlyMoves } from "#app/domain/assignment/record-only.ts";
import { storedAnswers, type AnswersOf } from "#app/domain/fields/typed.ts";
import type { When } from "#app/domain/fields/days.ts";
import type { AnswersOfMove } from "#app/domain/workflow/processes.ts";

/** Describes a calendar day, which not every text is. */
type Day = AnswersOf<{ on: { kind: "date"; required: true; when: When } }>["on"];
test("a move's answers have the types of its fields", () => {
  expectTypeOf<AnswersOfMove<"assignment", "log_hours">["on"]>().toEqualTypeOf<Day>();
  expectTypeOf<AnswersOfMove<"assignment", "log_hours">["spent"]>().toEqualTypeOf<number>();
  expectTypeOf<AnswersOfMove<"assignment", "record_payment">["paid_on"]>().toEqualTypeOf<Day | null>();
  expectTypeOf<AnswersOfMove<"assignment", "check_fit">["safe"]>().toEqualTypeOf<boolean>();
  expectTypeOf<AnswersOfMove<"assignment", "verify_company">["how"]>().toEqualTypeOf<
    "kvk_and_domain" | "phone" | "visit"
  >();
  expectTypeOf<AnswersOfMove<"claim", "submit_claim">["levels"]>().toBeArray();
  expectTypeOf<AnswersOfMove<"claim", "submit_claim">["price"]>().toEqualTypeOf<number | null>();
  // The other side is not asked for a rating, and the system fills in no form.
  expectTypeOf<AnswersOfMove<"assignment", "finish_review">["rating"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<AnswersOfMove<"assignment", "start_anchoring">["owner"]>().toEqualTypeOf<string | undefined>();
});

const { fields } = recordOnlyMoves.record_payment;
test("what was stored comes back with the types of its fields, and nothing else does", () => {
  const bill = { instalment: "1", amount: 250_00, invoiced_on: "2027-01-04", paid_on: null, note: null };
  expect(storedAnswers(fields, bill)).toEqual({ instalment: "1", amount: 250_00, invoiced_on: "2027-01-04" });
  expect(storedAnswers(fields, { ...bill, amount: "250", invoiced_on: "4 januari", by: "x" })).toEqual({
    instalment: "1",
  });
  const results = { "0": { met: "met" } };
  expect(storedAnswers(recordOnlyMoves.judge_criteria.fields, { results })).toEqual({ results });
  expect(storedAnswers(recordOnlyMoves.judge_criteria.fields, { results: ["met"] })).toEqual({});
  expectTypeOf(storedAnswers(fields, bill)).toEqualTypeOf<Partial<AnswersOf<typeof fields>>>();
});
