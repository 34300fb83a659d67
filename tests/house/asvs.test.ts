import { expect, test } from "vitest";
import { code, read } from "#tests/support/sources.ts";
import { missing, standing } from "#tests/asvs/evidence.ts";
import type { Row } from "#tests/asvs/row.ts";
import { chapters, rows } from "#tests/asvs/table.ts";

const concerns = (row: Row) => !("not" in row);
const of = (level: Row["level"], which: (row: Row) => boolean) =>
  rows.filter((row) => row.level === level && which(row)).length;

test("every piece of evidence is there: its file, and in it the test or the sentence", () => {
  const wrong = rows.flatMap((row) =>
    "shown" in row
      ? row.shown.flatMap((evidence) => (missing(evidence) ? [`${row.id} ${missing(evidence)}`] : []))
      : [],
  );
  expect(wrong).toEqual([]);
});
test("every row is shown, a gap with a reason, or not for this product with a reason", () => {
  expect(rows.filter((row) => standing(row) === "without").map(({ id }) => id)).toEqual([]);
});
test("the rows are those of levels 1 and 2, and seventeen of level 3, each once and in its chapter", () => {
  expect([of(1, concerns), of(2, concerns), of(3, concerns)]).toEqual([63, 146, 17]);
  expect([of(1, (row) => !concerns(row)), of(2, (row) => !concerns(row)), of(3, (row) => !concerns(row))]).toEqual([
    7, 37, 0,
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const { name, rows: own } of chapters)
    for (const { id } of own) expect(id).toMatch(new RegExp(`^${name.split(" ")[0]}\\.\\d+\\.\\d+$`));
});
test("every gap stands in docs/trust.md 8 by its number", () => {
  const told = read("docs/trust.md").split("## 8. Known gaps")[1] ?? "";
  expect(rows.filter((row) => "gap" in row && !told.includes(row.id)).map(({ id }) => id)).toEqual([]);
});
test("a renamed test, a gone file and a changed sentence are found out", () => {
  expect(missing({ file: "tests/house/asvs.test.ts", title: "a renamed test, a gone file" })).not.toBeNull();
  expect(missing({ file: "tests/house/gone.test.ts", title: "x" })).not.toBeNull();
  expect(missing({ file: "docs/trust.md", says: "nobody ever looks" })).not.toBeNull();
  expect(
    missing({ file: "tests/house/asvs.test.ts", title: "every gap stands in docs/trust.md 8 by its number" }),
  ).toBeNull();
});
/** Matches a line of the log as the code writes it: its level, or a choice of two, and its event. */
const call = /\blog\(\s*(?:"\w+"|[^,"]*\? "\w+" : "\w+"),\s*"([^"]+)"/g;
test("the log has the events that docs/operations.md 10 names, and no others", () => {
  const written = code()
    .filter((file) => file.startsWith("app/"))
    .flatMap((file) => [...read(file).matchAll(call)].map(([, event = ""]) => event));
  const section = (read("docs/operations.md").split("## 10. The log")[1] ?? "").split("## 11.")[0] ?? "";
  const named = section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, event]) => event));
  expect(new Set(written).size).toBeGreaterThan(15);
  expect([...new Set(named)].sort()).toEqual([...new Set(written)].sort());
});
