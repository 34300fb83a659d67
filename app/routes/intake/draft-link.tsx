import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import { requestDraftLink } from "#app/services/intake/draft-links.server.ts";
import { askLinkFields } from "#app/domain/intake/draft.ts";
import { AskLink } from "#app/ui/intake/ask-link.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, url }) => {
  const { link } = words(ctx.locale).intake;
  return url.searchParams.has("verstuurd")
    ? { title: link.sentTitle, key: null }
    : { title: link.askTitle, key: ctx.newId() };
});
/** Every address gets the same answer, known or not. */
export const action = publicCommand(
  async ({ ctx, form, client }) => {
    const read = readAnswers(askLinkFields, form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    const email = read.answers.email;
    await throttle(ctx, "draft_letter", { account: email, ...client });
    await requestDraftLink(ctx, email);
    return withQuery(urls.intake.draftLink, { verstuurd: true });
  },
  { repeatable: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    intake: { link, fields },
  } = useWords();
  if (data.key === null)
    return (
      <Page title={link.sentTitle}>
        <Notice kind="done">{link.sent}</Notice>
      </Page>
    );
  return (
    <Page title={link.askTitle} lead={<p>{link.askText}</p>} problem={problem} fields={fields}>
      <AskLink formKey={data.key} problem={problem} />
    </Page>
  );
}
export default view(Screen);
