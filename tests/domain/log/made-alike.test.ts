import { expect, test } from "vitest";
import type { Answers } from "#app/domain/fields/fields.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { madeAlike, makesPart } from "#app/domain/log/repeated.ts";

const rows = everyMove.filter(({ rule }) => makesPart(rule));
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

test.each(rows)("$object.$move: what makes a part is known again by its answers and by who made it", (row) => {
  const { object, move, rule } = row;
  const answers: Answers = Object.fromEntries(Object.keys(rule.fields ?? {}).map((field) => [field, `${field} 1`]));
  const line = { object, objectId: "1", move, actorId: "me", fromStatus: null, toStatus: rule.to, answers };
  const found = (by: string, said: Answers) =>
    madeAlike(rule, { object, name: move, by, answers: said }, [line], isSame).length;
  expect(found("me", answers)).toBe(1);
  expect(found("another", answers)).toBe(rule.repeats?.whoever ? 1 : 0);
  for (const field of rule.repeats?.same ?? []) expect(found("me", { ...answers, [field]: "other" }), field).toBe(0);
  const rest = Object.keys(answers).filter((field) => rule.repeats?.same && !rule.repeats.same.includes(field));
  for (const field of rest) expect(found("me", { ...answers, [field]: "other" }), field).toBe(1);
});
test("a column of sameness names fields that the row asks", () => {
  const wrong = everyMove.flatMap(({ move, rule }) =>
    (rule.repeats?.same ?? [])
      .filter((field) => !(field in (rule.fields ?? {})) || !makesPart(rule))
      .map((f) => [move, f]),
  );
  expect(rows.length).toBeGreaterThan(8);
  expect(wrong).toEqual([]);
});
