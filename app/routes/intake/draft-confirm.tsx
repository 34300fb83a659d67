import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { signIn } from "#app/platform/guard/accounts.server.ts";
import { forgetDraft } from "#app/platform/guard/drafts.server.ts";
import { sendByLink, sendLinkWorks } from "#app/services/intake/draft-confirm.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { DeadLink } from "#app/ui/intake/ask-link.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, params, url }) => {
  const { link } = words(ctx.locale).intake;
  if (url.searchParams.has("klaar")) return { title: link.done, done: true, draft: null, key: ctx.newId() };
  const draft = await sendLinkWorks(ctx, params.token ?? "");
  return { title: draft ? link.confirm : link.dead, done: false, draft, key: ctx.newId() };
});
/**
 * Proves the address and sends the question in. Somebody new has no password yet and goes on in this browser;
 * somebody known logs in the ordinary way, for a link to one question is no key to an account.
 */
export const action = publicCommand(
  async ({ ctx, params, request }) => {
    const { assignmentId, personId, isNew } = await sendByLink(ctx, params.token ?? "");
    return isNew
      ? { to: urls.assignment.assignment(assignmentId), cookies: [await signIn(request, personId), forgetDraft()] }
      : { to: withQuery(urls.intake.confirmDraft(params.token ?? ""), { klaar: true }), cookies: [forgetDraft()] };
  },
  { repeatable: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    intake: { link },
    account,
    guards,
  } = useWords();
  if (data.done)
    return (
      <Page title={link.done}>
        <Notice kind="done">{link.doneText}</Notice>
        <p>
          <ButtonLink href={urls.account.login}>{account.login.title}</ButtonLink>
        </p>
      </Page>
    );
  if (!data.draft) return <DeadLink formKey={data.key} />;
  return (
    <Page
      title={link.confirm}
      lead={<p>{link.confirmText(data.draft.title)}</p>}
      problem={problem}
      guardSays={(g) => guards[g as keyof typeof guards] ?? g}
    >
      <SimpleForm form={{ key: data.key }} fields={{}} words={{}} button={link.confirm} />
    </Page>
  );
}
export default view(Screen);
