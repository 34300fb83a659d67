import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { proveNewAddress } from "#app/services/privacy/correction.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Opening the link changes nothing: mail scanners open links too. */
export const loader = publicPage(async ({ ctx }) => ({
  title: words(ctx.locale).privacy.account.address.title,
  key: ctx.newId(),
}));
export const action = publicCommand(
  async ({ ctx, params }) => {
    await proveNewAddress(ctx, params.token ?? "");
    return urls.account.login;
  },
  { repeatable: true, outsideTransaction: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    privacy: {
      account: { address },
    },
  } = useWords();
  return (
    <Page title={address.title} problem={problem}>
      <p className="prose">{address.text}</p>
      <SimpleForm form={{ key: data.key }} fields={{}} words={{}} button={address.button} />
    </Page>
  );
}
export default view(Screen);
