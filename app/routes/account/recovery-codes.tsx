import { words } from "#app/i18n/words.ts";
import { codesToKeep, makeCodes, self } from "#app/platform/guard/factors.server.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { refuse } from "#app/domain/refusal.ts";
import { ownFactors } from "#app/services/account/factors.server.ts";
import { confirmCodesSaved } from "#app/services/account/recovery.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Shows recovery codes: they are readable once, for the session in which they were made, until it says that they are kept. */
export const loader = page(async ({ ctx, ...visit }) => {
  const me = self(visit);
  const { factors, codesLeft } = await ownFactors(ctx, me.actor.id);
  return {
    title: words(ctx.locale).account.secondFactor.codes.title,
    key: ctx.newId(),
    has: factors.length > 0,
    codesLeft,
    codes: await codesToKeep(ctx, me),
  };
});
export const action = command(
  async ({ ctx, form, ...visit }) => {
    const me = self(visit);
    if (form.fields.act === "kept") {
      await confirmCodesSaved(ctx, me.actor.id);
      return urls.account.secondFactor;
    }
    if (!me.hasFactor) refuse("not_found");
    await makeCodes(ctx, me);
    return urls.account.recoveryCodes;
  },
  {
    proof: ({ form }) => (form.fields.act === "kept" ? null : "change_factors"),
    repeatable: true,
    outsideTransaction: true,
  },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    account: { secondFactor: t },
  } = useWords();
  return (
    <Page
      title={t.codes.title}
      problem={problem}
      lead={<p>{t.codes.lead}</p>}
      eyebrow={<a href={urls.account.secondFactor}>{t.title}</a>}
    >
      {data.codes.length > 0 ? <Fresh data={data} /> : data.has ? <Renew data={data} /> : <p>{t.codes.none}</p>}
    </Page>
  );
}
function Fresh({ data }: { data: Data }) {
  const {
    account: { secondFactor: t },
  } = useWords();
  return (
    <>
      <Notice kind="care">{t.codes.once}</Notice>
      <ul className="codes">
        {data.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={urls.account.recoveryFile}>{t.codes.download}</a>
      </p>
      <Form form={{ key: data.key }}>
        <Button name="act" value="kept">
          {t.codes.kept}
        </Button>
      </Form>
    </>
  );
}
function Renew({ data }: { data: Data }) {
  const {
    account: { secondFactor: t },
  } = useWords();
  return (
    <Section title={t.codes.renew} id="nieuw">
      <p>{t.recoveryLeft(data.codesLeft)}</p>
      <p>{t.codes.renewText}</p>
      <Form form={{ key: data.key }}>
        <Button name="act" value="renew">
          {t.codes.renew}
        </Button>
      </Form>
    </Section>
  );
}
export default view(Screen);
