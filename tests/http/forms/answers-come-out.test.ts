// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { rowOf } from "#app/domain/workflow/processes.ts";
import { parts } from "#app/domain/workflow/visibility.ts";
import type { Relation } from "#app/domain/words.ts";
import { census, type Counted } from "#tests/support/town/census.ts";
import { lettersIn } from "#tests/support/town/letters-in.ts";
import { addresses, isAt, takings, unread } from "#tests/support/town/downloads.ts";
import { kindOf, typedAnswersIn, wordsIn, type TypedAnswer } from "#tests/support/town/typed-answers.ts";
import { relationsOf, standingsOf, type Standings } from "#tests/support/town/standings.ts";
import { typedFields } from "#tests/support/town/typed-words.ts";
import type { Answered } from "#tests/support/town/walk.ts";
import { walkedTown } from "#tests/support/town/walked.ts";

let pages: Answered[];
/** Holds feeds, downloads and whatever else is no page. */
let taken: Answered[];
let people: ReadonlyMap<string, string>;
let ids: readonly string[];
let standings: Standings;
let typedAnswers: TypedAnswer[];
/** Holds what each letter about an assignment says, and to whom of the town. */
let letters: Awaited<ReturnType<typeof lettersIn>>;
beforeAll(async () => {
  const town = await walkedTown();
  ({ pages, taken, people } = town);
  const { house, raw } = await town.database();
  standings = await standingsOf(house, raw, town.people);
  ids = (await raw<{ id: string }[]>`select id from assignments`).map(({ id }) => id);
  typedAnswers = await typedAnswersIn(raw, town.people, standings);
  letters = await lettersIn(raw, town.people, standings);
});

test("everybody opens every assignment that they may see, and no other", () => {
  const opened = new Set(pages.flatMap(({ who, path, status }) => (status === 200 ? [`${who} ${path}`] : [])));
  const wrong = [...people.keys()].flatMap((who) =>
    ids
      .filter((id) => opened.has(`${who} /vraagstukken/${id}`) !== standings.has(`${who} ${id}`))
      .map((id) => `${who}: ${id}`),
  );
  expect(wrong).toEqual([]);
  expect(standings.size).toBeGreaterThan(400);
});
test("what is typed is read by nobody whom the table does not name", () => {
  // Whoever typed it takes it along with everything else of themself.
  const mayRead = new Set(
    typedAnswers.flatMap(({ word, readers, authors }) => [...readers, ...authors].map((who) => `${word} ${who}`)),
  );
  const beyond = new Set(typedAnswers.flatMap((one) => (one.beyond ? [one.word] : [])));
  const leaks = [...pages, ...taken].flatMap(({ who, path, html }) =>
    wordsIn(html)
      .filter((word) => !beyond.has(word) && !mayRead.has(`${word} ${who}`))
      .map((word) => `${kindOf(word)}: ${who} at ${path}`),
  );
  expect([...new Set(leaks)]).toEqual([]);
});

