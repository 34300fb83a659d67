import { registerFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { addressOf, hashPassword, passwordProblem } from "#app/platform/guard/accounts.server.ts";
import { registerCompany, throttle } from "#app/services/account/accounts.server.ts";
import { centreChoices } from "#app/services/centre/centres.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, url }) => ({
  title: words(ctx.locale).account.register.title,
  key: ctx.newId(),
  sent: url.searchParams.has("verstuurd"),
  centres: await centreChoices(ctx),
}));

export const action = publicCommand(
  async ({ ctx, form, request }) => {
    const centres = await centreChoices(ctx);
    const read = readAnswers(registerFields(centres.map((c) => c.slug)), form.fields, {});
    const password = typeof form.fields.password === "string" ? form.fields.password : "";
    const weak = password
      ? passwordProblem(password, [
          String(form.fields.name ?? ""),
          String(form.fields.email ?? ""),
          ...centres.map((c) => c.name),
        ])
      : null;
    if (!read.ok || weak) refuseFields({ ...(read.ok ? {} : read.errors), ...(weak ? { password: weak } : {}) });
    const a = read.answers;
    await throttle(ctx, [`register:${addressOf(request)}`], 30);
    const centreId = centres.find((c) => c.slug === a.centre)?.id ?? "";
    await registerCompany(ctx, {
      name: a.name,
      email: a.email,
      passwordHash: await hashPassword(password),
      company: a.company,
      kvk: a.kvk,
      place: a.place,
      sector: a.sector,
      centreId,
    });
    return withQuery(urls.account.register, { verstuurd: true });
  },
  { repeatable: true, outsideTransaction: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { account, enums: labels } = useWords();
  const fieldWords = {
    ...account.fields,
    sector: { ...account.fields.sector, options: labels.sector },
    centre: { ...account.fields.centre, options: Object.fromEntries(data.centres.map((c) => [c.slug, c.name])) },
  };
  if (data.sent)
    return (
      <Page title={account.register.sent}>
        <Notice kind="done">{account.register.sentText}</Notice>
      </Page>
    );
  return (
    <Page title={account.register.title} lead={<p>{account.register.lead}</p>} problem={problem} fields={fieldWords}>
      <SimpleForm
        form={{ key: data.key }}
        fields={registerFields(data.centres.map((c) => c.slug))}
        words={fieldWords}
        button={account.register.button}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
