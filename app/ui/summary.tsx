import type { ReactNode } from "react";
import type { Answer, Answers, Field, Fields, Options } from "#app/domain/fields/fields.ts";
import { wordsOf, type FieldsWords, type FieldWords } from "#app/i18n/field.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Shows facts as pairs of a label and a value. */
export const Facts = ({ facts }: { facts: readonly { term: string; value: ReactNode }[] }) => (
  <dl className="facts">
    {facts.map(({ term, value }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

type SummaryProps = { fields: Fields; answers: Answers; words: FieldsWords; options?: Options };
/** Answers as they will be read by others. */
export function Summary({ fields, answers, words, options }: SummaryProps) {
  return (
    <Facts
      facts={Object.entries(fields).map(([id, field]) => {
        const own = wordsOf(words, id);
        return {
          term: own.label,
          value: <AnswerText field={field} answer={answers[id] ?? null} words={own} options={options} />,
        };
      })}
    />
  );
}

const isEmpty = (answer: Answer | undefined) =>
  answer === undefined || answer === null || answer === "" || (Array.isArray(answer) && answer.length === 0);
type TextProps = { field: Field; answer: Answer; words: FieldWords; options?: Options };

/** Says one answer in words: never a code, never an ISO date. */
export function AnswerText({ field, answer, words, options }: TextProps) {
  const { form } = useWords().shell;
  const { date, list } = useFormats();
  const plain = usePlain();
  if (isEmpty(answer) || answer === null) return <span className="soft">{form.empty}</span>;
  if ((field.kind === "rows" || field.kind === "each") && typeof answer === "object")
    return <Nested {...{ field, answer, words, options }} />;
  if (field.kind === "files" && Array.isArray(answer)) return <>{answer.length}</>;
  const named = (id: string) => labelFor(field, id, words, options) ?? form.optionGone;
  // A block of the school year is known by the day on which it begins.
  const t = (id: string) => ("from" in field && field.from === "blocks" ? date(id) : named(id));
  if (Array.isArray(answer)) return <>{list(answer.map((each) => t(String(each))))}</>;
  if (typeof answer === "number" && words.unit) return <>{words.unit(answer)}</>;
  return <span className="kept">{plain(field, answer) ?? t(String(answer))}</span>;
}

/** Tells what a chosen id is called, and the text itself where somebody wrote it; nothing for a choice that is no longer there. */
function labelFor(field: Field, id: string, words: FieldWords, options?: Options): string | undefined {
  if (field.kind === "pick" || field.kind === "picks")
    return options?.[field.from]?.find((option) => option.id === id)?.label;
  return field.kind === "choice" || field.kind === "choices" ? words.options?.[id] : id;
}

function usePlain() {
  const { form } = useWords().shell;
  const { date, dateTime, duration, money, number } = useFormats();
  return (field: Field, answer: Answer): string | null => {
    if (field.kind === "money" && typeof answer === "number") return money(answer);
    if (field.kind === "duration" && typeof answer === "number") return duration(answer);
    if (field.kind === "whole" && field.counts === "hours" && typeof answer === "number") return duration(answer * 60);
    if (field.kind === "date")
      return String(answer).includes("T")
        ? `${date(String(answer).slice(0, 10))}, ${String(answer).slice(11, 16)}`
        : field.time
          ? dateTime(String(answer))
          : date(String(answer));
    if (typeof answer === "number") return number(answer);
    return typeof answer === "boolean" ? (answer ? form.yes : form.no) : null;
  };
}

function Nested({ field, answer, words, options }: TextProps & { field: Extract<Field, { kind: "rows" | "each" }> }) {
  const title = (key: string) =>
    "from" in field ? (options?.[field.from]?.find((option) => option.id === key)?.label ?? null) : null;
  return (
    <ul className="answer-rows">
      {Object.entries(answer as Record<string, Answers>).map(([key, inner]) => (
        <NestedRow
          key={key}
          of={field.of}
          answers={inner}
          words={words.of ?? {}}
          options={options}
          title={title(key)}
        />
      ))}
    </ul>
  );
}

/** Returns a label before its answer on one line; a question has its own mark. */
const asked = (label: string) => (label.endsWith("?") ? label : `${label}:`);
/** Shows one row of a repeated answer: what names it first, then its other answers on one line, each with its question. */
function NestedRow({
  of,
  answers,
  words,
  options,
  title,
}: {
  of: Fields;
  answers: Answers;
  words: FieldsWords;
  options?: Options;
  title: string | null;
}) {
  const filled = Object.entries(of).filter(([id]) => !isEmpty(answers[id]));
  const own = (id: string) => wordsOf(words, id);
  const said = ([id, field]: [string, Field]) => (
    <AnswerText field={field} answer={answers[id] ?? null} words={own(id)} options={options} />
  );
  const [first, ...rest] = filled;
  const others = title === null ? rest : filled;
  return (
    <li>
      <p className="strong">{title ?? (first && said(first))}</p>
      {others.length > 0 && (
        <ul className="answer-row">
          {others.map((entry) => (
            <li key={entry[0]}>
              <span className="soft">{asked(own(entry[0]).label)}</span> {said(entry)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
