import { exampleDay, limitsOf } from "#app/domain/fields/days.ts";
import { longest } from "#app/domain/fields/fields.ts";
import { classes } from "#app/ui/classes.ts";
import { typedDate } from "#app/i18n/format.ts";
import { Frame, tied } from "./frame.tsx";
import { fieldId } from "./id.ts";
import type { FieldOf, FieldProps } from "./props.ts";
import { first } from "./posted-values.ts";
import { useToday, useWords } from "#app/ui/shell/words.tsx";

type OneLine = FieldOf<
  "line" | "email" | "web" | "kvk" | "postcode" | "date" | "duration" | "whole" | "money" | "code" | "password"
>;
const mode: Partial<Record<OneLine["kind"], "text" | "email" | "url" | "numeric" | "decimal">> = {
  line: "text",
  email: "email",
  web: "url",
  kvk: "numeric",
  postcode: "text",
  date: "text",
  duration: "text",
  whole: "numeric",
  money: "decimal",
  code: "numeric",
};
const help: Partial<Record<OneLine["kind"], string>> = { email: "email", code: "one-time-code" };

/** Shows one line: text, address, number, money, date. Always a text box; a picker is never the only way. */
export function TextBox({ name, field, words, shown, errors, options, large, autoComplete }: FieldProps<OneLine>) {
  const { form } = useWords().shell;
  const today = useToday();
  const days = options?.days ?? today;
  const limits = field.kind === "date" && days ? limitsOf(field.when, days) : null;
  const example = field.kind === "date" && days ? typedDate(exampleDay(field.when, days)) : null;
  const hints: Partial<Record<OneLine["kind"], string>> = {
    ...(example && { date: form.dateHint(example) }),
    duration: form.durationHint,
    money: form.moneyHint,
    kvk: form.kvkHint,
  };
  const hint = hints[field.kind];
  // Beside a hint of its own the example has a line of its own.
  const says = example && words.hint ? { ...words, example } : words;
  const password = "present" in field && field.present ? "current-password" : "new-password";
  const complete = autoComplete ?? (field.kind === "password" ? password : help[field.kind]);
  const input = (
    <input
      {...tied(name, says, hint, errors)}
      className={`box-${field.kind}`}
      name={name}
      type={field.kind === "email" || field.kind === "password" ? field.kind : "text"}
      inputMode={mode[field.kind]}
      defaultValue={field.kind === "password" ? undefined : first(shown, name)}
      autoComplete={complete}
      spellCheck={field.kind === "line" ? undefined : false}
      required={field.required}
      min={limits?.first ?? undefined}
      max={limits?.last ?? undefined}
    />
  );
  return (
    <Frame {...{ name, field, words: says, errors, hint, large }}>
      {field.kind === "money" ? (
        <span className="money-box">
          <span aria-hidden="true">€</span>
          {input}
        </span>
      ) : (
        input
      )}
      {field.kind === "date" && field.time && <Time name={`${name}.time`} value={first(shown, `${name}.time`)} />}
    </Frame>
  );
}

const Time = ({ name, value }: { name: string; value: string }) => {
  const { form } = useWords().shell;
  return (
    <>
      <label className="field-second" htmlFor={fieldId(name)}>
        {form.time} <span className="soft">({form.timeHint})</span>
      </label>
      <input id={fieldId(name)} className="box-time" name={name} type="text" inputMode="text" defaultValue={value} />
    </>
  );
};

/** Takes several lines, and is as high as an answer of ordinary length. */
export function Lines({ name, field, words, shown, errors, large }: FieldProps<FieldOf<"line" | "text">>) {
  const most = field.max ?? longest.text;
  return (
    <Frame {...{ name, field, words, errors, large }}>
      <textarea
        {...tied(name, words, undefined, errors)}
        name={name}
        rows={most <= 600 ? 3 : 6}
        defaultValue={first(shown, name)}
        required={field.required}
        className={classes(large && "box-large")}
      />
    </Frame>
  );
}

/** Shows one or more files. The browser forgets them after a problem, and we keep none of a refused form: the hint says so. */
export function Files({ name, field, words, errors, large }: FieldProps<FieldOf<"files">>) {
  const { form } = useWords().shell;
  const hint = words.hint ?? form.filesHint;
  const says = { ...words, hint: errors ? `${form.filesAgain} ${hint}` : hint };
  return (
    <Frame {...{ name, field, words: says, errors, large }}>
      <input {...tied(name, says, undefined, errors)} type="file" name={name} multiple />
    </Frame>
  );
}
