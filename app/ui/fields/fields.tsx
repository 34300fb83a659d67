import type { Answers, Field, Fields as FieldSet, Options, Posted } from "#app/domain/fields/fields.ts";
import type { FieldError } from "#app/domain/refusal.ts";
import { wordsOf, type FieldWords, type WordsFor } from "#app/i18n/field.ts";
import { CheckBox, Choice, Choices, YesNo } from "./choice.tsx";
import { Each, Rows } from "./groups.tsx";
import { Files, Lines, TextBox } from "./text.tsx";
import { asPosted } from "./posted-values.ts";

/** The descriptions that can be of one of these kinds. */
export type FieldOf<K extends Field["kind"], F extends Field = Field> = F extends Field
  ? Extract<F["kind"], K> extends never
    ? never
    : F
  : never;

/** What every field component gets. `name` is the posted name, groups included (`criteria.0.text`). */
export type FieldProps<F extends Field = Field> = {
  name: string;
  field: F;
  words: FieldWords;
  /** What the form shows: typed text after a problem, stored values otherwise; names as posted. */
  shown: Posted;
  errors?: Readonly<Record<string, FieldError>>;
  options?: Options;
  /** Only one question on this page: its label is drawn as large as a heading. */
  large?: boolean;
  autoComplete?: string;
};

/** Draws any field of the domain: label, hint, example, error beside it, control. */
export function FieldFor(props: FieldProps) {
  const { field } = props;
  switch (field.kind) {
    case "text":
      return <Lines {...props} field={field} />;
    case "check":
      return <CheckBox {...props} field={field} />;
    case "yesno":
      return <YesNo {...props} field={field} />;
    case "choice":
    case "pick":
      return <Choice {...props} field={field} />;
    case "choices":
    case "picks":
      return <Choices {...props} field={field} />;
    case "files":
      return <Files {...props} field={field} />;
    case "rows":
      return <Rows {...props} field={field} />;
    case "each":
      return <Each {...props} field={field} />;
    default:
      return <TextBox {...props} field={field} />;
  }
}

type FieldsProps<F extends FieldSet> = {
  fields: F;
  words: WordsFor<NoInfer<F>>;
  /** Typed text of a refused form; goes before `values`. */
  typed?: Posted | null;
  values?: Answers;
  errors?: Readonly<Record<string, FieldError>>;
  options?: Options;
  prefix?: string;
  large?: boolean;
};

/** A whole group of fields, in the order of their description. */
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
