import type { Field, Fields, Posted } from "#app/domain/fields/fields.ts";
import { longest } from "#app/domain/fields/fields.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { processes, type ObjectName } from "#app/domain/workflow/processes.ts";

/** Describes a field of a move in which words are typed: `path` without the numbers of rows, as in `results.finding`. */
type TypedField = { object: ObjectName; move: string; path: string; field: Field; word: string };

const textsIn = (fields: Fields, before = ""): [path: string, field: Field][] =>
  Object.entries(fields).flatMap(([id, field]): [string, Field][] =>
    "of" in field
      ? textsIn(field.of, `${before}${id}.`)
      : (field.kind === "text" || field.kind === "line") && field.fixed === undefined
        ? [[before + id, field]]
        : [],
  );

/**
 * Holds every field of every move in which people type words, each with a word that stands nowhere else. What the
 * product itself gives with a move (`given`) was typed in another one.
 */
export const typedFields: readonly TypedField[] = Object.entries(processes)
  .flatMap(([object, { moves }]) =>
    (Object.entries(moves) as [string, Rule<string, string>][]).flatMap(([move, rule]) =>
      textsIn(rule.fields ?? {}).map(([path, field]) => ({ object: object as ObjectName, move, path, field })),
    ),
  )
  .map((typed, n) => ({ ...typed, word: `vink${n}q` }));

const byPath = new Map(typedFields.map((typed) => [`${typed.object}.${typed.move}.${typed.path}`, typed]));

/** Returns what is posted, with its own word behind everything that is typed. */
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
