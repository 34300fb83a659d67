import type { Answers, Fields as FieldSet, Options } from "#app/domain/fields/fields.ts";
import type { WordsFor } from "#app/i18n/field.ts";
import { Button, type Look } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs, type FormMarks } from "#app/ui/fields/form.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import type { ReactNode } from "react";

type Props<F extends FieldSet> = {
  form: FormMarks;
  fields: F;
  words: WordsFor<NoInfer<F>>;
  button: string;
  problem?: Problem | null;
  values?: Answers;
  options?: Options;
  action?: string;
  look?: Look;
  children?: ReactNode;
};
/** Renders a form of fields with one button. */
export const SimpleForm = <F extends FieldSet>({
  form,
  fields,
  words,
  button,
  problem,
  values,
  options,
  action,
  look = "forward",
  children,
}: Props<F>) => (
  <Form form={form} action={action}>
    <Fields
      fields={fields}
      words={words}
      typed={problem?.typed}
      values={values}
      errors={problem?.errors}
      options={options}
    />
    {children}
    <FormActs>
      <Button look={look}>{button}</Button>
    </FormActs>
  </Form>
);
