import { centrePrivacyFields } from "#app/domain/privacy/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { centrePrivacy, setCentrePrivacy } from "#app/services/privacy/privacy-page.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => ({
  title: words(ctx.locale).privacy.centre.title,
  saved: url.searchParams.has("bewaard"),
  ...(await centrePrivacy(ctx, params.slug ?? "")),
}));
export const action = command(
  async ({ ctx, params, form }) => {
    const { slug } = await centrePrivacy(ctx, params.slug ?? "");
    const read = readAnswers(centrePrivacyFields, form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    await setCentrePrivacy(ctx, slug, { controller: read.answers.controller, contact: read.answers.contact });
    return withQuery(urls.privacy.centre(slug), { bewaard: true });
  },
  { proof: "privacy_contact" },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    privacy: { centre: t },
  } = useWords();
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
        form={{ key: data.key }}
        fields={centrePrivacyFields}
        words={t.fields}
        button={t.button}
        values={{ controller: data.controller, contact: data.contact }}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
