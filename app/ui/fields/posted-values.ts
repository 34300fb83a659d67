import { rowNumbers } from "#app/domain/fields/answers.ts";
import type { Answer, Answers, Field, Fields, Posted } from "#app/domain/fields/fields.ts";
import { typedDate, typedDuration, typedMoney } from "#app/i18n/format.ts";

/** Answers as a form would post them, so that stored values and retyped ones fill a form the same way. */
export function asPosted(fields: Fields, answers: Answers, prefix = ""): Posted {
  return Object.assign(
    {},
    ...Object.entries(fields).map(([id, field]) => posted(field, answers[id] ?? null, prefix + id)),
  );
}

function posted(field: Field, answer: Answer, name: string): Posted {
  if (answer === null) return {};
  if (field.kind === "rows" || field.kind === "each")
    return typeof answer === "object" ? group(field.of, Object.entries(answer), name) : {};
  if (Array.isArray(answer)) return { [name]: answer.map(String) };
  if (field.kind === "date") return day(String(answer), name);
  return { [name]: scalar(field, answer) };
}

const group = (of: Fields, entries: readonly (readonly [string, Answer])[], name: string): Posted =>
  Object.assign({}, ...entries.map(([key, inner]) => asPosted(of, inner as Answers, `${name}.${key}.`)));

function day(iso: string, name: string): Posted {
  const [date = "", time] = iso.split("T");
  return time ? { [name]: typedDate(date), [`${name}.time`]: time } : { [name]: typedDate(date) };
}

function scalar(field: Field, answer: Answer): string {
  if (field.kind === "money" && typeof answer === "number") return typedMoney(answer);
  if (field.kind === "duration" && typeof answer === "number") return typedDuration(answer);
  if (typeof answer === "boolean") return answer ? "yes" : "no";
  return String(answer);
}

/** Says what was typed in a field that has one value. */
export const first = (posted: Posted, name: string): string => {
  const value = posted[name];
  return value === undefined ? "" : typeof value === "string" ? value : (value[0] ?? "");
};
/** Returns all that was ticked in a field that may have several. */
export const every = (posted: Posted, name: string): readonly string[] => {
  const value = posted[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
};

/** Tells which rows to draw: those filled, then two empty ones, never more than the field takes. */
export function rowsToDraw(field: Extract<Field, { kind: "rows" }>, name: string, shown: Posted): readonly number[] {
  const filled = rowNumbers(shown, name);
  const next = (filled.at(-1) ?? -1) + 1;
  const least = Math.max(2, (field.min ?? 0) - filled.length);
  const empty = Array.from(
    { length: Math.min(least, Math.max(0, (field.max ?? 100) - filled.length)) },
    (_, i) => next + i,
  );
  return [...filled, ...empty];
}
