import { ownerCheckFields } from "#app/domain/assignment/process.ts";
import { moveFieldWords } from "#app/i18n/field-words.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { answerCheck, openCheck } from "#app/services/aftercare/implementation-check.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useLocale, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, params, url }) => {
  const { check } = words(ctx.locale).aftercare;
  return url.searchParams.has("klaar")
    ? { title: check.thanks, asked: null }
    : { title: check.title, asked: await openCheck(ctx, params.token ?? "") };
});
/** Works once per link: the token is used up with the answer. */
export const action = publicCommand(
  async ({ ctx, params, form }) => {
    await answerCheck(ctx, params.token ?? "", form.fields);
    return withQuery(urls.aftercare.implementationCheck(params.token ?? ""), { klaar: true });
  },
  { repeatable: true, outsideTransaction: true },
);

function Screen({ data: { asked }, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    aftercare: { check },
  } = useWords();
  const says = moveFieldWords(useLocale(), ownerCheckFields, "record_check");
  if (!asked)
    return (
      <Page title={check.thanks}>
        <Notice kind="done">{check.thanksText}</Notice>
      </Page>
    );
  if (asked.answered)
    return (
      <Page title={check.title}>
        <Notice kind="done">{check.answered}</Notice>
      </Page>
    );
  return (
    <Page
      title={check.title}
      lead={<p>{check.lead(asked.company, asked.title, asked.months)}</p>}
      problem={problem}
      fields={says}
    >
      <SimpleForm
        form={{ key: asked.key }}
        fields={ownerCheckFields}
        words={says}
        button={check.send}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
