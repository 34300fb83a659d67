import type { Answers, Field, Posted } from "#app/domain/fields/fields.ts";
import { longest } from "#app/domain/fields/fields.ts";
import type { audiences } from "#app/domain/fields/shown.ts";
import { forms } from "#app/domain/forms.ts";

type Audience = (typeof audiences)[number];
/** Describes a field of a form in which words are typed, with a word that stands nowhere else, and who reads it again. */
type TypedForm = { form: string; id: string; field: Field; word: string; by: Audience; at: string };

/** Holds every field of a form in which words are typed, but for those of which the table says why no word of its own fits. */
export const typedForms: readonly TypedForm[] = Object.entries(forms)
  .flatMap(([form, { fields, shows }]) =>
    Object.entries(fields).flatMap(([id, field]) => {
      const one = shows[id];
      const typed = (field.kind === "text" || field.kind === "line") && one && "by" in one && !one.untried;
      return typed ? [{ form, id, field, by: one.by, at: one.at }] : [];
    }),
  )
  .map((typed, n) => ({ ...typed, word: `kauw${n}q` }));
const byName = new Map(typedForms.map((typed) => [`${typed.form} ${typed.id}`, typed]));
const most = (field: Field) => ("max" in field && field.max) || longest[field.kind as "line" | "text"];

/** Returns what is filled in on a form, with its own word behind everything that is typed. */
export function withFormWords<T extends Posted | Answers>(form: string, filled: T): T {
  const said = ([name, value]: [string, unknown]) => {
    const typed = byName.get(`${form} ${name}`);
    if (!typed || typeof value !== "string" || value === "") return [name, value];
    return [name, `${value.slice(0, most(typed.field) - typed.word.length - 1)} ${typed.word}`];
  };
  return Object.fromEntries(Object.entries(filled).map(said)) as T;
}
/** Returns the same for everything that a company tells in its intake. */
export const withIntakeWords = (answers: Answers): Answers =>
  Object.keys(forms)
    .filter((form) => form.startsWith("intakeSteps."))
    .reduce((all, form) => withFormWords(form, all), {
      ...answers,
      problem_owner: "Pieter Oppewal, hoofd onderhoud",
    } as Answers);

/** Returns the words of forms that stand in a text. */
export const formWordsIn = (text: string): string[] => [...new Set(text.match(/kauw\d+q/g))];
/** Says which field a word was typed in. */
export const formOf = (word: string): TypedForm | undefined => typedForms.find((typed) => typed.word === word);
