import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Section } from "#app/ui/shell/page.tsx";
import { Summary } from "#app/ui/summary.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type Props = {
  steps: Readonly<Record<string, Fields>>;
  answers: Answers;
  words: FieldsWords;
  href?: (step: string) => string;
};
/** All answers by page, each page with a way back to change it. */
export function AnswersByStep({ steps, answers, words, href }: Props) {
  const { shell, intake } = useWords();
  const titles: Record<string, string> = intake.steps;
  return (
    <>
      {Object.entries(steps).map(([step, fields]) => (
        <Section
          key={step}
          id={`deel-${step}`}
          title={wordOf(titles, step)}
          actions={
            href && (
              <a href={href(step)}>
                {shell.form.change}
                <span className="unseen"> {titles[step]}</span>
              </a>
            )
          }
        >
          <Summary fields={fields} answers={answers} words={words} />
        </Section>
      ))}
    </>
  );
}
