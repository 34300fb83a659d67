import { wordsOf } from "#app/i18n/field.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { CheckBox, Choice, Choices, YesNo } from "./choice.tsx";
import { Group } from "./frame.tsx";
import { fieldId } from "./id.ts";
import { rowsToDraw } from "./posted-values.ts";
import type { FieldOf, FieldProps } from "./props.ts";
import { Files, Lines, TextBox } from "./text.tsx";

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

/** Shows a repeated group: what is filled, then two empty ones. Empty ones are left out when the form is read. */
function Rows({ name, field, words, shown, errors, options, large }: FieldProps<FieldOf<"rows">>) {
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

/** Asks the same questions for each item of a list. */
function Each({ name, field, words, shown, errors, options, large }: FieldProps<FieldOf<"each">>) {
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
