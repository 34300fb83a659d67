import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("app/ui/css/tables.css", "utf8");
const phone = css.indexOf("@media (max-width: 40rem)");
/** Returns the rules of a piece of style that say how its words break, by selector. */
const breaking = (text: string) =>
  [...text.matchAll(/([^{}]+)\{[^{}]*white-space: (\w+);[^{}]*\}/g)].map(([, selector = "", how = ""]) => ({
    selector: selector.trim(),
    how,
  }));

test("in a table that stays a table on a phone a status breaks, so that its figures stay on the screen", () => {
  const undone = breaking(css.slice(phone)).filter(({ how }) => how === "normal");
  expect(undone.map(({ selector }) => selector)).toContain(".data-table-compact .tag");
});
test("what a table keeps on one line breaks on a phone, where a row is a list of its own", () => {
  expect(phone).toBeGreaterThan(0);
  const kept = breaking(css.slice(0, phone)).filter(({ how }) => how === "nowrap");
  expect(kept.length).toBeGreaterThan(0);
  const undone = breaking(css.slice(phone)).filter(({ how }) => how === "normal");
  expect(undone.map(({ selector }) => selector)).toEqual(expect.arrayContaining(kept.map(({ selector }) => selector)));
});
