import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { intakeFields, intakeSteps } from "#app/domain/intake/fields.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useLocale, useWords } from "#app/ui/shell/words.tsx";
import { Summary } from "#app/ui/summary.tsx";
import { questionWords } from "./question-words.ts";

const asked = (fields: Fields, answers: Answers): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([id]) => id in answers));

/** Short answers of the intake for everybody who reads the text of a question. Nothing where there are none. */
export function ShortAnswers({ answers }: { answers: Answers }) {
  const { assignment } = useWords();
  const locale = useLocale();
  const fields = asked(intakeFields, answers);
  if (Object.keys(fields).length === 0) return null;
  const asks = questionWords(locale, fields);
  const words = Object.fromEntries(
    Object.entries(asks).map(([id, own]) => [id, { ...own, label: assignment.toldTerms[id] ?? own.label }]),
  );
  return (
    <Section title={assignment.moreAbout} id="meer-over-de-vraag">
      <Summary fields={fields} answers={answers} words={words} />
    </Section>
  );
}

/** Shows every answer of the intake by page, folded: also what was left open, so that nobody needs to ask for it twice. */
export function WholeIntake({ answers }: { answers: Answers }) {
  const { assignment } = useWords();
  return (
    <Disclosure summary={assignment.intake}>
      <ByPage answers={answers} />
    </Disclosure>
  );
}
/** Shows the same in full, beside the form of whoever judges it. */
export function JudgedIntake({ answers }: { answers: Answers }) {
  const { assignment } = useWords();
  return (
    <Section title={assignment.matter} id="tekst">
      <ByPage answers={answers} />
    </Section>
  );
}
function ByPage({ answers }: { answers: Answers }) {
  const { intake } = useWords();
  const locale = useLocale();
  return Object.entries(intakeSteps).map(([step, all]) => {
    const fields = asked(all, answers);
    return (
      <div key={step}>
        <h3>{intake.steps[step as keyof typeof intakeSteps]}</h3>
        <Summary fields={fields} answers={answers} words={questionWords(locale, fields)} />
      </div>
    );
  });
}
