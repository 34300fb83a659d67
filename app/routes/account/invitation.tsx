import { acceptFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { hashPassword, passwordProblem, signIn } from "#app/platform/guard/accounts.server.ts";
import { acceptInvitation, invitationOf } from "#app/services/account/accounts.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Kept } from "#app/ui/fields/typed-words.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useRole, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, params }) => ({
  title: words(ctx.locale).account.invitation.title,
  key: ctx.newId(),
  to: await invitationOf(ctx, params.token ?? ""),
}));
export const action = publicCommand(
  async ({ ctx, params, form, request }) => {
    const to = (await invitationOf(ctx, params.token ?? "")) ?? refuse("link_invalid");
    if (to.known)
      return {
        to: urls.work.myWork,
        cookies: [await signIn(request, await acceptInvitation(ctx, params.token ?? "", null))],
      };
    const read = readAnswers(acceptFields, form.fields, {});
    const password = typeof form.fields.password === "string" ? form.fields.password : "";
    const weak = password ? passwordProblem(password, [to.email, String(form.fields.name ?? "")]) : null;
    if (!read.ok || weak) refuseFields({ ...(read.ok ? {} : read.errors), ...(weak ? { password: weak } : {}) });
    const id = await acceptInvitation(ctx, params.token ?? "", {
      name: read.answers.name,
      passwordHash: await hashPassword(password),
    });
    return { to: urls.work.myWork, cookies: [await signIn(request, id)] };
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
        {problem && <Kept typed={problem.typed} />}
      </Page>
    );
  return (
    <Page
      title={t.title}
      problem={problem}
      fields={account.fields}
      lead={<p>{t.text(data.to.email, role(data.to.role))}</p>}
    >
      {data.to.known && <p>{t.known}</p>}
      <SimpleForm
        form={{ key: data.key }}
        fields={data.to.known ? {} : acceptFields}
        words={account.fields}
        button={t.accept}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
