// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { rowOf } from "#app/domain/workflow/processes.ts";
import { census, type Counted } from "#tests/support/town/census.ts";
import { addresses, isAt, takings, unread } from "#tests/support/town/downloads.ts";
import { kindOf, lettersIn, sungIn, wordsIn, type Sung } from "#tests/support/town/sung.ts";
import { typedFields } from "#tests/support/town/typed-words.ts";
import type { Answered } from "#tests/support/town/walk.ts";
import { walkedTown } from "#tests/support/town/walked.ts";

let pages: Answered[];
/** Feeds, downloads and whatever else is no page. */
let taken: Answered[];
let sung: Sung[];
/** What each letter about an assignment says, and to whom of the town. */
let letters: { who: string; secret: boolean; text: string }[];
beforeAll(async () => {
  const town = await walkedTown();
  ({ pages, taken } = town);
  const { house, raw } = await town.database();
  sung = await sungIn(house, raw, town.people, town.t.assignments.written);
  letters = await lettersIn(house, town.people);
});

test("what is typed is read by nobody whom the table does not name", () => {
  const mayRead = new Set(sung.flatMap(({ word, readers }) => [...readers].map((who) => `${word} ${who}`)));
  const beyond = new Set(sung.flatMap((one) => (one.beyond ? [one.word] : [])));
  const leaks = [...pages, ...taken].flatMap(({ who, path, html }) =>
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
  console.log(census("answers", counted(), [...pages, ...taken], /vink\d+q/g));
  expect([...new Set(silent)].sort()).toEqual([]);
});

const counted = (): Counted[] =>
  sung.map(({ word, kind, readers }) => {
    const typed = typedFields.find((field) => field.word === word);
    const where = typed ? (rowOf(typed.object, typed.move)?.shows?.in ?? "nowhere") : "nowhere";
    return { noun: typed?.object ?? "", where, kind, word, readers };
  });

test("every address is read by somebody of the town, and what is no page is asked for in every way that it has", () => {
  const answered = [...pages, ...taken].filter(({ status }) => status === 200).map(({ path }) => path);
  const silent = addresses.filter(({ pattern }) => !answered.some(isAt(pattern)) && !(pattern in unread));
  expect(silent.map(({ pattern }) => pattern)).toEqual([]);
  expect(
    addresses
      .filter(({ takesAway }) => takesAway)
      .map(({ pattern }) => pattern)
      .sort(),
  ).toEqual(Object.keys(takings).sort());
  const known = new Set(addresses.map(({ pattern }) => pattern));
  expect(Object.keys(unread).filter((pattern) => !known.has(pattern))).toEqual([]);
});
test("whoever takes along everything of themself finds all that they wrote", () => {
  const archives = taken.filter(({ path, status }) => path === "/account/gegevens/alles.zip" && status === 200);
  expect(archives.length).toBeGreaterThan(15);
  const missing = archives.flatMap(({ who, html }) =>
    sung.filter(({ word, authors }) => authors.has(who) && !html.includes(word)).map(({ kind }) => `${kind}: ${who}`),
  );
  expect([...new Set(missing)]).toEqual([]);
  expect(sung.filter(({ authors }) => authors.size > 0).length).toBeGreaterThan(100);
});
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
