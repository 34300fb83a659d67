import type { FieldError } from "#app/domain/refusal.ts";
import type { Answers, Field, Fields } from "./fields.ts";

declare const day: unique symbol;
/** Describes a calendar day, "yyyy-mm-dd", as a date field reads it. */
type AnsweredDay = string & { readonly [day]: true };

/** A list may be empty and a box unticked; every other kind is null where nothing was filled in. */
type Filled<F extends Field> = F extends { kind: "rows"; of: infer Of extends Fields }
  ? AnswersOf<Of>[]
  : F extends { kind: "each"; of: infer Of extends Fields }
    ? Readonly<Record<string, AnswersOf<Of>>>
    : F extends { kind: "choices"; options: readonly (infer Option)[] }
      ? Option[]
      : F extends { kind: "picks" | "files" }
        ? string[]
        : F extends { kind: "check" }
          ? boolean
          : Scalar<F> | (F extends { required: true } ? never : null);
type Scalar<F extends Field> = F extends { kind: "choice"; options: readonly (infer Option)[] }
  ? Option
  : F extends { kind: "whole" | "money" | "duration" }
    ? number
    : F extends { kind: "yesno" }
      ? boolean
      : F extends { kind: "date"; time: true }
        ? string
        : F extends { kind: "date" }
          ? AnsweredDay
          : string;
/** Says what `readAnswers` makes of a form with these fields. */
export type AnswersOf<F extends Fields> = { [Id in keyof F]: Filled<F[Id]> };

/** Describes one answer of a draft; nothing in its rows has to be filled in yet. */
type Drafted<F extends Field> = F extends { kind: "rows"; of: infer Of extends Fields }
  ? readonly DraftOf<Of>[]
  : F extends { kind: "choices"; options: readonly (infer Option)[] }
    ? readonly Option[]
    : F extends { kind: "date" }
      ? string
      : Scalar<F>;
/** Holds what a draft with these fields holds: null for what was left empty, and nothing of what nobody came to yet. */
export type DraftOf<F extends Fields> = { readonly [Id in keyof F]?: Drafted<F[Id]> | null };

/** The answers of fields as far as the compiler knows them: those of a form that is put together at run time have no types. */
export type ReadOf<F extends Fields> = string extends keyof F ? Answers : AnswersOf<F>;
/** Describes a form that was read: its answers, or what is wrong by posted name. */
export type Parsed<F extends Fields> =
  | { ok: true; answers: ReadOf<F> }
  | { ok: false; errors: Record<string, FieldError> };

const isDay = (value: unknown) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
const isGroup = (value: unknown): value is Answers =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === "string";
/**
 * Tells whether a stored answer is of its field's kind; options that were taken away since are still what was answered.
 */
function fits(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case "rows":
      return Array.isArray(value) && value.every(isGroup);
    case "each":
      return isGroup(value) && Object.values(value).every(isGroup);
    case "choices":
    case "picks":
    case "files":
      return Array.isArray(value) && value.every(isText);
    case "check":
    case "yesno":
      return typeof value === "boolean";
    case "whole":
    case "money":
    case "duration":
      return typeof value === "number";
    case "date":
      return field.time ? isText(value) : isDay(value);
    default:
      return isText(value);
  }
}
/**
 * Answers that come back from the database, with the types of the fields they were once read by. What is not there, or
 * is of another kind because the fields changed since, is left out.
 */
export function storedAnswers<F extends Fields>(fields: F, stored: Answers): Partial<AnswersOf<F>> {
  const read: Record<string, unknown> = {};
  for (const [id, field] of Object.entries(fields)) if (fits(field, stored[id])) read[id] = stored[id];
  return read as Partial<AnswersOf<F>>;
}
/** Returns the same of a draft, in which an answer may have been taken away again. */
export const storedDraft = <F extends Fields>(fields: F, stored: Answers): DraftOf<F> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, field]) =>
      stored[id] === null || fits(field, stored[id]) ? [[id, stored[id]]] : [],
    ),
  ) as DraftOf<F>;
