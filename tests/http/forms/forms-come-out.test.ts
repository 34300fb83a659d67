// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { census, type Counted } from "#tests/support/town/census.ts";
import { isAt, takings } from "#tests/support/town/downloads.ts";
import { kindOf as answerOf } from "#tests/support/town/typed-answers.ts";
import { standingsOf } from "#tests/support/town/standings.ts";
import { pageOf, typedFormWordsIn, type TypedFormWord } from "#tests/support/town/typed-form-words.ts";
import { formOf, formWordsIn, typedForms } from "#tests/support/town/typed-forms.ts";
import { typedFields } from "#tests/support/town/typed-words.ts";
import type { Answered } from "#tests/support/town/walk.ts";
import { walkedTown } from "#tests/support/town/walked.ts";

/** Holds every page that opened, and every feed and download. */
let pages: Answered[];
let taken: Answered[];
/** Names who asked for which page, whatever the answer. */
let asked: ReadonlySet<string>;
let people: ReadonlyMap<string, string>;
let typedFormWords: TypedFormWord[];
/** Returns the name of a field of a form or a move by its word. */
const named = (word: string) => (formOf(word) ? kindOf(word) : answerOf(word));
/** The demo names here, to everybody, whom one can be. */
const door = "/inloggen";
type NotThere = { field: string; at: string; why: string } & (
  | { who: readonly string[] }
  | { allBut: readonly string[] }
);
/**
 * Lists what somebody may read and finds on no page of its table, nor elsewhere: each with why, and who. One more
 * fails, and so does one that is found by now.
 */
const notThere: readonly NotThere[] = [
  {
    field: "registerFields company",
    at: "company.company",
    why: "a company of which nothing is public yet has no page for others; who works at the centre reads its name elsewhere",
    allBut: ["newcomer", "coordinator", "developer", "teacher", "rival", "practor"],
  },
  {
    field: "registerFields place",
    at: "company.company",
    why: "a company of which nothing is public yet has no page for others",
    allBut: ["newcomer"],
  },
  {
    field: "registerFields name",
    at: "company.organization",
    why: "who puts a team together with these people meets their names in a team, and not on the page of their company",
    who: ["coordinator", "teacher", "practor"],
  },
  {
    field: "newRoundFields name",
    at: "rounds.round",
    why: "of a company in a round those who choose read which round it is, and not who pays",
    who: ["finance"],
  },
];
/** Who has no account reads what is everybody's. */
const strangers = ["visitor", "drafter"];
const kindOf = (word: string) => `${formOf(word)?.form} ${formOf(word)?.id}`;
beforeAll(async () => {
  const town = await walkedTown();
  people = town.people;
  const opened = ({ status }: Answered) => status === 200;
  asked = new Set(town.pages.map(({ who, path }) => `${who} ${path}`));
  pages = town.pages.filter(opened);
  taken = town.taken.filter(opened);
  const { house, raw } = await town.database();
  const standings = await standingsOf(house, raw, town.people);
  typedFormWords = await typedFormWordsIn({ house, raw }, town.people, standings, town.t.c);
});

test("what is typed in a form is read by nobody whom its table does not name", () => {
  const mayRead = new Set(
    typedFormWords.flatMap(({ word, assignment, readers }) =>
      [...readers].flatMap((who) => [`${word} ${who}`, `${word} ${who} ${assignment}`]),
    ),
  );
  // On a page of an assignment it is the readers of that one; lists and desks show what may be read anywhere.
  const ofAssignment = new Set(typedFormWords.flatMap(({ word, assignment }) => (assignment ? [word] : [])));
  const reader = (word: string, who: string, path: string) => {
    const [, id] = /^\/vraagstukken\/([0-9a-f-]{36})/.exec(path) ?? [];
    return id && ofAssignment.has(word) ? `${word} ${who} ${id}` : `${word} ${who}`;
  };
  const everybody = new Set(typedForms.filter(({ by }) => by === "everybody" || by === "text").map(({ word }) => word));
  const leaks = [...pages, ...taken]
    .filter(({ path }) => path !== door)
    .flatMap(({ who, path, html }) =>
      formWordsIn(html)
        .filter((word) => !mayRead.has(reader(word, who, path)) && !(strangers.includes(who) && everybody.has(word)))
        .map((word) => `${kindOf(word)}: ${who} at ${path}`),
    );
  expect([...new Set(leaks)]).toEqual([]);
});

test("what is typed in a form is found again, on the page that its table says, by everybody whom it names", () => {
  const at = new Map<string, Answered[]>();
  for (const page of pages) at.set(page.who, [...(at.get(page.who) ?? []), page]);
  const [unasked, elsewhere]: [Set<string>, Set<string>] = [new Set(), new Set()];
  const silent = typedFormWords.flatMap(({ word, kind, assignment, finders, page }) => {
    // Of one thing among several of its kind it is the page on which it stands; somebody finds it there (below).
    const there = new Set(
      pages.filter(({ path, html }) => page.test(path) && html.includes(word)).map(({ path }) => path),
    );
    return [...finders].flatMap((who) => {
      const read = (at.get(who) ?? []).filter(({ path }) => (assignment === null ? there.has(path) : page.test(path)));
      if (read.some(({ html }) => html.includes(word))) return [];
      const pair = `${kind}: ${who} at ${page.source}`;
      if (assignment !== null || read.length > 0) return [pair];
      if (at.get(who)?.some(({ html }) => html.includes(word))) return [];
      const isAsked = [...there].every((path) => asked.has(`${who} ${path}`));
      (isAsked ? elsewhere : unasked).add(pair);
      return [];
    });
  });
  console.log(census("forms", counted(), [...pages, ...taken], /kauw\d+q/g));
  expect([...new Set(silent)].sort()).toEqual([]);
  expect([...unasked]).toEqual([]);
  const expected = notThere.flatMap((one) => {
    const all = "who" in one ? one.who : [...people.keys()].filter((who) => !one.allBut.includes(who));
    return all.map((who) => `${one.field}: ${who} at ${pageOf(one.at, null).source}`);
  });
  expect([...elsewhere].sort()).toEqual(expected.sort());
});

const counted = (): Counted[] =>
  typedFormWords.map(({ word, kind, readers }) => {
    const [noun = "", where = ""] = formOf(word)?.at.split(".") ?? [];
    return { noun, where, kind, word, readers };
  });

test("each feed and download says what it is for, to somebody who may have it", () => {
  const silent = Object.entries(takings).flatMap(([pattern, { says = [] }]) => {
    const answers = taken.filter(({ path }) => isAt(pattern)(path));
    const wanted = (kind: string) => [...typedForms, ...typedFields].filter(({ word }) => named(word) === kind);
    return says
      .filter((kind) => !wanted(kind).some(({ word }) => answers.some(({ html }) => html.includes(word))))
      .map((kind) => `${kind} at ${pattern}`);
  });
  expect(silent).toEqual([]);
});
test("every field of a form in which people type was typed in, and somebody found it", () => {
  const found = new Set(
    typedFormWords
      .filter(({ word, finders, page }) =>
        pages.some(({ who, path, html }) => finders.has(who) && page.test(path) && html.includes(word)),
      )
      .map(({ kind }) => kind),
  );
  expect(typedForms.map(({ word }) => kindOf(word)).filter((kind) => !found.has(kind))).toEqual([]);
});
