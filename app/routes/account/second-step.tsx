import { words } from "#app/i18n/words.ts";
import { proveHere, self, passkeyScript, waysOf } from "#app/platform/guard/factors.server.ts";
import { command, page, publicUrl, safeRedirectPath, type DataOf } from "#app/platform/guard/guard.server.ts";
import { ProofFields } from "#app/ui/fields/proof-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** After the step somebody continues to where they wanted to go before it. */
const onwards = (to: unknown) => {
  const path = safeRedirectPath(typeof to === "string" ? to : null, publicUrl());
  return path === urls.public.home ? urls.work.myWork : path;
};
/** Shows the second step of logging in (docs/trust.md 3.17): for whoever has a factor and gave none in this session. */
export const loader = page(
  async ({ ctx, url, ...visit }) => {
    const ways = await waysOf(ctx, self(visit));
    return {
      title: words(ctx.locale).account.secondFactor.step.title,
      key: ctx.newId(),
      to: onwards(url.searchParams.get("naar")),
      ways,
      ...(ways.passkey ? { script: passkeyScript } : {}),
    };
  },
  { door: "prove" },
);
export const action = command(
  async (visit) => ({ to: onwards(visit.form.fields.to), cookies: await proveHere(visit) }),
  { door: "prove", repeatable: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    account: { secondFactor: t },
    account,
  } = useWords();
  return (
    <Page title={t.step.title} problem={problem} fields={t.fields} lead={<p>{t.step.lead}</p>}>
      <Form form={{ key: data.key }}>
        <input type="hidden" name="to" value={data.to} />
        <ProofFields ways={data.ways} errors={problem?.errors ?? {}} />
        <FormActs>
          <Button>{t.step.button}</Button>
        </FormActs>
      </Form>
      <div className="stack">
        <h2>{t.lost}</h2>
        <p className="prose">{t.lostText}</p>
      </div>
      <form method="post" action={urls.account.logout}>
        <Button look="plain">{account.holder.logOut}</Button>
      </form>
    </Page>
  );
}
export default view(Screen);