/** Finds what a page is of: its own assignment, or of a desk, where one works through them, all that it names. */
function assignmentsOn(path: string, html: string): string[] {
  const [, own] = /^\/vraagstukken\/([0-9a-f-]{36})/.exec(path) ?? [];
  if (own !== undefined) return [own];
  if (!path.startsWith("/mijn-werk/bureau/")) return [];
  return [...new Set([...html.matchAll(/"\/vraagstukken\/([0-9a-f-]{36})/g)].map(([, id = ""]) => id))];
}

test("what is typed is found again, on a page of its assignment, by everybody whom the table names", () => {
  const heard = new Set<string>();
  for (const { who, path, html } of pages.filter(({ status }) => status === 200))
    for (const id of assignmentsOn(path, html)) for (const word of wordsIn(html)) heard.add(`${who} ${id} ${word}`);
  const silent = typedAnswers.flatMap(({ word, assignment, kind, finders }) =>
    [...finders].filter((who) => !heard.has(`${who} ${assignment} ${word}`)).map((who) => `${kind}: ${who}`),
  );
  console.log(census("answers", counted(), [...pages, ...taken], /vink\d+q/g));
  expect([...new Set(silent)].sort()).toEqual([]);
});

const counted = (): Counted[] =>
  typedAnswers.map(({ word, kind, assignment, readers }) => {
    const typed = typedFields.find((field) => field.word === word);
    const where = typed ? (rowOf(typed.object, typed.move)?.shows?.in ?? "nowhere") : "nowhere";
    return { noun: typed?.object ?? "", where, kind, word, readers: relationsOf(standings, readers, assignment) };
  });

test("in every relation that reads some part of an assignment somebody of the town stands somewhere", () => {
  const held = new Set([...standings.values()].flatMap(({ roles }) => [...roles]));
  const reading = new Set(Object.values(parts).flatMap((relations): readonly Relation[] => relations));
  expect([...reading].filter((relation) => !held.has(relation))).toEqual([]);
});

test("every address is read by somebody of the town, and what is no page is asked for in every way that it has", () => {
  const answered = [...pages, ...taken].filter(({ status }) => status === 200).map(({ path }) => path);
  const isRead = (pattern: string) => answered.some(isAt(pattern));
  const patterns = addresses.map(({ pattern }) => pattern);
  expect(patterns.filter((pattern) => !isRead(pattern) && !(pattern in unread))).toEqual([]);
  expect(Object.keys(unread).filter(isRead)).toEqual([]);
  expect(
    addresses
      .filter(({ takesAway }) => takesAway)
      .map(({ pattern }) => pattern)
      .sort(),
  ).toEqual(Object.keys(takings).sort());
  expect(Object.keys(unread).filter((pattern) => !patterns.includes(pattern))).toEqual([]);
});
test("whoever takes along everything of themself finds all that they wrote", () => {
  const archives = taken.filter(({ path, status }) => path === "/account/gegevens/alles.zip" && status === 200);
  expect(archives.length).toBeGreaterThan(15);
  const missing = archives.flatMap(({ who, html }) =>
    typedAnswers
      .filter(({ word, authors }) => authors.has(who) && !html.includes(word))
      .map(({ kind }) => `${kind}: ${who}`),
  );
  expect([...new Set(missing)]).toEqual([]);
  expect(typedAnswers.filter(({ authors }) => authors.size > 0).length).toBeGreaterThan(100);
});
test("a letter carries what was written to whom may read it, nothing to others, and nothing of what is secret", () => {
  const mayRead = new Set(typedAnswers.flatMap(({ word, readers }) => [...readers].map((who) => `${word} ${who}`)));
  const wrong = letters.flatMap(({ who, secret, text }) =>
    wordsIn(text)
      .filter((word) => secret || !mayRead.has(`${word} ${who}`))
      .map((word) => `${kindOf(word)} to ${who}${secret ? ", secret" : ""}`),
  );
  expect([...new Set(wrong)]).toEqual([]);
  expect(letters.some(({ secret }) => secret)).toBe(true);
  const open = letters.filter(({ secret }) => !secret);
  const untold = open.flatMap(({ who, text, move, tells }) =>
    tells.filter((word) => !wordsIn(text).includes(word)).map((word) => `${move} ${kindOf(word)} to ${who}`),
  );
  expect([...new Set(untold)].sort()).toEqual([]);
  const told = letters.flatMap(({ who, text, move, keeps }) =>
    keeps.filter((word) => wordsIn(text).includes(word)).map((word) => `${move} ${kindOf(word)} to ${who}`),
  );
  expect([...new Set(told)].sort()).toEqual([]);
  expect(new Set(open.flatMap(({ tells }) => tells)).size).toBeGreaterThan(60);
});

test("in every field in which people type somebody typed, in a move that they made", () => {
  const typed = new Set(typedAnswers.filter(({ acted }) => acted).map(({ kind }) => kind));
  expect(typedFields.map(({ word }) => kindOf(word)).filter((kind) => !typed.has(kind))).toEqual([]);
});
