import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { signIn } from "#app/platform/guard/accounts.server.ts";
import { confirmAddress } from "#app/services/account/accounts.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Opening the link changes nothing: mail scanners open links too. */
export const loader = publicPage(async ({ ctx }) => ({
  title: words(ctx.locale).account.confirm.title,
  key: ctx.newId(),
}));
export const action = publicCommand(
  async ({ ctx, params, request }) => ({
    to: urls.work.myWork,
    cookies: [await signIn(request, await confirmAddress(ctx, params.token ?? ""))],
  }),
  { repeatable: true, outsideTransaction: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { account } = useWords();
  return (
    <Page title={account.confirm.title} problem={problem}>
      <p>{account.confirm.text}</p>
      <SimpleForm form={{ key: data.key }} fields={{}} words={{}} button={account.confirm.button} />
    </Page>
  );
}
export default view(Screen);
