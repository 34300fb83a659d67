import { passkeyFields } from "#app/domain/account/fields.ts";
import { mostFactors } from "#app/domain/account/second-factor.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { finishPasskey, passkeyScript, passkeyToMake, self } from "#app/platform/guard/factors.server.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { ownFactors } from "#app/services/account/factors.server.ts";
import { PasskeyButton } from "#app/ui/fields/proof-fields.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Makes a passkey: the one thing here that a browser cannot do without a script. */
export const loader = page(
  async ({ ctx, ...visit }) => {
    const me = self(visit);
    const full = (await ownFactors(ctx, me.actor.id)).factors.length >= mostFactors;
    return {
      title: words(ctx.locale).account.secondFactor.passkey.title,
      key: ctx.newId(),
      asks: full ? null : await passkeyToMake(ctx, me),
      script: passkeyScript,
    };
  },
  { door: "enrol" },
);
export const action = command(
  async (visit) => {
    const read = readAnswers(passkeyFields, visit.form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    return finishPasskey(visit, read.answers.name);
  },
  {
    door: "enrol",
    proof: "change_factors",
    repeatable: true,
    outsideTransaction: true,
  },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    account: { secondFactor: t },
  } = useWords();
  return (
    <Page
      title={t.passkey.title}
      problem={problem}
      fields={t.fields}
      lead={<p>{t.passkey.lead}</p>}
      eyebrow={<a href={urls.account.secondFactor}>{t.title}</a>}
    >
      {data.asks ? (
        <Form form={{ key: data.key }}>
          <Fields fields={passkeyFields} words={t.fields} typed={problem?.typed} errors={problem?.errors} />
          <PasskeyButton asks={data.asks} act="make" says={t.passkey.button} errors={problem?.errors ?? {}} />
        </Form>
      ) : (
        <Notice kind="care">{t.passkey.full}</Notice>
      )}
      <p className="soft">{t.passkey.noScript}</p>
    </Page>
  );
}
export default view(Screen);
