import type { Answers, Fields as FieldSet, Options, Posted } from "#app/domain/fields/fields.ts";
import type { FieldError } from "#app/domain/refusal.ts";
import { wordsOf, type WordsFor } from "#app/i18n/field.ts";
import { FieldFor } from "./field.tsx";
import { asPosted } from "./posted-values.ts";

type FieldsProps<F extends FieldSet> = {
  fields: F;
  words: WordsFor<NoInfer<F>>;
  /** Holds typed text of a refused form; goes before `values`. */
  typed?: Posted | null;
  values?: Answers;
  errors?: Readonly<Record<string, FieldError>>;
  options?: Options;
  prefix?: string;
  large?: boolean;
};

/** Renders a whole group of fields, in the order of their description. */
export function Fields<F extends FieldSet>({
  fields,
  words,
  typed,
  values = {},
  errors,
  options,
  prefix = "",
  large,
}: FieldsProps<F>) {
  const shown = typed ?? asPosted(fields, values, prefix);
  return (
    <>
      {Object.entries(fields).map(([id, field]) => (
        <FieldFor
          key={id}
          name={prefix + id}
          field={field}
          words={wordsOf(words, id)}
          shown={shown}
          errors={errors}
          options={options}
          large={large}
        />
      ))}
    </>
  );
}
