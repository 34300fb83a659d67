import { lookUpFields } from "#app/domain/administration/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { requireAdministrator } from "#app/services/administration/acting.server.ts";
import { overview } from "#app/services/administration/overview.server.ts";
import { addAdministrator } from "#app/services/administration/administrators.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { AdministrationPage } from "#app/ui/administration/administration-page.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, url }) => ({
  ...(await overview(ctx)),
  title: words(ctx.locale).administration.title,
  key: ctx.newId(),
  added: url.searchParams.has("beheerder"),
}));
export const action = command(
  async ({ ctx, form }) => {
    requireAdministrator(ctx);
    const read = readAnswers(lookUpFields, form.fields, {});
    if (!read.ok) return refuseFields(read.errors);
    await addAdministrator(ctx, read.answers.email);
    return withQuery(urls.administration.overview, { beheerder: true });
  },
  { proof: "platform", repeatable: true, outsideTransaction: true },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const t = useWords().administration;
  return (
    <AdministrationPage tab="overview" title={t.title} lead={t.lead} problem={problem} fields={t.people.fields}>
      {data.added && !problem && <Notice kind="done">{t.administrators.added}</Notice>}
      <Section title={t.centres.title} id="centra">
        <Centres centres={data.centres} />
        <p>
          <ButtonLink href={urls.administration.openCentre}>{t.centres.open}</ButtonLink>
        </p>
      </Section>
      <Section title={t.administrators.title} id="beheerders">
        <List>
          {data.administrators.map(({ id, name, email }) => (
            <Row key={id} href={withQuery(urls.administration.people, { adres: email })} title={name} under={email} />
          ))}
        </List>
        <Disclosure summary={t.administrators.add} open={problem !== null}>
          <p>{t.administrators.addLead}</p>
          <SimpleForm
            form={{ key: data.key }}
            fields={lookUpFields}
            words={t.people.fields}
            button={t.administrators.button}
            problem={problem}
          />
        </Disclosure>
      </Section>
    </AdministrationPage>
  );
}
function Centres({ centres }: Pick<Data, "centres">) {
  const { centres: t } = useWords().administration;
  if (centres.length === 0) return <Empty title={t.none} />;
  return (
    <List>
      {centres.map(({ slug, name, region, coordinators }) => (
        <Row
          key={slug}
          href={urls.administration.centre(slug)}
          title={name}
          under={region}
          facts={[coordinators > 0 ? t.coordinators(coordinators) : t.nobody]}
        />
      ))}
    </List>
  );
}
export default view(Screen);
