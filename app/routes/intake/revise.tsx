import { wordOf } from "#app/i18n/word-of.ts";
import { intakeFields, intakeSteps, stepOf } from "#app/domain/intake/fields.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openRevision, sendRevision } from "#app/services/intake/revise.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { FitBlock, Hints } from "#app/ui/intake/advice.tsx";
import { AnswersByStep } from "#app/ui/intake/answers.tsx";
import { DeadLink } from "#app/ui/intake/ask-link.tsx";
import { MissingAnswers } from "#app/ui/intake/missing-answers.tsx";
import { Request } from "#app/ui/intake/request.tsx";
import { questionWords } from "#app/ui/intake/question-words.ts";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

/** Opening the link changes nothing. */
export const loader = publicPage(async ({ ctx, params, url }) => {
  const { revise, link } = words(ctx.locale).intake;
  const sent = url.searchParams.has("klaar");
  const revision = sent ? null : await openRevision(ctx, params.token ?? "");
  return {
    title: sent ? revise.sentTitle : revision ? revise.title : link.dead,
    sent,
    revision,
    token: params.token ?? "",
    key: ctx.newId(),
    words: questionWords(ctx.locale, intakeFields),
    ...(revision ? { hue: revision.hue } : {}),
  };
});
export const action = publicCommand(
  async ({ ctx, params, form }) => {
    await sendRevision(ctx, params.token ?? "", form.version ?? -1);
    return withQuery(urls.intake.revise(params.token ?? ""), { klaar: true });
  },
  { repeatable: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    intake: { revise },
    guards,
  } = useWords();
  const { revision } = data;
  if (data.sent)
    return (
      <Page title={revise.sentTitle}>
        <Notice kind="done">{revise.sentText}</Notice>
      </Page>
    );
  if (!revision) return <DeadLink formKey={data.key} />;
  if (!revision.open)
    return (
      <Page title={revise.title} eyebrow={revision.centre}>
        <Notice>
          <strong>{revision.title}</strong>
          <br />
          {revise.closed}
        </Notice>
      </Page>
    );
  const href = (step: string) => urls.intake.reviseStep(data.token, step);
  return (
    <Page
      title={revise.title}
      eyebrow={revision.centre}
      lead={<p>{revise.lead}</p>}
      problem={problem}
      fields={data.words}
      guardSays={(g) => wordOf(guards, g)}
      aside={
        <>
          <FitBlock fit={revision.fit} />
          <Hints hints={revision.hints} href={href} />
        </>
      }
    >
      {revision.request && <Request request={revision.request} centre={revision.centre} />}
      <MissingAnswers missing={revision.missing} href={(id) => href(stepOf(id))} />
      <AnswersByStep steps={intakeSteps} answers={revision.answers} words={data.words} href={href} />
      {revision.missing.length === 0 && (
        <>
          <p className="soft">{revise.once}</p>
          <Form form={{ key: data.key, version: revision.version }}>
            <Button>{revise.send}</Button>
          </Form>
        </>
      )}
    </Page>
  );
}
export default view(Screen);
