import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { termFields, type TermId } from "#app/domain/agreement/terms/fields.ts";
import { secrecyFields } from "#app/domain/agreement/terms/annexes.ts";
import type { Field, Fields } from "#app/domain/fields/fields.ts";
import { draftSteps } from "#app/domain/intake/draft.ts";
import { intakeFields } from "#app/domain/intake/fields.ts";
import { pageMoves, ruleOf } from "#app/domain/rounds/process.ts";
import { everyProcess as all, type AnyMove } from "#app/domain/workflow/processes.ts";
import { locales, type Locale } from "#app/domain/words.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { moveFieldWords } from "#app/i18n/field-words.ts";
import { wordsOfMove } from "#app/i18n/move-words.ts";
import { words } from "#app/i18n/words.ts";
import { questionWords } from "#app/ui/intake/question-words.ts";

/** A round of matching has its words with the rounds; they are looked at below. */
const everyProcess = all.filter(({ object }) => object !== "round");

const languages = { nl: "Dutch", en: "English" } as const satisfies Record<Locale, string>;
type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);
/** A list of synonyms may be longer in one language. */
const kindOf = (value: unknown) =>
  isTree(value)
    ? "a group of words"
    : typeof value === "function"
      ? "a sentence"
      : Array.isArray(value)
        ? "a list"
        : "a text";

/** Lists what one language lacks of the other, and where both say something of another kind, in plain sentences. */
function differences(one: Tree, other: Tree, lacking: string, at: readonly string[] = []): string[] {
  return Object.entries(one).flatMap(([key, value]) => {
    const path = [...at, key];
    const name = path.join(".");
    if (!Object.hasOwn(other, key)) return [`${lacking} has no words for "${name}".`];
    const twin = other[key];
    if (kindOf(value) !== kindOf(twin))
      return [`"${name}" is ${kindOf(twin)} in ${lacking}, and ${kindOf(value)} in the other.`];
    return isTree(value) && isTree(twin) ? differences(value, twin, lacking, path) : [];
  });
}
/** Returns texts that are empty, by the place where they stand. */
const empty = (tree: Tree, language: string, at: readonly string[] = []): string[] =>
  Object.entries(tree).flatMap(([key, value]) => {
    const path = [...at, key];
    if (isTree(value)) return empty(value, language, path);
    return typeof value === "string" && value.trim() === "" ? [`${language} says nothing at "${path.join(".")}".`] : [];
  });

it("says everything in both languages", () => {
  const nl: Tree = words("nl");
  const en: Tree = words("en");
  expect([...differences(nl, en, languages.en), ...differences(en, nl, languages.nl)]).toEqual([]);
  expect([...empty(nl, languages.nl), ...empty(en, languages.en)]).toEqual([]);
});

/** Says what a form of these fields would have to leave unsaid. */
function unsaid(fields: Fields, said: FieldsWords, where: string): string[] {
  return Object.entries(fields).flatMap(([id, field]) => {
    const own = said[id];
    if (!own?.label) return [`${where}: the field "${id}" has no label.`];
    return [
      ...choicesOf(field)
        .filter((choice) => !own.options?.[choice])
        .map((choice) => `${where}: the choice "${choice}" of the field "${id}" has no words.`),
      ...("of" in field ? unsaid(field.of, own.of ?? {}, `${where}, in "${id}"`) : []),
    ];
  });
}
const choicesOf = (field: Field): readonly string[] => ("options" in field ? field.options : []);
/** Says of each table in each language what it lacks; a field without any words at all is told like the others. */
const inEveryLanguage = (check: (locale: Locale, language: string) => string[]) =>
  locales.flatMap((locale) => check(locale, languages[locale]));

