import { expect, test } from "vitest";
import type { Field } from "#app/domain/fields/fields.ts";
import { readScalar } from "#app/domain/fields/scalars.ts";
import { hostile } from "#tests/support/hostile/hostile-texts.ts";
import { unbound } from "#tests/support/dates.ts";

type Kind = Field["kind"];
type Typed = Exclude<Kind, "choice" | "choices" | "pick" | "picks" | "files" | "rows" | "each">;
/** Holds every kind of box in which words are typed; a new kind without a row does not compile. */
const boxes: { [K in Typed]: Field & { kind: K } } = {
  line: { kind: "line" },
  text: { kind: "text" },
  email: { kind: "email" },
  web: { kind: "web" },
  kvk: { kind: "kvk" },
  postcode: { kind: "postcode" },
  check: { kind: "check" },
  yesno: { kind: "yesno" },
  money: { kind: "money" },
  code: { kind: "code" },
  password: { kind: "password" },
  date: { kind: "date", when: unbound },
  whole: { kind: "whole" },
  duration: { kind: "duration" },
};
const others: readonly Field[] = [
  { kind: "date", when: unbound, time: true },
  { kind: "whole", counts: "hours" },
];

/** Returns whole characters that a database can hold and a page can show. */
const isText = (text: string) => Buffer.from(text).toString() === text && !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text);
/** What is kept is what a database and a page can hold. */
function isSound(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  return value === null || typeof value === "boolean" || (typeof value === "string" && isText(value));
}

test.each([...Object.values(boxes), ...others])(
  "a box %j refuses every hostile text, or keeps what is sound",
  (field) => {
    for (const text of hostile)
      for (const time of ["", text]) {
        const answer = readScalar(field, text, time);
        expect("error" in answer || isSound(answer.value), JSON.stringify(text.slice(0, 80))).toBe(true);
      }
  },
);
