import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { foundCommunity, openFounding } from "#app/services/community/founding.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await openFounding(ctx, params.slug ?? "");
  return { title: words(ctx.locale).community.founding.title, hue: data.centre.hue, ...data };
});
export const action = command(
  async ({ ctx, params, form }) =>
    withQuery(urls.community.people(await foundCommunity(ctx, params.slug ?? "", form.fields)), { bewaard: true }),
  { proof: "change_role" },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { founding: t, role, title },
    enums: { level, obligation },
  } = useWords();
  const options = (list: readonly { id: string; label: string }[]) =>
    Object.fromEntries(list.map(({ id, label }) => [id, label]));
  const fields = {
    ...t.fields,
    levels: { ...t.fields.levels, options: level },
    offers: { ...t.fields.offers, options: obligation },
    organization: { ...t.fields.organization, options: options(data.institutions) },
    guide: {
      ...t.fields.guide,
      options: Object.fromEntries(data.guides.map((g) => [g.id, `${g.label} (${role[g.role].toLowerCase()})`])),
    },
  };
  return (
    <Page
      title={t.title}
      eyebrow={
        <a href={urls.community.communities(data.centre.slug)}>
          {title} · {data.centre.name}
        </a>
      }
      lead={<p>{t.lead}</p>}
      problem={problem}
      fields={fields}
    >
      <SimpleForm
        form={{ key: data.key }}
        fields={data.fields}
        words={fields}
        values={{
          form: "cop",
          claim_right: true,
          ...(data.institutions.length === 1 ? { organization: data.institutions[0]?.id ?? "" } : {}),
        }}
        button={t.button}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
