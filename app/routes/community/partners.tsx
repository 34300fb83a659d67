import { partnerFields } from "#app/domain/community/forms.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { addPartner, leavePartner, partnersPage } from "#app/services/community/partners.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { List, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await partnersPage(ctx, idIn(params.communityId));
  return {
    title: words(ctx.locale).community.partners.title,
    hue: data.frame.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form: { fields } }) => {
  const id = idIn(params.communityId);
  if (typeof fields.leave === "string") await leavePartner(ctx, id, idIn(fields.leave));
  else await addPartner(ctx, id, fields);
  return withQuery(urls.community.partners(id), { bewaard: true });
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { partners: t },
  } = useWords();
  const { date } = useFormats();
  const { changes } = data.frame;
  const end = (rowId: string, name: string) => (
    <Form form={{ key: data.key }}>
      <Button small look="plain" name="leave" value={rowId}>
        {t.end}
        <span className="unseen"> {name}</span>
      </Button>
    </Form>
  );
  return (
    <CommunitySubpage
      frame={data.frame}
      title={t.title}
      lead={t.lead}
      problem={problem}
      fields={t.fields}
      saved={data.saved}
    >
      <List label={t.title}>
        {data.partners.map((p) => (
          <Row
            key={p.id}
            title={p.name}
            under={p.rowId === null ? t.leads : wordOf(t.kind, p.kind)}
            facts={p.since ? [t.since(date(p.since))] : []}
            mark={changes && p.rowId !== null && end(p.rowId, p.name)}
          />
        ))}
      </List>
      {changes && data.options.centre_organizations.length > 0 && (
        <Section title={t.add} id="nieuw">
          <SimpleForm
            form={{ key: data.key }}
            fields={partnerFields}
            words={t.fields}
            options={data.options}
            button={t.button}
            problem={problem}
          />
        </Section>
      )}
    </CommunitySubpage>
  );
}
export default view(Screen);
