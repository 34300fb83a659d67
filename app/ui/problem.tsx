import type { FieldError } from "#app/domain/refusal.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { labelOf, type FieldsWords } from "#app/i18n/field.ts";
import { fieldId } from "#app/ui/fields/id.ts";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useFormats, useWhy, useWords } from "#app/ui/shell/words.tsx";

/** Gives the sentence for one refused field, the same in the summary and beside the field. */
export function useFieldErrorText() {
  const { guards, shell } = useWords();
  const { date, money } = useFormats();
  return (label: string, { code, limit, day, sums, about, guard }: FieldError) => {
    if (guard !== undefined) return wordOf(guards, guard);
    const named = day === undefined ? sums?.map(money) : [date(day)];
    return shell.fieldError[code](label, limit, about === undefined ? named : [...(named ?? []), about]);
  };
}

type SummaryProps = {
  problem: Problem;
  fields?: FieldsWords;
  guardSays?: (guard: string) => string;
  moveSays?: (move: string, half: boolean) => string;
};

/** Shows what went wrong and what to do, above the h1, with the focus on it (GOV.UK pattern). Links lead to the fields. */
export function ErrorSummary({ problem, fields = {}, guardSays, moveSays }: SummaryProps) {
  const { shell } = useWords();
  const t = useFieldErrorText();
  const names = Object.entries(problem.errors);
  const beside = new Set(Object.values(problem.errors).map(({ guard }) => guard));
  const missing = problem.missing.filter((guard) => !beside.has(guard));
  const { title, text } = useWhy()(problem.why);
  return (
    <div className="error-summary" role="alert" aria-labelledby="problem-title" tabIndex={-1} autoFocus>
      <h2 id="problem-title">{names.length ? shell.problem.title : title}</h2>
      {names.length === 0 && <p>{text}</p>}
      {problem.wait && <p>{shell.problem.wait(problem.wait)}</p>}
      {problem.first && <First first={problem.first} moveSays={moveSays} />}
      {missing.length > 0 && guardSays && (
        <ul>
          {missing.map((guard) => (
            <li key={guard}>{guardSays(guard)}</li>
          ))}
        </ul>
      )}
      {names.length > 0 && (
        <ul>
          {names.map(([name, error]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>{t(labelOf(fields, name) ?? "", error)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Shows who was first, with what, and when. */
export function First({
  first,
  moveSays,
}: {
  first: NonNullable<Problem["first"]>;
  moveSays?: (move: string, half: boolean) => string;
}) {
  const { shell } = useWords();
  const { dateTime } = useFormats();
  const { change, first: says, firstBy } = shell.problem;
  const done = moveSays ? moveSays(first.move, first.half) : change;
  const whole = first.name || !moveSays ? done : `${firstBy[first.by]} ${done}`;
  return <p>{says(first.name, whole, dateTime(first.at))}</p>;
}
