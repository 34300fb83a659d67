import { describe, expect, test } from "vitest";
import { arrows } from "#tests/support/graph.ts";
import { nouns } from "./nouns.ts";

const all = arrows();

/** Imports between two noun folders of one floor. */
const crossings = (floor: string) =>
  all.flatMap(({ file, to, imported }) => {
    const [from, target] = [nounOf(floor, file), nounOf(floor, to)];
    if (!from || !target || from === target) return [];
    const offered = to.slice(`${floor}/${target}/`.length).replace(/(\.server)?\.tsx?$/, "");
    return [{ from, target, offered, where: `${file}:${imported.line}` }];
  });
function nounOf(floor: string, file: string): string {
  const [noun = "", ...rest] = file.startsWith(`${floor}/`) ? file.slice(floor.length + 1).split("/") : [];
  return rest.length > 0 ? noun : "";
}

for (const [floor, table] of Object.entries(nouns))
  describe(floor, () => {
    const found = crossings(floor);
    test("a noun reaches the nouns it names, through what those offer", () => {
      const wrong = found.filter(
        ({ from, target, offered }) =>
          !table[from]?.reaches.includes(target) || !table[target]?.offers.includes(offered),
      );
      expect(wrong.map(({ where, target, offered }) => `${where} reaches ${target}/${offered}`)).toEqual([]);
    });
    test("nothing is offered or reached that no import needs", () => {
      const idle = Object.entries(table).flatMap(([noun, { offers, reaches }]) => [
        ...offers
          .filter((file) => !found.some(({ target, offered }) => target === noun && offered === file))
          .map((file) => `${noun} offers ${file}`),
        ...reaches
          .filter((other) => !found.some(({ from, target }) => from === noun && target === other))
          .map((other) => `${noun} reaches ${other}`),
      ]);
      expect(idle).toEqual([]);
    });
  });
