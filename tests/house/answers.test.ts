import { expect, test } from "vitest";
import { filesIn, read } from "#tests/support/sources.ts";

/** Lists where a key is really free: the fields of any form, or of the row of a table, are read by the ids they have there. */
const freeKeys: Readonly<Record<string, string>> = {
  "app/domain/intake/saved.ts": "the typed reader of what an intake asked",
  "app/domain/workflow/move-answers.ts": "the typed reader of what some move asked",
  "app/domain/agreement/terms/prefill.ts": "any answer, by whoever found it",
  "app/domain/assignment/guards.ts": "a guard is typed before the rows that name it",
  "app/domain/workflow/child-machine.ts": "a guard is typed before the rows that name it",
  "app/services/workflow/engine.server.ts": "the field of the code, as the row names it",
  "app/services/workflow/own-name.server.ts": "every field for one's own name",
};
/** Lists a name of an answer that is typed by hand, where the compiler looks at no key, or a cast that looks away. */
const byHand = [
  /\banswers\[(["'`])/,
  /\banswers\.\w+( \?\? [\w."]+)?\)? as (?!const)\w/,
  /typeof (\w+\.)*answers\.\w+ ===/,
  // Who confirmed already is kept by the engine, and no form asks it.
  /Array\.isArray\((\w+\.)*answers\.(?!confirmed_by\b)\w+\)/,
];
const slipsIn = (text: string) => text.split("\n").filter((line) => byHand.some((pattern) => pattern.test(line)));

test("no answer of a form is read by a name that the compiler does not know", () => {
  const files = filesIn("app", /\.tsx?$/);
  expect(files.flatMap((file) => slipsIn(read(file)).map((line) => `${file}: ${line.trim()}`))).toEqual([]);
  const free = files.filter((file) => /\btextIn\(/.test(read(file)));
  expect(free.sort()).toEqual(Object.keys(freeKeys).sort());
});

test("the rule finds each way in which a name was once typed by hand", () => {
  const found = [
    "limit(read.answers[`teams.${id}`])",
    "(read.answers.participation ?? usualLevel) as ParticipationLevel",
    'typeof answers.kvk_claimed === "string"',
    "Array.isArray(answers.skill_uris)",
  ];
  expect(found.flatMap(slipsIn)).toEqual(found);
  expect(["read.answers.teams", "answers[field] ?? null"].flatMap(slipsIn)).toEqual([]);
});
