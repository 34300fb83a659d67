import type { ReactNode } from "react";
import type { Field } from "#app/domain/fields/fields.ts";
import type { FieldError } from "#app/domain/refusal.ts";
import type { FieldWords } from "#app/i18n/field.ts";
import { classes } from "#app/ui/classes.ts";
import { describedBy, errorId, fieldId, hintId } from "./id.ts";
import { useFieldErrorText } from "#app/ui/problem.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type FrameProps = {
  name: string;
  field: Field;
  words: FieldWords;
  errors?: Readonly<Record<string, FieldError>>;
  hint?: string;
  large?: boolean;
  children: ReactNode;
};

/** Shows the error of one field, in the same words as the summary. */
export function FieldProblem({
  name,
  label,
  errors,
}: {
  name: string;
  label: string;
  errors?: Readonly<Record<string, FieldError>>;
}) {
  const t = useFieldErrorText();
  const error = errors?.[name];
  return error ? (
    <p id={errorId(name)} className="field-error">
      {t(label, error)}
    </p>
  ) : null;
}

function Hint({ name, hint, words }: { name: string; hint?: string; words: FieldWords }) {
  const { form } = useWords().shell;
  const text = words.hint ?? hint;
  if (!text && !words.example) return null;
  return (
    <div id={hintId(name)} className="field-hint">
      {text && <p>{text}</p>}
      {words.example && (
        <p className="field-example">
          {form.example} {words.example}
        </p>
      )}
    </div>
  );
}

/** The label of what another answer makes necessary says when: it is neither always asked nor free to leave. */
const Label = ({ words, field }: { words: FieldWords; field: Field }) => {
  const { form } = useWords().shell;
  const isAsked = field.required || ("neededFor" in field && field.neededFor !== undefined);
  return (
    <>
      {words.label}
      {!isAsked && <span className="field-optional"> {form.optional}</span>}
    </>
  );
};

/** Puts label, hint and error around one control. */
export const Frame = ({ name, field, words, errors, hint, large, children }: FrameProps) => (
  <div className={classes("field", errors?.[name] && "field-wrong", large && "field-large")}>
    <label htmlFor={fieldId(name)}>
      <Label words={words} field={field} />
    </label>
    <Hint name={name} hint={hint} words={words} />
    <FieldProblem name={name} label={words.label} errors={errors} />
    {children}
  </div>
);

/** Puts legend, hint and error around several controls that answer one question. */
export const Group = ({ name, field, words, errors, hint, large, children }: FrameProps) => {
  const wrong = Boolean(errors?.[name]);
  return (
    <fieldset
      className={classes("field", wrong && "field-wrong", large && "field-large")}
      aria-describedby={describedBy(name, Boolean(words.hint ?? hint ?? words.example), wrong)}
    >
      <legend>
        <Label words={words} field={field} />
      </legend>
      <Hint name={name} hint={hint} words={words} />
      <FieldProblem name={name} label={words.label} errors={errors} />
      {children}
    </fieldset>
  );
};

/** These attributes tie a control to its hint and error. */
export const tied = (
  name: string,
  words: FieldWords,
  hint: string | undefined,
  errors?: Readonly<Record<string, FieldError>>,
) => {
  const wrong = Boolean(errors?.[name]);
  return {
    id: fieldId(name),
    "aria-describedby": describedBy(name, Boolean(words.hint ?? hint ?? words.example), wrong),
    "aria-invalid": wrong || undefined,
  };
};
