import { savedSearchFields } from "#app/domain/alerts.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard.server.ts";
import { openNewSaved, saveSearch } from "#app/services/alerts.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { useSearchWords } from "#app/ui/around/search-words.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Problem } from "#app/ui/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/view.tsx";
import { useWords } from "#app/ui/words.tsx";

/** The search stands in this page's own address, as it does on the marketplace. */
export const loader = page(async ({ ctx, url }) => ({
  title: words(ctx.locale).around.saved.new,
  ...(await openNewSaved(ctx, url.searchParams)),
}));
export const action = command(async ({ ctx, url, form }) => {
  await saveSearch(ctx, url.searchParams, form.fields);
  return "/account/zoekopdrachten";
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    around: { saved: say },
  } = useWords();
  const inWords = useSearchWords(data.centres);
  const fields = { name: say.fields.name, rhythm: { ...say.fields.rhythm, options: say.rhythm } };
  return (
    <Page
      title={say.new}
      eyebrow={<a href={`/vraagstukken${data.query ? `?${data.query}` : ""}`}>{say.open}</a>}
      lead={<p>{say.lead}</p>}
      problem={problem}
      fields={fields}
    >
      <Facts facts={[{ term: say.what, value: inWords(data.query) }]} />
      <SimpleForm
        form={{ key: data.key }}
        fields={savedSearchFields}
        words={fields}
        button={say.button}
        problem={problem}
        values={{ rhythm: "weekly" }}
      />
    </Page>
  );
}
export default view(Screen);
