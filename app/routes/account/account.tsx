import { changeFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { hashPassword, passwordProblem, rememberDevice, revokeAll } from "#app/platform/guard/accounts.server.ts";
import { besidesPassword, requireOldPassword } from "#app/platform/guard/own-password.server.ts";
import { changePassword } from "#app/services/account/passwords.server.ts";
import { endOwnSession, ownAccount } from "#app/services/account/people.server.ts";
import { Age } from "#app/ui/account/age.tsx";
import { deviceOf } from "#app/ui/account/device.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/deadline.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useRole, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, signed, url }) => ({
  title: words(ctx.locale).account.account.title,
  here: signed?.sessionId ?? "",
  companyAsked: url.searchParams.get("bedrijf") === "bekend",
  ...(await ownAccount(ctx)),
}));
export const action = command(
  async ({ ctx, form, signed, request }) => {
    const { end } = form.fields;
    const here = signed?.sessionId ?? "";
    if (end === "all") await revokeAll(ctx.actor.id, here);
    else if (typeof end === "string") await endOwnSession(ctx, end);
    else {
      const read = readAnswers(changeFields, form.fields, {});
      if (!read.ok) refuseFields(read.errors);
      await requireOldPassword(ctx, signed?.email ?? "", read.answers.present_password);
      const weak = passwordProblem(read.answers.password, [signed?.name ?? "", signed?.email ?? ""]);
      if (weak) refuseFields({ password: weak });
      const passwordHash = await hashPassword(read.answers.password);
      await changePassword(ctx, passwordHash, here);
      return { to: urls.account.account, cookies: [rememberDevice(request, { id: ctx.actor.id, passwordHash })] };
    }
    return urls.account.account;
  },
  {
    // Ending a session takes nothing but a session.
    proof: ({ form, signed }) =>
      typeof form.fields.end === "string" ? null : besidesPassword("change_password", signed),
    repeatable: true,
    outsideTransaction: true,
  },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    account,
    market: questions,
    community,
    privacy: { account: rights },
    account: { secondFactor },
  } = useWords();
  const t = account.account;
  return (
    <Page title={t.title} problem={problem} fields={account.fields}>
      {data.companyAsked && <Notice kind="care">{t.companyAsked}</Notice>}
      <Section title={t.profile} id="gegevens">
        <Facts
          facts={[
            { term: account.fields.name.label, value: data.name },
            { term: account.fields.email.label, value: data.email },
            ...(data.age ? [{ term: account.people.age, value: <Age age={data.age} /> }] : []),
          ]}
        />
      </Section>
      <Section title={rights.mine.title} id="mijn-gegevens">
        <p>
          <a href={urls.privacy.myData}>{rights.mine.link}</a>
        </p>
      </Section>
      <Section title={questions.saved.title} id="zoekopdrachten">
        <p>
          <a href={urls.market.savedSearches}>{questions.off.manage}</a>
        </p>
      </Section>
      <Section title={community.calendar.title} id="agenda">
        <p>
          <a href={urls.calendar.calendar}>{community.calendar.link}</a>
        </p>
      </Section>
      <Roles data={data} />
      <Section title={secondFactor.title} id="tweede-stap">
        <p>
          <a href={urls.account.secondFactor}>{secondFactor.link}</a>
        </p>
      </Section>
      <Sessions data={data} />
      <Section title={t.password} id="wachtwoord">
        <SimpleForm
          form={{ key: data.key }}
          fields={changeFields}
          words={account.fields}
          button={t.change}
          problem={problem}
        />
      </Section>
    </Page>
  );
}
function Roles({ data }: { data: Data }) {
  const {
    account: { account: t },
  } = useWords();
  const role = useRole();
  const link = (r: Data["roles"][number]) =>
    r.centreId
      ? { href: urls.centre.centre(r.slug ?? ""), name: r.centre }
      : { href: urls.company.organization(r.organizationId ?? ""), name: r.organization };
  return (
    <Section title={t.roles} id="rollen">
      {data.roles.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <ul>
          {data.roles.map((r) => (
            <li key={r.id}>
              {role(r.role)}, <a href={link(r).href}>{link(r).name}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
function Sessions({ data }: { data: Data }) {
  const {
    account: { account: t },
  } = useWords();
  const device = (agent: string) => {
    const { browser, system } = deviceOf(agent);
    return browser && system ? t.device(browser, system) : (browser ?? system ?? t.unknownDevice);
  };
  return (
    <Section title={t.sessions} id="apparaten">
      <ul className="list">
        {data.sessions.map((s) => (
          <li key={s.id} className="row">
            <div className="row-main">
              <p className="strong">{s.id === data.here ? `${t.this}: ${device(s.device)}` : device(s.device)}</p>
              <p className="soft">
                {t.lastSeen}: <Moment at={s.lastSeenAt} />
              </p>
            </div>
            {s.id !== data.here && (
              <Form form={{ key: data.key }}>
                <Button small look="plain" name="end" value={s.id}>
                  {t.end}
                  <span className="unseen">: {device(s.device)}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {data.sessions.length > 1 && (
        <Form form={{ key: data.key }}>
          <Button look="beside" name="end" value="all">
            {t.endAll}
          </Button>
        </Form>
      )}
    </Section>
  );
}
export default view(Screen);
