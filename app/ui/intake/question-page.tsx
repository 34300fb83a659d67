import type { ReactNode } from "react";
import type { Answers, Fields as FieldSet } from "#app/domain/fields/fields.ts";
import type { Hint } from "#app/domain/intake/hints.ts";
import type { AnswerVersions } from "#app/domain/intake/versions.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs, type FormMarks } from "#app/ui/fields/form.tsx";
import { Steps, type Task } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { Hints } from "./advice.tsx";
import { SkillField } from "./skill-field.tsx";
import { ChangedMeanwhile } from "./changed.tsx";

/** Tells where this question stands on the way; `check` is the address of the check of all, when it is no step of its own. */
type Place = { step: string; steps: readonly string[]; href: (step: string) => string; check?: string };
type Props = {
  place: Place;
  title: string;
  eyebrow?: ReactNode;
  form: FormMarks & { version: number };
  fields: FieldSet;
  words: FieldsWords;
  values: Answers;
  saved: Answers;
  marks?: AnswerVersions;
  hints: readonly Hint[];
  problem: Problem | null;
  tasks: readonly Task[];
  button?: string;
  query?: string;
  children?: ReactNode;
};
/** Shows one question of the intake, or a few that are answered in one breath: the form first, then advice and the whole way. */
export function QuestionPage({
  place,
  title,
  eyebrow,
  form,
  fields,
  words,
  values,
  saved,
  marks,
  hints,
  problem,
  tasks,
  button,
  query = "",
  children,
}: Props) {
  const { skill_uris: _, ...others } = fields;
  const {
    intake: { page },
  } = useWords();
  const at = place.steps.indexOf(place.step);
  return (
    <Page
      title={title}
      eyebrow={
        <>
          {eyebrow && <>{eyebrow} · </>}
          {page.step(at + 1, place.steps.length)}
        </>
      }
      problem={problem}
      fields={words}
      aside={
        <>
          <Hints hints={ownFirst(hints, place.step)} href={place.href} />
          <Disclosure summary={page.steps}>
            <Steps tasks={tasks} label={page.steps} />
          </Disclosure>
        </>
      }
    >
      <ChangedMeanwhile {...{ problem, fields, words, marks }} answers={saved} />
      <Form form={form}>
        <input type="hidden" name="seen" value={form.version} />
        {"skill_uris" in fields && <SkillField {...{ words, values, saved, problem, query }} />}
        <Fields
          fields={others}
          words={words}
          typed={problem?.typed}
          values={values}
          errors={problem?.errors}
          large={Object.keys(fields).length === 1}
        />
        {children}
        <Onward place={place} button={button} />
      </Form>
    </Page>
  );
}
/** Shows the button that saves, and the ways to the question before and to the check of all. */
function Onward({ place, button }: Pick<Props, "place" | "button">) {
  const {
    intake: { page },
  } = useWords();
  const before = place.steps[place.steps.indexOf(place.step) - 1];
  return (
    <FormActs>
      <Button>{button ?? page.save}</Button>
      {before && <a href={place.href(before)}>{page.back}</a>}
      <a href={place.check ?? place.href("controle")}>{page.toCheck}</a>
    </FormActs>
  );
}
/** The hints about this question come before those about other questions. */
const ownFirst = (hints: readonly Hint[], step: string) => [
  ...hints.filter((hint) => hint.step === step),
  ...hints.filter((hint) => hint.step !== step),
];
