import type { Answer, Answers, Field, Fields, Posted } from "#app/domain/fields/fields.ts";
import { longest } from "#app/domain/fields/fields.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { processes, type ObjectName } from "#app/domain/workflow/processes.ts";
import { askedIn } from "#app/domain/workflow/shown.ts";

/** A field of a move in which words are typed: `path` without the numbers of rows, as in `results.finding`. */
type TypedField = { object: ObjectName; move: string; path: string; field: Field; word: string };

const textsIn = (fields: Fields, before = ""): [path: string, field: Field][] =>
  Object.entries(fields).flatMap(([id, field]): [string, Field][] =>
    "of" in field
      ? textsIn(field.of, `${before}${id}.`)
      : (field.kind === "text" || field.kind === "line") && field.fixed === undefined
        ? [[before + id, field]]
        : [],
  );

/** Every field of every move in which people type words, each with a word that stands nowhere else. */
export const typedFields: readonly TypedField[] = Object.entries(processes)
  .flatMap(([object, { moves }]) =>
    (Object.entries(moves) as [string, Rule<string, string>][]).flatMap(([move, rule]) =>
      textsIn(askedIn(rule)).map(([path, field]) => ({ object: object as ObjectName, move, path, field })),
    ),
  )
  .map((typed, n) => ({ ...typed, word: `vink${n}q` }));

const byPath = new Map(typedFields.map((typed) => [`${typed.object}.${typed.move}.${typed.path}`, typed]));

/** What is posted, with its own word behind everything that is typed. */
export function withWords(object: ObjectName, move: string, posted: Posted): Posted {
  const said = ([name, value]: [string, Posted[string]]): [string, Posted[string]] => {
    const typed = byPath.get(`${object}.${move}.${name.replace(/\.[^.]+\./g, ".")}`);
    if (!typed || typeof value !== "string" || value === "") return [name, value];
    const most =
      "max" in typed.field && typed.field.max ? typed.field.max : longest[typed.field.kind as "line" | "text"];
    return [name, `${value.slice(0, most - typed.word.length - 1)} ${typed.word}`];
  };
  return Object.fromEntries(Object.entries(posted).map(said));
}

/** One answer for every field of these: words with their own word, the first of what can be chosen, a number, a day. */
export function everyAnswer(object: ObjectName, move: string, fields: Fields, before = ""): Answers {
  const one = (id: string, field: Field): Answer => {
    if (field.kind === "rows") return [everyAnswer(object, move, field.of, `${before}${id}.`)];
    if (field.kind === "each") return { "0": everyAnswer(object, move, field.of, `${before}${id}.`) };
    if (field.kind === "text" || field.kind === "line")
      return byPath.get(`${object}.${move}.${before}${id}`)?.word ?? "iemand";
    if (field.kind === "choice") return field.options[0] ?? null;
    if (field.kind === "choices") return field.options.slice(0, 1);
    if (field.kind === "whole" || field.kind === "money") return 3;
    return { date: "2026-03-02", yesno: true, check: true, email: "iemand@voorbeeld.nl" }[field.kind as string] ?? null;
  };
  return Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, one(id, field)]));
}
