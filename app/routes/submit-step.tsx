import { intakeFields, intakeSteps, intakeStepIds, type IntakeStep } from "#app/domain/intake.ts";
import { refuse } from "#app/domain/refusal.ts";
import { fieldWords } from "#app/i18n/field-words.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard.server.ts";
import { saveStep } from "#app/services/assignments.server.ts";
import { idIn } from "#app/services/ids.ts";
import { nextStep, openSteps } from "#app/services/submit.server.ts";
import { ButtonLink, Button } from "#app/ui/button.tsx";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Form } from "#app/ui/form.tsx";
import { Notice, Steps } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Summary } from "#app/ui/summary.tsx";
import type { Problem } from "#app/ui/shell.ts";
import { view } from "#app/ui/view.tsx";
import { useWords } from "#app/ui/words.tsx";

export const loader = page(async ({ ctx, params }) => {
  const data = await openSteps(ctx, idIn(params.assignmentId), params.step ?? "");
  const { submit } = words(ctx.locale).market;
  return { title: data.step === "controle" ? submit.check : (submit.stepTitles[data.step] ?? submit.title), words: fieldWords(ctx.locale, intakeFields, "intake"), ...data };
});
export const action = command(async ({ ctx, params, form }) => {
  const step = params.step as IntakeStep;
  if (!intakeStepIds.includes(step)) refuse("not_found");
  const id = idIn(params.assignmentId);
  await saveStep(ctx, id, step, form.fields, form.version ?? -1);
  return `/vraagstukken/${id}/indienen/${nextStep(step)}`;
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const { market: { submit }, guards } = useWords();
  const base = `/vraagstukken/${data.frame.id}/indienen`;
  const tasks = data.done.map(({ step, done }) => ({ key: step, label: submit.stepTitles[step] ?? step, href: `${base}/${step}`, state: done ? ("done" as const) : ("todo" as const) }));
  const aside = <><Section title={submit.steps} id="stappen"><Steps tasks={[...tasks]} label={submit.steps} /><p><a href={`${base}/controle`}>{submit.check}</a></p></Section>{data.hints.length > 0 && <Notice title={submit.hints}><ul>{data.hints.map((h) => <li key={h}>{submit.hint[h]}</li>)}</ul></Notice>}</>;
  return (
    <Page title={data.title} eyebrow={<a href={`/vraagstukken/${data.frame.id}`}>{data.frame.title || submit.title}</a>} lead={data.step === "controle" ? undefined : <p>{submit.stepOf(intakeStepIds.indexOf(data.step) + 1, intakeStepIds.length)}</p>} problem={problem} fields={data.words} aside={aside}>
      {data.step === "controle" ? <Check data={data} guards={guards} /> : <SimpleForm form={data.form} fields={intakeSteps[data.step]} words={data.words} button={submit.save} problem={problem} values={data.answers} />}
    </Page>
  );
}
function Check({ data, guards }: { data: Data; guards: Record<string, string> }) {
  const { market: { submit }, moves } = useWords();
  return (
    <>
      {intakeStepIds.map((step) => <Section key={step} title={submit.stepTitles[step] ?? step} actions={<a href={`/vraagstukken/${data.frame.id}/indienen/${step}`}>{submit.change}<span className="unseen">: {submit.stepTitles[step]}</span></a>}><Summary fields={intakeSteps[step]} answers={data.answers} words={data.words} /></Section>)}
      {data.maySubmit && data.missing.length > 0 && <Notice kind="care"><ul>{data.missing.map((g) => <li key={g}>{guards[g]}</li>)}</ul></Notice>}
      {data.maySubmit && data.missing.length === 0 && <Form form={data.form} action={`/vraagstukken/${data.frame.id}/doe`}><Button look="forward" name="move" value="submit">{moves.button.submit}</Button></Form>}
      <p><ButtonLink look="plain" href={`/vraagstukken/${data.frame.id}`}>{submit.back}</ButtonLink></p>
    </>
  );
}
export default view(Screen);
