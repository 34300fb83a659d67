import { passwordFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { hashPassword, passwordProblem } from "#app/platform/guard/accounts.server.ts";
import { ownerOfReset, resetPassword } from "#app/services/account/passwords.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx }) => ({
  title: words(ctx.locale).account.reset.title,
  key: ctx.newId(),
}));
export const action = publicCommand(
  async ({ ctx, form, params }) => {
    const read = readAnswers(passwordFields, form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    const token = params.token ?? "";
    const { name, email } = await ownerOfReset(ctx, token);
    const weak = passwordProblem(read.answers.password, [name, email]);
    if (weak) refuseFields({ password: weak });
    await resetPassword(ctx, token, await hashPassword(read.answers.password));
    return urls.account.login;
  },
  { repeatable: true, outsideTransaction: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { account } = useWords();
  return (
    <Page title={account.reset.title} problem={problem} fields={account.fields}>
      <SimpleForm
        form={{ key: data.key }}
        fields={passwordFields}
        words={account.fields}
        button={account.reset.button}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
