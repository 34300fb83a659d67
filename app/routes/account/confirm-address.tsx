import { addressFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { requestConfirmation } from "#app/services/account/registration.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

/** Shows where somebody ends whose address is not proved: a form for a new link, the same for every address. */
export const loader = publicPage(async ({ ctx, url }) => ({
  title: words(ctx.locale).account.address.title,
  key: ctx.newId(),
  sent: url.searchParams.has("verstuurd"),
}));
export const action = publicCommand(
  async ({ ctx, form, client }) => {
    const read = readAnswers(addressFields, form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    const { email } = read.answers;
    await throttle(ctx, "confirm", { account: email, ...client });
    await requestConfirmation(ctx, email);
    return withQuery(urls.account.confirmAddress, { verstuurd: true });
  },
  { repeatable: true, outsideTransaction: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { account } = useWords();
  const t = account.address;
  return (
    <Page title={t.title} problem={problem} fields={account.fields} lead={<p>{t.text}</p>}>
      {data.sent ? (
        <Notice kind="done">{t.sent}</Notice>
      ) : (
        <SimpleForm
          form={{ key: data.key }}
          fields={addressFields}
          words={account.fields}
          button={t.button}
          problem={problem}
        />
      )}
    </Page>
  );
}
export default view(Screen);
