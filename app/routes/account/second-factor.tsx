import { recovery } from "#app/domain/account/second-factor.ts";
import { words } from "#app/i18n/words.ts";
import { self } from "#app/platform/guard/factors.server.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { ownFactors, removeFactor } from "#app/services/account/factors.server.ts";
import { idIn } from "#app/services/ids.ts";
import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/deadline.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Shows one's own second factors: also for whoever must set one up before anything else. */
export const loader = page(
  async ({ ctx, half, ...visit }) => ({
    title: words(ctx.locale).account.secondFactor.title,
    must: half !== null,
    key: ctx.newId(),
    needed: self(visit).needsFactor,
    ...(await ownFactors(ctx, self(visit).actor.id)),
  }),
  { door: "enrol" },
);
export const action = command(
  async ({ ctx, form, ...visit }) => {
    const me = self(visit);
    await removeFactor(ctx, me.actor.id, idIn(String(form.fields.remove ?? "")), me.needsFactor);
    return urls.account.secondFactor;
  },
  { door: "enrol", proof: "change_factors", repeatable: true, outsideTransaction: true },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    account: { secondFactor: t },
    account,
  } = useWords();
  return (
    <Page
      title={t.title}
      problem={problem}
      lead={<p>{t.lead}</p>}
      eyebrow={data.must ? undefined : <a href={urls.account.account}>{account.account.title}</a>}
    >
      {data.must && <Notice kind="care">{t.must}</Notice>}
      <Section title={t.have} id="ingesteld">
        {data.factors.length === 0 ? <p className="soft">{t.nothing}</p> : <Factors data={data} />}
      </Section>
      <Section title={t.add} id="toevoegen">
        <ul>
          <li>
            <a href={urls.account.app}>{t.addApp}</a>
          </li>
          <li>
            <a href={urls.account.passkey}>{t.addPasskey}</a>
          </li>
        </ul>
      </Section>
      {data.factors.length > 0 && (
        <Section title={t.recovery} id="herstelcodes">
          <p>{t.recoveryLeft(data.codesLeft)}</p>
          {data.codesLeft < recovery.warnBelow && <Notice kind="care">{t.recoveryFew}</Notice>}
          <p>
            <a href={urls.account.recoveryCodes}>{t.recoveryLink}</a>
          </p>
        </Section>
      )}
      <Section title={t.lost} id="kwijt">
        <p className="prose">{t.lostText}</p>
      </Section>
    </Page>
  );
}
function Factors({ data }: { data: Data }) {
  const {
    account: { secondFactor: t },
  } = useWords();
  const only = data.needed && data.factors.length === 1;
  return (
    <ul className="list">
      {data.factors.map((f) => (
        <li key={f.id} className="row">
          <div className="row-main">
            <p className="strong">{f.kind === "app" ? t.kind.app : `${t.kind.passkey}: ${f.name}`}</p>
            <p className="soft">
              {t.added}: <Moment at={f.createdAt} />
              {f.lastUsedAt && (
                <>
                  {" · "}
                  {t.lastUsed}: <Moment at={f.lastUsedAt} />
                </>
              )}
            </p>
            {only && <p className="soft">{t.only}</p>}
          </div>
          {!only && (
            <Disclosure
              summary={
                <>
                  {t.remove}
                  <span className="unseen"> {f.kind === "app" ? t.kind.app : f.name}</span>
                </>
              }
            >
              <Form form={{ key: data.key }}>
                <Button small look="danger" name="remove" value={f.id}>
                  {t.removeSure}
                </Button>
              </Form>
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}
export default view(Screen);
