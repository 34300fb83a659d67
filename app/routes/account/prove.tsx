import { isOnlyStudent } from "#app/domain/workflow/policy.ts";
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

const onwards = (to: unknown) => {
  const path = safeRedirectPath(typeof to === "string" ? to : null, publicUrl());
  return path === urls.public.home ? urls.account.account : path;
};
/** Asks who one is, once more, before a form that cannot be sent again by itself (docs/trust.md 3.17). */
export const loader = page(
  async ({ ctx, url, ...visit }) => {
    const ways = await waysOf(ctx, self(visit));
    return {
      title: words(ctx.locale, isOnlyStudent(ctx.actor)).account.secondFactor.prove.title,
      key: ctx.newId(),
      to: onwards(url.searchParams.get("naar")),
      ways,
      ...(ways.passkey ? { script: passkeyScript } : {}),
    };
  },
  { door: "enrol" },
);
export const action = command(
  async (visit) => ({ to: onwards(visit.form.fields.to), cookies: await proveHere(visit) }),
  { door: "enrol", repeatable: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    account: { secondFactor: t },
  } = useWords();
  return (
    <Page title={t.prove.title} problem={problem} fields={t.fields} lead={<p>{t.prove.lead}</p>}>
      <Form form={{ key: data.key }}>
        <input type="hidden" name="to" value={data.to} />
        <ProofFields ways={data.ways} errors={problem?.errors ?? {}} />
        <FormActs>
          <Button>{t.prove.button}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}
export default view(Screen);
