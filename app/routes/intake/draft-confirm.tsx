import { words } from "#app/i18n/words.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { startSession } from "#app/platform/guard/login.server.ts";
import { forgetDraft } from "#app/platform/guard/drafts.server.ts";
import { sendByLink, sendLinkWorks } from "#app/services/intake/draft-confirm.server.ts";
import { LogInFirst } from "#app/ui/account/log-in-first.tsx";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { DeadLink } from "#app/ui/intake/ask-link.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, params, url }) => {
  const { link } = words(ctx.locale).intake;
  const draft = await sendLinkWorks(ctx, params.token ?? "");
  return { title: draft ? link.confirm : link.dead, draft, here: url.pathname, key: ctx.newId() };
});
/**
 * Proves the address and sends the question in. Somebody new has no password yet and goes on in this browser, for the link
 * lives minutes; whoever has an account logs in to it first (docs/trust.md H23, H27).
 */
export const action = publicCommand(
  async ({ ctx, params, request }) => {
    const { assignmentId, personId } = await sendByLink(ctx, params.token ?? "");
    const to = urls.assignment.assignment(assignmentId);
    // Whoever gains rights in an existing account continues in a new session.
    return startSession({ request }, { id: personId, passwordHash: null }, to, [forgetDraft()]);
  },
  { repeatable: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    intake: { link },
    guards,
  } = useWords();
  if (!data.draft) return <DeadLink formKey={data.key} />;
  const { title, email, holder } = data.draft;
  return (
    <Page
      title={link.confirm}
      lead={<p>{link.confirmText(title)}</p>}
      problem={problem}
      guardSays={(g) => wordOf(guards, g)}
    >
      {holder === "new" || holder === "ready" ? (
        <SimpleForm form={{ key: data.key }} fields={{}} words={{}} button={link.confirm} />
      ) : (
        <LogInFirst holder={holder} email={email} here={data.here} />
      )}
    </Page>
  );
}
export default view(Screen);
