import type { Field, Fields } from "#app/domain/fields/fields.ts";

/**
 * Describes the words of one form field. `options` names the choices of `choice` and `choices`; `of` names the fields
 * of `rows` and `each`.
 */
export type FieldWords = {
  label: string;
  hint?: string;
  /** Holds a hint for a form in which the field may be left empty. */
  whenOptional?: string;
  example?: string;
  /** Gives a number with what it counts, as readers see it: "10 werkdagen". */
  unit?: (n: number) => string;
  options?: Readonly<Record<string, string>>;
  of?: FieldsWords;
};
export type FieldsWords = Readonly<Record<string, FieldWords>>;

/**
 * The words a form of these fields needs: a field without words does not compile where the form names its fields.
 * A form whose fields are known only at run time takes any words, and `wordsOf` refuses what has none.
 */
export type WordsFor<F extends Fields> = {
  readonly [Id in keyof F]: FieldWords & ChoiceWords<F[Id]> & InnerWords<F[Id]>;
};
type ChoiceWords<F extends Field> = F extends { options: readonly (infer Id extends string)[] }
  ? string extends Id
    ? unknown
    : { options: Readonly<Record<Id, string>> }
  : unknown;
type InnerWords<F extends Field> = F extends { of: infer Of extends Fields } ? { of: WordsFor<Of> } : unknown;

/** Returns the words of one field. A field without words is a fault of the words, and never shows as its id. */
export function wordsOf(words: FieldsWords | undefined, id: string): FieldWords {
  const found = words?.[id];
  if (!found) throw new Error(`The field ${id} has no words in app/i18n.`);
  return found;
}
/** Tells what one choice is called; the same fault when it has no words. */
export function optionWord(words: FieldWords, id: string): string {
  const found = words.options?.[id];
  if (found === undefined) throw new Error(`The choice ${id} of ${words.label} has no words in app/i18n.`);
  return found;
}

/** Finds the label of a posted name such as `title`, `criteria.0.text` or `results.<id>.met`; null for a name no field owns. */
export function labelOf(words: FieldsWords, name: string): string | null {
  const [head = "", key, ...rest] = name.split(".");
  const found = words[head];
  if (!found) return null;
  if (key === undefined || !found.of) return found.label;
  const inner = rest.length ? labelOf(found.of, rest.join(".")) : null;
  const place = /^\d+$/.test(key) ? `${found.label} ${Number(key) + 1}` : found.label;
  return inner ? `${place}: ${inner}` : place;
}
