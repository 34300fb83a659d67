import { reflectionFields } from "#app/domain/community/forms.ts";
import { pageIn } from "#app/domain/paging.ts";
import { refuse } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { changeOwnReflection, reflectionPage, writeReflection } from "#app/services/community/reflections.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Pagination } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

const acts = ["share", "unshare", "remove"] as const;
export const loader = page(async ({ ctx, params, url }) => {
  const data = await reflectionPage(ctx, idIn(params.communityId), pageIn(url.searchParams));
  return {
    title: words(ctx.locale).community.review.reflections,
    hue: data.frame.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form: { fields, version } }) => {
  const id = idIn(params.communityId);
  if (fields.reflection === undefined) await writeReflection(ctx, id, fields);
  else
    await changeOwnReflection(
      ctx,
      id,
      idIn([fields.reflection].flat()[0]),
      acts.find((act) => act === fields.act) ?? refuse("malformed"),
      version,
    );
  return withQuery(urls.community.reflections(id), { bewaard: true });
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    community: { review: t },
  } = useWords();
  return (
    <CommunitySubpage
      frame={data.frame}
      from="beoordelen"
      title={t.reflections}
      lead={t.reflectionsLead}
      problem={problem}
      fields={t.reflectionFields}
      saved={data.saved}
    >
      <Section title={t.write} id="schrijven">
        <SimpleForm
          form={{ key: data.key }}
          fields={reflectionFields}
          words={t.reflectionFields}
          button={t.reflectionSave}
          problem={problem}
        />
      </Section>
      {data.rows.length === 0 ? (
        <p className="soft">{t.noReflections}</p>
      ) : (
        data.rows.map((row) => <Own key={row.id} row={row} formKey={data.key} />)
      )}
      <Pagination {...data} href={(n) => withQuery(urls.community.reflections(data.frame.id), { pagina: n })} />
      {data.guides && <Shared rows={data.shared} />}
    </CommunitySubpage>
  );
}
function Own({ row, formKey }: { row: Data["rows"][number]; formKey: string }) {
  const {
    community: { review: t },
  } = useWords();
  const { date } = useFormats();
  const day = <span className="unseen"> {date(row.at)}</span>;
  return (
    <article className="story-box stack">
      <p className="small soft">
        {date(row.at)} · {row.shared ? t.shared : t.own}
      </p>
      <p className="kept">{row.text}</p>
      <Form form={{ key: formKey, version: row.version }}>
        <input type="hidden" name="reflection" value={row.id} />
        <div className="acts">
          {row.shared ? (
            <Button small look="beside" name="act" value="unshare">
              {t.unshare}
              {day}
            </Button>
          ) : (
            <Button small look="beside" name="act" value="share">
              {t.share}
              {day}
            </Button>
          )}
          <Button small look="plain" name="act" value="remove">
            {t.remove}
            {day}
          </Button>
        </div>
      </Form>
    </article>
  );
}
function Shared({ rows }: { rows: Data["shared"] }) {
  const {
    community: { review: t },
  } = useWords();
  const { date } = useFormats();
  return (
    <Section title={t.fromOthers} id="gedeeld">
      {rows.length === 0 ? (
        <p className="soft">{t.noneShared}</p>
      ) : (
        rows.map((row) => (
          <article key={row.id} className="story-box stack">
            <p className="small soft">
              {row.by}, {date(row.at)}
            </p>
            <p className="kept">{row.text}</p>
          </article>
        ))
      )}
    </Section>
  );
}
export default view(Screen);
