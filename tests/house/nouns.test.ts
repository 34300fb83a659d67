import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { arrows } from "#tests/support/graph.ts";
import { nouns } from "./nouns.ts";

const all = arrows();

/** Lists the imports between two noun folders of one floor. */
const crossings = (floor: string) =>
  all.flatMap(({ file, to, imported }) => {
    const [from, target] = [nounOf(floor, file), nounOf(floor, to)];
    if (!from || !target || from === target) return [];
    const place = to.startsWith(`${floor}/${target}/`) ? `${floor}/${target}` : floor;
    const offered = to.slice(`${place}/`.length).replace(/(\.server)?\.tsx?$/, "");
    return [{ from, target, offered, where: `${file}:${imported.line}` }];
  });
/** Floors on which a noun may be one file, and what all nouns of it share. */
const nounsInFiles: Readonly<Record<string, string>> = { "db/schema": "columns", "db/register": "entry" };
function nounOf(floor: string, file: string): string {
  const [noun = "", ...rest] = file.startsWith(`${floor}/`) ? file.slice(floor.length + 1).split("/") : [];
  if (rest.length > 0) return noun;
  const shared = nounsInFiles[floor];
  const name = basename(noun, ".ts");
  return shared && name !== shared ? name : "";
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

test("an English word takes its shape from its Dutch twin, or from all Dutch words together, and nothing else of it", () => {
  const twins = all.filter(({ file, to }) => file.startsWith("app/i18n/en/") && to.startsWith("app/i18n/nl/"));
  const shapes = twins.filter(
    ({ file, to, imported }) => imported.only && [file.replace("/en/", "/nl/"), "app/i18n/nl/words.ts"].includes(to),
  );
  expect(twins.length).toBeGreaterThan(60);
  expect(twins.filter((twin) => !shapes.includes(twin)).map(({ file, to }) => `${file} reaches ${to}`)).toEqual([]);
  expect(all.filter(({ file, to }) => file.startsWith("app/i18n/nl/") && to.startsWith("app/i18n/en/"))).toEqual([]);
});
