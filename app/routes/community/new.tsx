import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { foundCommunity, openFounding } from "#app/services/community/found.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

export const loader = page(async ({ ctx, params }) => {
  const data = await openFounding(ctx, params.slug ?? "");
  return { title: words(ctx.locale).community.founding.title, hue: data.centre.hue, ...data };
});
export const action = command(
  async ({ ctx, params, form }) =>
    `/gemeenschappen/${await foundCommunity(ctx, params.slug ?? "", form.fields)}/leden?bewaard`,
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { founding: say, role, title },
    enums: { level, obligation },
  } = useWords();
  const options = (list: readonly { id: string; label: string }[]) =>
    Object.fromEntries(list.map(({ id, label }) => [id, label]));
  const fields = {
    ...say.fields,
    levels: { ...say.fields.levels, options: level },
    offers: { ...say.fields.offers, options: obligation },
    organization: { ...say.fields.organization, options: options(data.institutions) },
    guide: {
      ...say.fields.guide,
      options: Object.fromEntries(data.guides.map((g) => [g.id, `${g.label} (${role[g.role].toLowerCase()})`])),
    },
  };
  return (
    <Page
      title={say.title}
      eyebrow={
        <a href={`/centra/${data.centre.slug}/gemeenschappen`}>
          {title} · {data.centre.name}
        </a>
      }
      lead={<p>{say.lead}</p>}
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
        button={say.button}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
