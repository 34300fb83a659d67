import type { Answers, Fields as FieldSet, Options, Posted } from "#app/domain/fields/fields.ts";
import type { FieldError } from "#app/domain/refusal.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { FieldFor } from "./field.tsx";
import { asPosted } from "./posted-values.ts";

type FieldsProps = {
  fields: FieldSet;
  words: FieldsWords;
  /** Typed text of a refused form; goes before `values`. */
  typed?: Posted | null;
  values?: Answers;
  errors?: Readonly<Record<string, FieldError>>;
  options?: Options;
  prefix?: string;
  large?: boolean;
};

/** A whole group of fields, in the order of their description. */
export function Fields({ fields, words, typed, values = {}, errors, options, prefix = "", large }: FieldsProps) {
  const shown = typed ?? asPosted(fields, values, prefix);
  return (
    <>
      {Object.entries(fields).map(([id, field]) => (
        <FieldFor
          key={id}
          name={prefix + id}
          field={field}
          words={words[id] ?? { label: id }}
          shown={shown}
          errors={errors}
          options={options}
          large={large}
        />
      ))}
    </>
  );
}
