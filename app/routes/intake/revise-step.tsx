import { intakeFields, intakeSteps, intakeStepIds, valuesOf, type IntakeStep } from "#app/domain/intake/fields.ts";
import { refuse } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openRevision, saveRevision } from "#app/services/intake/revise.server.ts";
import { DeadLink } from "#app/ui/intake/ask-link.tsx";
import { questionWords } from "#app/ui/intake/question-words.ts";
import { QuestionPage } from "#app/ui/intake/question-page.tsx";
import { queryIn, searchedIn } from "#app/ui/intake/skill-field.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

const wanted = (step: string | undefined): IntakeStep =>
  intakeStepIds.find((each) => each === step) ?? refuse("not_found");
export const loader = publicPage(async ({ ctx, params, url }) => {
  const step = wanted(params.step);
  const { intake } = words(ctx.locale);
  const revision = await openRevision(ctx, params.token ?? "");
  return {
    title: revision ? intake.steps[step] : intake.link.dead,
    query: queryIn(url),
    step,
    revision,
    token: params.token ?? "",
    key: ctx.newId(),
    words: questionWords(ctx.locale, intakeFields),
    ...(revision ? { hue: revision.hue } : {}),
  };
});
/** Each save uses this link up and continues with a fresh one. */
export const action = publicCommand(
  async ({ ctx, params, form }) => {
    const step = wanted(params.step);
    const next = await saveRevision(ctx, params.token ?? "", step, form.fields, form.version ?? -1);
    const searched = searchedIn(form.fields);
    return searched === null
      ? urls.intake.revise(next)
      : withQuery(urls.intake.reviseStep(next, step), { kennis: searched });
  },
  { repeatable: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { intake, shell } = useWords();
  const { revision, step } = data;
  if (!revision) return <DeadLink formKey={data.key} />;
  if (!revision.open)
    return (
      <Page title={intake.revise.title} eyebrow={revision.centre}>
        <Notice>{intake.revise.closed}</Notice>
      </Page>
    );
  const href = (id: string) => urls.intake.reviseStep(data.token, id);
  return (
    <QuestionPage
      place={{ step, steps: intakeStepIds, href, check: urls.intake.revise(data.token) }}
      title={intake.steps[step]}
      eyebrow={revision.centre}
      form={{ key: data.key, version: revision.version }}
      fields={intakeSteps[step]}
      words={data.words}
      values={valuesOf(step, revision.answers)}
      saved={revision.answers}
      hints={revision.hints}
      problem={problem}
      tasks={revision.done.map(({ step: id, done }) => ({
        key: id,
        label: intake.steps[id],
        href: href(id),
        state: done ? ("done" as const) : ("todo" as const),
      }))}
      button={shell.form.save}
      query={data.query}
    />
  );
}
export default view(Screen);
