import { wordsOf } from "#app/i18n/field.ts";
import { intakeFields, intakeSteps } from "#app/domain/intake/fields.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openRevision, sendRevision } from "#app/services/intake/revise.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { FitBlock, Hints } from "#app/ui/intake/advice.tsx";
import { AnswersByStep } from "#app/ui/intake/answers.tsx";
import { DeadLink } from "#app/ui/intake/ask-link.tsx";
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
  const assignment = sent ? null : await openRevision(ctx, params.token ?? "");
  return {
    title: sent ? revise.sentTitle : assignment ? revise.title : link.dead,
    sent,
    assignment,
    token: params.token ?? "",
    key: ctx.newId(),
    words: questionWords(ctx.locale, intakeFields),
    ...(assignment ? { hue: assignment.hue } : {}),
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
    intake: { revise, page, fields },
    guards,
  } = useWords();
  const { assignment } = data;
  if (data.sent)
    return (
      <Page title={revise.sentTitle}>
        <Notice kind="done">{revise.sentText}</Notice>
      </Page>
    );
  if (!assignment) return <DeadLink formKey={data.key} />;
  if (!assignment.open)
    return (
      <Page title={revise.title} eyebrow={assignment.centre}>
        <Notice>{revise.closed}</Notice>
      </Page>
    );
  const href = (step: string) => urls.intake.reviseStep(data.token, step);
  return (
    <Page
      title={revise.title}
      eyebrow={assignment.centre}
      lead={<p>{revise.lead}</p>}
      problem={problem}
      fields={data.words}
      guardSays={(g) => guards[g as keyof typeof guards] ?? g}
      aside={
        <>
          <FitBlock fit={assignment.fit} />
          <Hints hints={assignment.hints} href={href} />
        </>
      }
    >
      {assignment.request && <Request request={assignment.request} centre={assignment.centre} />}
      {assignment.missing.length > 0 && (
        <Notice kind="care" title={page.missing}>
          <ul>
            {assignment.missing.map((id) => (
              <li key={id}>{wordsOf(fields, id).label}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Form form={{ key: data.key, version: assignment.version }}>
        <Button>{revise.send}</Button>
      </Form>
      <AnswersByStep steps={intakeSteps} answers={assignment.answers} words={data.words} href={href} />
      <p className="soft">{revise.once}</p>
      <Form form={{ key: data.key, version: assignment.version }}>
        <Button look="beside">{revise.send}</Button>
      </Form>
    </Page>
  );
}
export default view(Screen);
