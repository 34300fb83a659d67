import { expect, test } from "vitest";
import { measured } from "../../scripts/documents/parts.ts";
import { read } from "#tests/support/sources.ts";

const figure = /\d[\d,]*/g;
const figuresIn = (text: string) => [...text.matchAll(figure)].map(([found]) => Number(found.replaceAll(",", "")));
/** Tells what stands around the figures; which folder is the largest may change with every file. */
const shapeOf = (text: string) => text.replaceAll(/\(`[^`]*`\)/g, "(a folder)").replaceAll(figure, "#");
/** A figure may be a tenth behind, or a few where there are few; none is none. */
const isNear = (written: number, counted: number) =>
  (written === 0) === (counted === 0) && Math.abs(written - counted) <= Math.max(5, counted / 10);

for (const [file, parts] of Object.entries(measured))
  for (const [name, make] of Object.entries(parts))
    test(`${name} in ${file} is near what is counted now (npm run docs)`, () => {
      const written =
        read(file)
          .split(new RegExp(`<!-- /?${name} -->`))[1]
          ?.trim() ?? "";
      const counted = make().trim();
      expect(shapeOf(written)).toBe(shapeOf(counted));
      const now = figuresIn(counted);
      const stale = figuresIn(written).flatMap((one, at) =>
        isNear(one, now[at] ?? 0) ? [] : [`${one}, now ${now[at]}`],
      );
      expect(stale).toEqual([]);
      expect(now.length).toBeGreaterThan(20);
    });

test("a figure that is far behind is told, and one that is a few behind is not", () => {
  expect([isNear(1000, 1050), isNear(2, 6), isNear(1000, 1300), isNear(0, 3), isNear(3, 0)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
