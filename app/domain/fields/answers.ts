import { outside } from "./days.ts";
import type { Answer, Answers, Field, Fields, OptionList, Options, Posted } from "./fields.ts";
import { isBlank } from "#app/domain/marks.ts";
import type { FieldError } from "#app/domain/refusal.ts";
import type { Parsed, ReadOf } from "./typed.ts";
import { rowFieldName, rowFields } from "./row-names.ts";
import { readScalar, unreadable, type Read } from "./scalars.ts";

/** Allows more rows than any agreement needs; a bound so that a hostile form cannot make us work. */
const mostRows = 100;
type Errors = Record<string, FieldError>;
/** `within`: the groups of answers around the field, its own first. `later` runs once all is read. */
type Place = {
  posted: Posted;
  options: Options;
  errors: Errors;
  within: readonly Answers[];
  later: (() => void)[];
};

const many = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;
const one = (value: string | readonly string[] | undefined): string => many(value).at(-1) ?? "";
const offers = (field: Field & { from: OptionList }, options: Options) =>
  (options[field.from] ?? []).map((option) => option.id);

/** The ids a field may take; null where any text goes. */
function allowed(field: Field, options: Options): readonly string[] | null {
  if (field.kind === "choice" || field.kind === "choices") return field.options;
  return field.kind === "pick" || field.kind === "picks" ? offers(field, options) : null;
}

/**
 * Reads a posted form against its description. Sloppy formats are accepted (docs/trust.md 6.1): dates d-m-jjjj, money
 * 1.234,56, KvK with spaces.
 * Promises: every field of `fields` is a key of the answers; empty optional answers are null (lists: empty); dates are
 * "yyyy-mm-dd", money whole cents.
 * A date that lies outside its bounds (`when`) is refused with the day that is the limit; a form with dates needs
 * `options.days`.
 * Errors come per posted name: `title`, `criteria.0.text`, `results.<id>.met`. Whatever is posted beside the fields is ignored.
 */
export function readAnswers<F extends Fields>(fields: F, posted: Posted, options: Options = {}): Parsed<F> {
  const errors: Errors = {};
  const later: Place["later"] = [];
  const answers = readGroup(fields, "", { posted, options, errors, within: [], later });
  for (const check of later) check();
  return Object.keys(errors).length ? { ok: false, errors } : { ok: true, answers: answers as ReadOf<F> };
}

/**
 * Reads one of several rows on a page. Its answers have the ids and types of the fields themselves; errors stay beside
 * the posted names.
 */
export function readRow<F extends Fields>(fields: F, id: string, posted: Posted): Parsed<F> {
  const named = rowFields(fields, id);
  const read = readAnswers(named, posted);
  if (!read.ok) return read;
  const answers = Object.keys(fields).map((name) => [name, read.answers[rowFieldName(name, id)] ?? null]);
  return { ok: true, answers: Object.fromEntries(answers) as ReadOf<F> };
}

function readGroup(fields: Fields, prefix: string, place: Place): Answers {
  const answers: Record<string, Answer> = {};
  const within = [answers, ...place.within];
  for (const [id, field] of Object.entries(fields)) answers[id] = readField(field, prefix + id, { ...place, within });
  return answers;
}

function readField(field: Field, name: string, place: Place): Answer {
  if (field.kind === "rows") return readRows(field, name, place);
  if (field.kind === "each") return readEach(field, name, place);
  if (field.kind === "choices" || field.kind === "picks" || field.kind === "files") return readMany(field, name, place);
  const text = one(place.posted[name]);
  const options = allowed(field, place.options);
  const read: Read =
    options && text !== "" && !options.includes(text)
      ? { error: { code: "not_an_option" } }
      : readScalar(field, text, one(place.posted[`${name}.time`]));
  return settle(field, name, place, read);
}

function settle(field: Field, name: string, place: Place, read: Read): Answer {
  const { errors } = place;
  if ("error" in read) {
    errors[name] = read.error;
    return null;
  }
  const empty = read.value === null || (field.kind === "check" && read.value === false);
  if (field.required && empty) errors[name] = { code: field.kind === "check" ? "not_ticked" : "required" };
  if (field.kind === "date" && typeof read.value === "string") holdToBounds(field, name, place, read.value);
  if ("neededFor" in field && field.neededFor && empty) askWhereNeeded(field.neededFor, name, place);
  return read.value;
}

/** Says what another answer of its group makes necessary is asked once that answer is read too. */
function askWhereNeeded({ field, is }: { field: string; is: string }, name: string, { errors, within, later }: Place) {
  const [group] = within;
  later.push(() => {
    if (group?.[field] === is) errors[name] ??= { code: "required" };
  });
}
/** Held against its bounds once the fields around it are read too: one may be the limit of another. */
function holdToBounds({ when }: Extract<Field, { kind: "date" }>, name: string, place: Place, day: string): void {
  const { days } = place.options;
  if (!days) throw new Error(`${name} has bounds, and this form does not know what day it is`);
  place.later.push(() => {
    const error = outside(day, when, days, place.within);
    if (error) place.errors[name] ??= error;
  });
}

function readMany(field: Field, name: string, { posted, options, errors }: Place): Answer {
  const chosen = [...new Set(many(posted[name]).filter((value) => value !== ""))];
  const ids = allowed(field, options);
  if (chosen.length > mostRows) errors[name] = { code: "too_many_items", limit: mostRows };
  else if (chosen.some((id) => (ids ? !ids.includes(id) : id.length > 200 || unreadable(id))))
    errors[name] = { code: "not_an_option" };
  else if (field.required && chosen.length === 0) errors[name] = { code: "required" };
  return chosen;
}

/** Returns rows in the order of their numbers; a row with nothing in it is dropped, so blank lines of the form never hurt. */
function readRows(field: Extract<Field, { kind: "rows" }>, name: string, place: Place): Answer {
  const filled = rowNumbers(place.posted, name);
  const most = field.max ?? mostRows;
  const least = field.min ?? (field.required ? 1 : 0);
  if (filled.length > most) {
    place.errors[name] = { code: "too_many_items", limit: most };
    return [];
  }
  if (filled.length < least)
    place.errors[name] = filled.length === 0 ? { code: "required" } : { code: "too_few_items", limit: least };
  return filled.map((n) => readGroup(field.of, `${name}.${n}.`, place));
}

function readEach(field: Extract<Field, { kind: "each" }>, name: string, place: Place): Answer {
  const ids = offers(field, place.options);
  const wanted = field.required ? ids : ids.filter((id) => hasContent(place.posted, `${name}.${id}.`));
  return Object.fromEntries(wanted.map((id) => [id, readGroup(field.of, `${name}.${id}.`, place)]));
}

/** Returns the numbers of the rows under `name` that hold something, in order; numbers beyond four digits are not ours and are ignored. */
export function rowNumbers(posted: Posted, name: string): readonly number[] {
  const found = new Set<number>();
  for (const [key, value] of Object.entries(posted)) {
    const match = key.startsWith(`${name}.`) ? /^(\d{1,4})\./.exec(key.slice(name.length + 1)) : null;
    if (match && hasText(value)) found.add(Number(match[1]));
  }
  return [...found].sort((a, b) => a - b);
}
const hasText = (value: string | readonly string[]) => many(value).some((text) => !isBlank(text));
const hasContent = (posted: Posted, prefix: string) =>
  Object.entries(posted).some(([key, value]) => key.startsWith(prefix) && hasText(value));