const rulesWithFields = everyProcess.flatMap(({ object, moves }) =>
  Object.entries(moves).map(([name, { fields = {}, given = {} }]) => ({
    object,
    name: name as AnyMove,
    fields,
    given,
  })),
);
it("names every field and every choice of every move", () => {
  const gaps = inEveryLanguage((locale, language) =>
    rulesWithFields.flatMap(({ object, name, fields }) => {
      const known: FieldsWords = words(locale).fields;
      const strange = idsIn(fields).filter((id) => !known[id]);
      const where = `${language}, the move ${name} of ${object}`;
      // Asked first, since the words of a move that has none throw, and the others would not be told.
      if (!Object.hasOwn(words(locale).moves, name)) return [`${where} has no words.`];
      return strange.length
        ? strange.map((id) => `${where}: the field "${id}" has no words.`)
        : unsaid(fields, moveFieldWords(locale, fields, name), where);
    }),
  );
  expect(gaps).toEqual([]);
});
const idsIn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([id, field]) => [id, ...("of" in field ? idsIn(field.of) : [])]);

it("has no words for fields and moves that do not exist", () => {
  const ids = new Set(rulesWithFields.flatMap(({ fields, given }) => idsIn({ ...fields, ...given })));
  const names = new Set<string>(rulesWithFields.map(({ name }) => name));
  const superfluous = inEveryLanguage((locale, language) => [
    ...Object.keys(words(locale).fields)
      .filter((id) => !ids.has(id))
      .map((id) => `${language} has words for the field "${id}", which no move asks or is given.`),
    ...Object.keys(words(locale).moves)
      .filter((name) => !names.has(name))
      .map((name) => `${language} has words for the move "${name}", which no table has.`),
    ...[...names].flatMap((name) =>
      strangeLabels(locale, name).map((id) => `${language}: ${name} does not ask "${id}".`),
    ),
  ]);
  expect(superfluous).toEqual([]);
});
/** Labels made sharper for a move that does not ask that field. One name may be a move of two objects. */
function strangeLabels(locale: Locale, name: string): string[] {
  const asked = new Set(rulesWithFields.filter((rule) => rule.name === name).flatMap(({ fields }) => idsIn(fields)));
  return Object.keys(wordsOfMove(words(locale), name).fields ?? {}).filter((id) => !asked.has(id));
}

it("names every field and every choice of the intake, a draft, the agreement and the moves of a round", () => {
  const gaps = inEveryLanguage((locale, language) => [
    ...unsaid(intakeFields, questionWords(locale, intakeFields), `${language}, the intake`),
    ...Object.entries(draftSteps).flatMap(([step, fields]) =>
      unsaid(fields, questionWords(locale, fields), `${language}, the page ${step} of a draft`),
    ),
    ...unsaid(termsAsFields, words(locale).agreement.fields, `${language}, the agreement`),
    ...unsaid(roundFields, words(locale).rounds.round.fields, `${language}, the moves of a round`),
  ]);
  expect(gaps).toEqual([]);
  expect(Object.keys(secrecyFields).sort()).toEqual(["consent", "name"]);
});
const termsAsFields: Fields = Object.fromEntries(
  Object.entries(termFields).map(([id, term]) => [id as TermId, term.field]),
);
const roundFields: Fields = Object.assign({}, ...pageMoves.map((name) => ruleOf(name).fields ?? {}));

/** Words of the tables of moves, which every noun has: they lie together in the folder of the workflow. */
const ofWorkflow = ["fields", "guards", "moves", "reasons"];

it("has a branch for every folder, named as the folder", () => {
  const branches = Object.keys(words("nl")).map((name) => (ofWorkflow.includes(name) ? "workflow" : name));
  expect([...new Set(branches)].sort()).toEqual(
    readdirSync("app/i18n/nl", { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  );
});

it("says of every number in an agreement what it counts", () => {
  const numbers = (Object.entries(termFields) as [TermId, { field: Field }][]).filter(
    ([, { field }]) => field.kind === "whole",
  );
  expect(numbers.length).toBeGreaterThan(0);
  for (const locale of locales) {
    const fields: FieldsWords = words(locale).agreement.fields;
    for (const [id] of numbers)
      for (const n of [1, 10]) expect(fields[id]?.unit?.(n), `${languages[locale]}: ${id}`).toMatch(/\d+ \p{L}/u);
  }
});
