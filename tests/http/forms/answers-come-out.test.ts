// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { kindOf, lettersIn, sungIn, wordsIn, type Sung } from "#tests/support/town/sung.ts";
import { typedFields } from "#tests/support/town/typed-words.ts";
import type { Answered } from "#tests/support/town/walk.ts";
import { walkedTown } from "#tests/support/town/walked.ts";

let pages: Answered[];
let sung: Sung[];
/** What each letter about an assignment says, and to whom of the town. */
let letters: { who: string; secret: boolean; text: string }[];
beforeAll(async () => {
  const town = await walkedTown();
  pages = town.pages;
  const { house, raw } = await town.database();
  sung = await sungIn(house, raw, town.people, town.t.files.written);
  letters = await lettersIn(house, town.people);
});

test("what is typed is read by nobody whom the table does not name", () => {
  const mayRead = new Set(sung.flatMap(({ word, readers }) => [...readers].map((who) => `${word} ${who}`)));
  const beyond = new Set(sung.flatMap((one) => (one.beyond ? [one.word] : [])));
  const leaks = pages.flatMap(({ who, path, html }) =>
    wordsIn(html)
      .filter((word) => !beyond.has(word) && !mayRead.has(`${word} ${who}`))
      .map((word) => `${kindOf(word)}: ${who} at ${path}`),
  );
  expect([...new Set(leaks)]).toEqual([]);
});

test("what is typed is found again, on a page of its assignment, by everybody whom the table names", () => {
  const heard = new Set<string>();
  const visited = new Set<string>();
  for (const { who, path, html, status } of pages) {
    const [, id = ""] = /^\/vraagstukken\/([0-9a-f-]{36})/.exec(path) ?? [];
    if (status !== 200) continue;
    // Who came to the page of the assignment went on to each of its tabs; a seat or a form alone is no visit.
    if (path === `/vraagstukken/${id}`) visited.add(`${who} ${id}`);
    for (const word of wordsIn(html)) heard.add(`${who} ${id} ${word}`);
  }
  const silent = sung.flatMap(({ word, assignment, kind, finders }) =>
    [...finders]
      .filter((who) => visited.has(`${who} ${assignment}`) && !heard.has(`${who} ${assignment} ${word}`))
      .map((who) => `${kind}: ${who}`),
  );
  console.log(census());
  expect([...new Set(silent)].sort()).toEqual([]);
});

/** Which answers were typed in the town, and who of it reads them: the census as a table. */
function census(): string {
  const rows = new Map<string, Set<string>>();
  for (const { kind, readers } of sung) rows.set(kind, new Set([...(rows.get(kind) ?? []), ...readers]));
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, who]) => `${kind} | ${[...who].join(", ")}`)
    .join("\n");
}

test("a letter carries what was written to whom may read it, nothing to others, and nothing of what is secret", () => {
  const mayRead = new Set(sung.flatMap(({ word, readers }) => [...readers].map((who) => `${word} ${who}`)));
  const wrong = letters.flatMap(({ who, secret, text }) =>
    wordsIn(text)
      .filter((word) => secret || !mayRead.has(`${word} ${who}`))
      .map((word) => `${kindOf(word)} to ${who}${secret ? ", secret" : ""}`),
  );
  expect([...new Set(wrong)]).toEqual([]);
  expect(new Set(letters.flatMap(({ text }) => wordsIn(text))).size).toBeGreaterThan(15);
  expect(letters.some(({ secret }) => secret)).toBe(true);
});

test("every field in which people type was typed in", () => {
  const typed = new Set(sung.map(({ kind }) => kind));
  expect(typedFields.map(({ word }) => kindOf(word)).filter((kind) => !typed.has(kind))).toEqual([]);
});
