import { expect, test } from "vitest";
import { textIn, textOrNull } from "#app/domain/fields/text-in.ts";
import { code, read } from "#tests/support/sources.ts";

test("only a text is a text", () => {
  expect(["", "een", 1, null, undefined, ["een"], { een: "een" }].map(textIn)).toEqual(["", "een", "", "", "", "", ""]);
  expect(["", "een", 1, undefined].map(textOrNull)).toEqual(["", "een", null, null]);
});

test("a text is read out of an unknown in one place", () => {
  const own = /const \w+ = \((\w+): [^)]*\)(?:: [^=]*)? => \(?typeof \1 === "string" \? \1 : (""|null)\)?;/;
  const rooms = code().filter((file) => /^(app|db)\//.test(file) && file !== "app/domain/fields/text-in.ts");
  expect(rooms.filter((file) => own.test(read(file)))).toEqual([]);
});
