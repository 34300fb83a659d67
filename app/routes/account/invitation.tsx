import { isOnlyStudent } from "#app/domain/workflow/policy.ts";
import { acceptFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { hashPassword, passwordProblem } from "#app/platform/guard/accounts.server.ts";
import { startSession } from "#app/platform/guard/login.server.ts";
import { acceptInvitation, invitationOf } from "#app/services/account/invitations.server.ts";
import { LogInFirst } from "#app/ui/account/log-in-first.tsx";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { UnsavedAnswers } from "#app/ui/fields/unsaved-answers.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useRole, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, params, url }) => ({
  title: words(ctx.locale, isOnlyStudent(ctx.actor)).account.invitation.title,
  key: ctx.newId(),
  here: url.pathname,
  to: await invitationOf(ctx, params.token ?? ""),
}));
/**
 * Who has an account takes the invitation logged in, and goes on in a new session. Whoever has none chooses a password and
 * logs in with it: a link that lives days logs nobody in (docs/trust.md H27).
 */
export const action = publicCommand(
  async ({ ctx, params, form, request }) => {
    const token = params.token ?? "";
    const to = (await invitationOf(ctx, token)) ?? refuse("link_invalid");
    if (to.holder !== "new") {
      const id = await acceptInvitation(ctx, token, null);
      return startSession({ request }, { id, passwordHash: null }, urls.work.myWork);
    }
    const read = readAnswers(acceptFields, form.fields, {});
    const password = typeof form.fields.password === "string" ? form.fields.password : "";
    const weak = password ? passwordProblem(password, [to.email, String(form.fields.name ?? "")]) : null;
    if (!read.ok || weak) refuseFields({ ...(read.ok ? {} : read.errors), ...(weak ? { password: weak } : {}) });
    await acceptInvitation(ctx, token, { name: read.answers.name, passwordHash: await hashPassword(password) });
    return withQuery(urls.account.login, { klaar: true });
  },
  { repeatable: true, outsideTransaction: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { account } = useWords();
  const role = useRole();
  const t = account.invitation;
  if (!data.to)
    return (
      <Page title={t.title} problem={problem}>
        <Notice kind="care">{t.gone}</Notice>
        {problem && <UnsavedAnswers typed={problem.typed} />}
      </Page>
    );
  const { email, holder, place, by } = data.to;
  return (
    <Page
      title={t.title}
      problem={problem}
      fields={account.fields}
      lead={<p>{t.text(email, role(data.to.role), place, by)}</p>}
    >
      {holder === "new" || holder === "ready" ? (
        <>
          {holder === "ready" && <p>{t.known}</p>}
          <SimpleForm
            form={{ key: data.key }}
            fields={holder === "ready" ? {} : acceptFields}
            words={account.fields}
            button={t.accept}
            problem={problem}
          />
        </>
      ) : (
        <LogInFirst holder={holder} email={email} here={data.here} />
      )}
    </Page>
  );
}
export default view(Screen);
