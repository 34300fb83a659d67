import type { Option, Options } from "#app/domain/fields/fields.ts";
import { optionWord, type FieldWords } from "#app/i18n/field.ts";
import { classes } from "#app/ui/classes.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FieldProblem, Frame, Group, tied } from "./frame.tsx";
import { fieldId } from "./id.ts";
import type { FieldOf, FieldProps } from "./props.ts";
import { every, first } from "./posted-values.ts";
import { useLocale, useWords } from "#app/ui/shell/words.tsx";

type Chosen = FieldOf<"choice" | "choices" | "pick" | "picks">;
/** Lists what can be chosen, with labels: from the words for fixed lists, from the service for lists known at run time. */
function optionsOf(field: Chosen, words: FieldWords, options?: Options): readonly Option[] {
  return "from" in field
    ? (options?.[field.from] ?? [])
    : field.options.map((id) => ({ id, label: optionWord(words, id) }));
}
const None = () => <p className="soft">{useWords().shell.form.none}</p>;

type TicksProps = {
  name: string;
  field?: string;
  type: "radio" | "checkbox";
  options: readonly Option[];
  chosen: readonly string[];
  required?: boolean;
};
/**
 * The first carries the field's id, so that the error link lands on it; `field` is its name where a field's options
 * stand in two places.
 */
const Ticks = ({ name, field = name, type, options, chosen, required }: TicksProps) => (
  <div
    className={classes(
      "ticks",
      options.every((option) => option.label.length < 14) && options.length <= 5 && "ticks-short",
    )}
  >
    {options.map(({ id, label }, i) => (
      <label key={id} className="tick">
        <input
          id={i === 0 ? fieldId(name) : undefined}
          type={type}
          name={field}
          value={id}
          defaultChecked={chosen.includes(id)}
          required={type === "radio" && required}
        />
        <span>{label}</span>
      </label>
    ))}
  </div>
);

/** Shows one of several: up to six as radios, more as a list that folds out. */
export function Choice({ name, field, words, shown, errors, options, large }: FieldProps<FieldOf<"choice" | "pick">>) {
  const { form } = useWords().shell;
  const list = optionsOf(field, words, options);
  const chosen = first(shown, name);
  if (list.length <= 6)
    return (
      <Group {...{ name, field, words, errors, large }}>
        {list.length ? (
          <Ticks name={name} type="radio" options={list} chosen={[chosen]} required={field.required} />
        ) : (
          <None />
        )}
      </Group>
    );
  return (
    <Frame {...{ name, field, words, errors, large }}>
      <select {...tied(name, words, undefined, errors)} name={name} defaultValue={chosen} required={field.required}>
        <option value="">{form.choose}</option>
        {list.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** More options than this are too many to read through: what is chosen stands first, the rest folds out. */
const readable = 15;
/** Offers several choices, of which any number may be taken. */
export function Choices({
  name,
  field,
  words,
  shown,
  errors,
  options,
  large,
}: FieldProps<FieldOf<"choices" | "picks">>) {
  const list = optionsOf(field, words, options);
  const chosen = every(shown, name);
  if (list.length > readable)
    return (
      <Group {...{ name, field, words, errors, large }}>
        <Many name={name} list={list} chosen={chosen} />
      </Group>
    );
  return (
    <Group {...{ name, field, words, errors, large }}>
      {list.length ? <Ticks name={name} type="checkbox" options={list} chosen={chosen} /> : <None />}
    </Group>
  );
}
function Many({ name, list, chosen }: { name: string; list: readonly Option[]; chosen: readonly string[] }) {
  const { form } = useWords().shell;
  const locale = useLocale();
  const on = list.filter(({ id }) => chosen.includes(id));
  const off = list
    .filter(({ id }) => !chosen.includes(id))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
  const columns = (
    <div className="ticks-columns">
      <Ticks name={on.length ? `${name}-` : name} field={name} type="checkbox" options={off} chosen={[]} />
    </div>
  );
  if (on.length === 0) return columns;
  return (
    <>
      <Ticks name={name} type="checkbox" options={on} chosen={chosen} />
      <Disclosure summary={form.others(off.length)}>{columns}</Disclosure>
    </>
  );
}

/** Shows a question that is answered with yes or no, and that begins with neither. */
export function YesNo({ name, field, words, shown, errors, large }: FieldProps<FieldOf<"yesno">>) {
  const { form } = useWords().shell;
  const options = [
    { id: "yes", label: form.yes },
    { id: "no", label: form.no },
  ];
  return (
    <Group {...{ name, field, words, errors, large }}>
      <Ticks name={name} type="radio" options={options} chosen={[first(shown, name)]} required={field.required} />
    </Group>
  );
}

/** Shows a statement to agree with; its label is the whole sentence. */
export function CheckBox({ name, field, words, shown, errors }: FieldProps<FieldOf<"check">>) {
  return (
    <div className={classes("field", errors?.[name] && "field-wrong")}>
      <FieldProblem name={name} label={words.label} errors={errors} />
      <label className="tick tick-alone">
        <input
          {...tied(name, { label: words.label, hint: words.hint }, undefined, errors)}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={first(shown, name) === "yes"}
          required={field.required}
        />
        <span>{words.label}</span>
      </label>
      {words.hint && (
        <p id={`${fieldId(name)}-hint`} className="field-hint tick-hint">
          {words.hint}
        </p>
      )}
    </div>
  );
}
