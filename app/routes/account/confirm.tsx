import { passwordFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { hashPassword, passwordProblem } from "#app/platform/guard/accounts.server.ts";
import { startSession } from "#app/platform/guard/login.server.ts";
import { confirmationOf, confirmRegistration } from "#app/services/account/registration.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

/** Opening the link changes nothing: mail scanners open links too. */
export const loader = publicPage(async ({ ctx, params }) => ({
  title: words(ctx.locale).account.confirm.title,
  key: ctx.newId(),
  about: await confirmationOf(ctx, params.token ?? ""),
}));
export const action = publicCommand(
  async ({ ctx, params, form, request }) => {
    const token = params.token ?? "";
    const about = (await confirmationOf(ctx, token)) ?? refuse("link_invalid");
    const read = readAnswers(passwordFields, form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    const { password } = read.answers;
    const weak = passwordProblem(password, [about.name, about.email, about.company]);
    if (weak) refuseFields({ password: weak });
    const passwordHash = await hashPassword(password);
    const { personId, company } = await confirmRegistration(ctx, token, passwordHash);
    const to = company === "asked" ? withQuery(urls.account.account, { bedrijf: "bekend" }) : urls.work.myWork;
    return startSession({ request }, { id: personId, passwordHash }, to);
  },
  { repeatable: true, outsideTransaction: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { account } = useWords();
  const t = account.confirm;
  if (!data.about)
    return (
      <Page title={t.title} problem={problem}>
        <Notice kind="care">{t.gone}</Notice>
        <p>
          <ButtonLink href={urls.account.confirmAddress}>{t.another}</ButtonLink>
        </p>
      </Page>
    );
  const { email, name, company } = data.about;
  return (
    <Page title={t.title} problem={problem} fields={account.fields} lead={<p>{t.text(email)}</p>}>
      {company && <p>{t.company(name, company)}</p>}
      <SimpleForm
        form={{ key: data.key }}
        fields={passwordFields}
        words={account.fields}
        button={t.button}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
