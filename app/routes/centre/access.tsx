import { centreAccessFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { centreAccess, setCentreAccess } from "#app/services/centre/access.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => ({
  title: words(ctx.locale).account.secondFactor.centre.title,
  saved: url.searchParams.has("bewaard"),
  ...(await centreAccess(ctx, params.slug ?? "")),
}));
export const action = command(
  async ({ ctx, params, form }) => {
    const { slug } = await centreAccess(ctx, params.slug ?? "");
    const read = readAnswers(centreAccessFields, form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    await setCentreAccess(ctx, slug, { required: read.answers.required === true, version: form.version });
    return withQuery(urls.centre.access(slug), { bewaard: true });
  },
  { proof: "switch" },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { centre: t } = useWords().account.secondFactor;
  return (
    <Page
      title={t.title}
      problem={problem}
      fields={t.fields}
      eyebrow={<a href={urls.centre.people(data.slug)}>{data.name}</a>}
    >
      {data.saved && !problem && <Notice kind="done">{t.saved}</Notice>}
      <p className="prose">{t.lead}</p>
      <SimpleForm
        form={{ key: data.key, version: data.version }}
        fields={centreAccessFields}
        words={t.fields}
        button={t.button}
        values={{ required: data.required }}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
