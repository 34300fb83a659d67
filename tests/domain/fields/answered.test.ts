import { expect, test } from "vitest";
import { answeredAs } from "#app/domain/fields/answered.ts";
import type { Fields } from "#app/domain/fields/fields.ts";

const fields = {
  person: { kind: "pick", required: true, from: "invitable" },
  role: { kind: "choice", required: true, options: ["student", "teacher"] },
  levels: { kind: "choices", options: ["hbo", "ad"] },
  hours: { kind: "whole" },
  consent: { kind: "check" },
} as const satisfies Fields;
const right = { person: "ada", role: "teacher", levels: ["hbo"], hours: 3, consent: true };

test("answers of the kind of their field are kept, and so is what may be left empty", () => {
  expect(answeredAs(fields, { ...right, of_another: "x" })).toEqual(right);
  expect(answeredAs(fields, { ...right, hours: null })).toEqual({ ...right, hours: null });
});
test.each([
  ["person", 3],
  ["person", null],
  ["role", "examiner"],
  ["role", ["teacher"]],
  ["levels", "hbo"],
  ["levels", ["wo"]],
  ["hours", "3"],
  ["consent", "on"],
] as const)("what is of another kind was not answered: %s as %j", (id, value) => {
  const { [id]: _, ...others } = right;
  expect(answeredAs(fields, { ...right, [id]: value })).toEqual(others);
});
