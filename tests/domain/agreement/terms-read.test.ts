import { expect, test } from "vitest";
import type { Answer, Field } from "#app/domain/fields/fields.ts";
import { termFields, termIds, type Terms } from "#app/domain/agreement/terms/fields.ts";
import { termsRead } from "#app/domain/agreement/terms/shown-fields.ts";

const amount = 123_456;
/** An answer to every term, with the same amount wherever one can stand. */
const answered = (field: Field): Answer =>
  field.kind === "rows"
    ? [Object.fromEntries(Object.entries(field.of).map(([id, inner]) => [id, answered(inner)]))]
    : field.kind === "money"
      ? amount
      : "iets";
const all: Terms = Object.fromEntries(termIds.map((id) => [id, answered(termFields[id].field)]));

test("no amount of an agreement is read by who does not read fees, in whichever term it stands", () => {
  const withAmounts = termIds.filter((id) => JSON.stringify(all[id]).includes(String(amount)));
  expect(withAmounts).toContain("in_kind");
  expect(withAmounts.length).toBeGreaterThan(3);
  const read = termsRead(all, false);
  expect(termIds.filter((id) => JSON.stringify(read[id] ?? null).includes(String(amount)))).toEqual([]);
});
test("what a term says beside an amount is read by all readers of the agreement, and everything by readers of fees", () => {
  const read = termsRead(all, false);
  expect(read.in_kind).toEqual([{ side: "iets", kind: "iets", what: "iets", quantity: "iets" }]);
  const others = termIds.filter((id) => termFields[id].readers === "agreement");
  expect(Object.keys(read).sort()).toEqual([...others].sort());
  expect(termsRead(all, true)).toEqual(all);
  expect(termsRead({ scope_in: "Alleen dit" }, false)).toEqual({ scope_in: "Alleen dit" });
});
