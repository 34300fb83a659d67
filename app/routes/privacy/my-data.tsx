import { addressFields, nameFields } from "#app/domain/privacy/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { besidesPassword, requirePassword } from "#app/platform/guard/own-password.server.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import { askNewAddress, correctName } from "#app/services/privacy/correction.server.ts";
import { myDataPage } from "#app/services/privacy/privacy-page.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Moment } from "#app/ui/deadline.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, url }) => ({
  title: words(ctx.locale).privacy.account.mine.title,
  done: url.searchParams.has("naam") ? "name" : url.searchParams.has("adres") ? "address" : null,
  ...(await myDataPage(ctx)),
}));
export const action = command(
  async ({ ctx, form, signed }) => {
    if (form.fields.email === undefined) {
      const read = readAnswers(nameFields, form.fields, {});
      if (!read.ok) refuseFields(read.errors);
      await correctName(ctx, read.answers.name);
      return withQuery(urls.privacy.myData, { naam: true });
    }
    const { hasPassword } = await myDataPage(ctx);
    const read = readAnswers(addressFields(hasPassword), form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    await requirePassword(ctx, signed?.email ?? "", form.fields.present_password);
    await throttle(ctx, "new_address", { person: ctx.actor.id, account: String(read.answers.email) });
    await askNewAddress(ctx, String(read.answers.email));
    return withQuery(urls.privacy.myData, { adres: true });
  },
  {
    proof: ({ form, signed }) =>
      form.fields.email === undefined ? "change_name" : besidesPassword("change_address", signed),
    repeatable: true,
    outsideTransaction: true,
  },
);

type Props = { data: DataOf<typeof loader>; problem: Problem | null };
function Screen({ data, problem }: Props) {
  const {
    privacy: { account: rights },
    account,
  } = useWords();
  const t = rights.mine;
  return (
    <Page
      title={t.title}
      problem={problem}
      fields={rights.fields}
      eyebrow={<a href={urls.account.account}>{account.account.title}</a>}
    >
      {data.done && !problem && <Notice kind="done">{data.done === "name" ? t.named : t.asked}</Notice>}
      <Section title={t.take} id="meenemen">
        <p className="prose">{t.takeText}</p>
        <p>
          <a href={urls.privacy.download}>{t.download}</a>
        </p>
      </Section>
      <Corrections data={data} problem={problem} />
      <Section title={t.close} id="sluiten">
        <p>
          <a href={urls.privacy.close}>{t.closeLink}</a>
        </p>
      </Section>
      <Section title={t.log} id="log">
        {data.acts.length === 0 ? (
          <p className="soft">{t.none}</p>
        ) : (
          <ul>
            {data.acts.map(({ id, act, at }) => (
              <li key={id}>
                {t.act[act]}, <Moment at={at} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
/** Shows two forms on one page: what was typed goes back into the one it was typed in. */
function Corrections({ data, problem }: Props) {
  const {
    privacy: { account: rights },
  } = useWords();
  const t = rights.mine;
  const ofAddress = problem?.typed?.email !== undefined;
  return (
    <>
      <Section title={t.name} id="naam">
        <SimpleForm
          form={{ key: data.key }}
          fields={nameFields}
          words={rights.fields}
          button={t.saveName}
          values={{ name: data.name }}
          problem={ofAddress ? null : problem}
        />
      </Section>
      <Section title={t.email} id="adres">
        <p className="prose">{t.emailText}</p>
        <SimpleForm
          form={{ key: data.key }}
          fields={addressFields(data.hasPassword)}
          words={rights.fields}
          button={t.saveEmail}
          problem={ofAddress ? problem : null}
        />
        <p className="soft">{t.phone}</p>
      </Section>
    </>
  );
}
export default view(Screen);
