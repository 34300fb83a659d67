import type { Field, Options, Posted } from "#app/domain/fields/fields.ts";
import type { FieldError } from "#app/domain/refusal.ts";
import type { FieldWords } from "#app/i18n/field.ts";

/** Describes the descriptions that can be of one of these kinds. */
export type FieldOf<K extends Field["kind"], F extends Field = Field> = F extends Field
  ? Extract<F["kind"], K> extends never
    ? never
    : F
  : never;

/** Holds what every field component gets. `name` is the posted name, groups included (`criteria.0.text`). */
export type FieldProps<F extends Field = Field> = {
  name: string;
  field: F;
  words: FieldWords;
  /** Holds what the form shows: typed text after a problem, stored values otherwise; names as posted. */
  shown: Posted;
  errors?: Readonly<Record<string, FieldError>>;
  options?: Options;
  /** Only one question on this page: its label is drawn as large as a heading. */
  large?: boolean;
  autoComplete?: string;
};
