import { registerFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { requestRegistration } from "#app/services/account/registration.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
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
  async ({ ctx, form, client }) => {
    const centres = await centreChoices(ctx);
    const read = readAnswers(registerFields(centres.map((c) => c.slug)), form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    const { centre, ...registration } = read.answers;
    await throttle(ctx, "register", { account: registration.email, ...client });
    const centreId = centres.find((c) => c.slug === centre)?.id ?? "";
    await requestRegistration(ctx, { ...registration, centreId });
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
        <p>
          <a href={urls.account.confirmAddress}>{account.register.again}</a>
        </p>
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
