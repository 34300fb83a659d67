import { wordsOf } from "#app/i18n/field.ts";
import { Group } from "./frame.tsx";
import { fieldId } from "./id.ts";
import { FieldFor, type FieldOf, type FieldProps } from "./fields.tsx";
import { rowsToDraw } from "./posted-values.ts";
import { useWords } from "#app/ui/shell/words.tsx";

type InsideProps = Pick<FieldProps, "words" | "shown" | "errors" | "options"> & {
  of: FieldOf<"rows">["of"];
  prefix: string;
};
const Inside = ({ of, prefix, words, shown, errors, options }: InsideProps) => (
  <div className="group-fields">
    {Object.entries(of).map(([id, field]) => (
      <FieldFor
        key={id}
        name={`${prefix}.${id}`}
        field={field}
        words={wordsOf(words.of, id)}
        shown={shown}
        errors={errors}
        options={options}
      />
    ))}
  </div>
);

/** A repeated group: what is filled, then two empty ones. Empty ones are left out when the form is read. */
export function Rows({ name, field, words, shown, errors, options, large }: FieldProps<FieldOf<"rows">>) {
  const { form } = useWords().shell;
  return (
    <Group {...{ name, field, words, errors, large, hint: form.rowsHint }}>
      <div id={fieldId(name)} tabIndex={-1} className="groups">
        {rowsToDraw(field, name, shown).map((row) => (
          <fieldset key={row} className="group">
            <legend>{form.row(words.label, row + 1)}</legend>
            <Inside of={field.of} prefix={`${name}.${row}`} {...{ words, shown, errors, options }} />
          </fieldset>
        ))}
      </div>
    </Group>
  );
}

/** The same questions for each item of a list. */
export function Each({ name, field, words, shown, errors, options, large }: FieldProps<FieldOf<"each">>) {
  const { form } = useWords().shell;
  const items = options?.[field.from] ?? [];
  return (
    <Group {...{ name, field, words, errors, large }}>
      <div id={fieldId(name)} tabIndex={-1} className="groups">
        {items.length === 0 && <p className="soft">{form.none}</p>}
        {items.map(({ id, label }) => (
          <fieldset key={id} className="group">
            <legend>{label}</legend>
            <Inside of={field.of} prefix={`${name}.${id}`} {...{ words, shown, errors, options }} />
          </fieldset>
        ))}
      </div>
    </Group>
  );
}
