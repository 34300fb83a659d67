import {
  intakeFields,
  intakeSteps,
  intakeStepIds,
  stepOf,
  valuesOf,
  type IntakeStep,
} from "#app/domain/intake/fields.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { refuse } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { saveStep } from "#app/services/assignment/assignments.server.ts";
import { idIn } from "#app/services/ids.ts";
import { linkBuildsOn } from "#app/services/intake/report.server.ts";
import { nextStep, openSteps } from "#app/services/intake/submit.server.ts";
import { ButtonLink, Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { FitBlock, Hints } from "#app/ui/intake/advice.tsx";
import { AnswersByStep } from "#app/ui/intake/answers.tsx";
import { MissingAnswers } from "#app/ui/intake/missing-answers.tsx";
import { questionWords } from "#app/ui/intake/question-words.ts";
import { QuestionPage } from "#app/ui/intake/question-page.tsx";
import { queryIn, searchedIn } from "#app/ui/intake/skill-field.tsx";
import { SimilarList } from "#app/ui/intake/similar.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useLocale, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await openSteps(ctx, idIn(params.assignmentId), params.step ?? "");
  const { intake } = words(ctx.locale);
  return {
    title: data.step === "controle" ? intake.page.check : intake.steps[data.step],
    hue: data.frame.hue,
    query: queryIn(url),
    words: questionWords(ctx.locale, intakeFields),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.assignmentId);
  const act = form.fields.act;
  if (act === "link" || act === "unlink") {
    await linkBuildsOn(ctx, id, act === "link" ? idIn(String(form.fields.other ?? "")) : null);
    return urls.intake.submitStep(id, "controle");
  }
  const step = params.step as IntakeStep;
  if (!intakeStepIds.includes(step)) refuse("not_found");
  await saveStep(ctx, id, step, form.fields, form.version ?? -1);
  const searched = searchedIn(form.fields);
  return searched === null
    ? urls.intake.submitStep(id, nextStep(step))
    : withQuery(urls.intake.submitStep(id, step), { kennis: searched });
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const { intake } = useWords();
  const locale = useLocale();
  const href = (step: string) => urls.intake.submitStep(data.frame.id, step);
  if (data.step === "controle") return <Check data={data} problem={problem} href={href} />;
  const tasks = data.done.map(({ step, done }) => ({
    key: step,
    label: intake.steps[step],
    href: href(step),
    state: done ? ("done" as const) : ("todo" as const),
  }));
  return (
    <QuestionPage
      place={{ step: data.step, steps: intakeStepIds, href }}
      title={data.title}
      eyebrow={<a href={urls.assignment.assignment(data.frame.id)}>{data.frame.title || data.frame.centre}</a>}
      form={data.form}
      fields={intakeSteps[data.step]}
      words={data.words}
      values={valuesOf(data.step, data.answers, { language: locale })}
      saved={data.answers}
      hints={data.hints}
      problem={problem}
      tasks={tasks}
      query={data.query}
    />
  );
}
type CheckProps = { data: Data; problem: Problem | null; href: (step: string) => string };
function Check({ data, problem, href }: CheckProps) {
  const {
    intake: { page: t, submit },
    guards,
    moves,
  } = useWords();
  const guardSays = (g: string) => wordOf(guards, g);
  // What is missing is named question by question: the sentence that names them all would say it twice.
  const held = data.missing.filter((g) => g !== "intake_minimum" || data.lacking.length === 0);
  return (
    <Page
      title={t.check}
      eyebrow={<a href={urls.assignment.assignment(data.frame.id)}>{data.frame.title || submit.title}</a>}
      lead={<p>{t.checkLead}</p>}
      problem={problem}
      fields={data.words}
      guardSays={guardSays}
      aside={
        <>
          <FitBlock fit={data.fit} />
          <Hints hints={data.hints} href={href} />
        </>
      }
    >
      <AnswersByStep steps={intakeSteps} answers={data.answers} words={data.words} href={href} />
      <SimilarList similar={data.similar} buildsOn={data.buildsOn} formKey={data.form.key} />
      {data.maySubmit && <MissingAnswers missing={data.lacking} href={(id) => href(stepOf(id))} />}
      {data.maySubmit && held.length > 0 && (
        <Notice kind="care">
          <ul>
            {held.map((g) => (
              <li key={g}>{guards[g]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {data.maySubmit && data.missing.length === 0 && (
        <Form form={data.form} action={urls.workflow.plainMove(data.frame.id)}>
          <Button look="forward" name="move" value="submit">
            {moves.submit.button}
          </Button>
        </Form>
      )}
      <p>
        <ButtonLink look="plain" href={urls.assignment.assignment(data.frame.id)}>
          {submit.back}
        </ButtonLink>
      </p>
    </Page>
  );
}
export default view(Screen);
