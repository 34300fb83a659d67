import { savedSearchFields } from "#app/domain/market/saved-search.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openNewSaved, saveSearch } from "#app/services/market/saved-searches.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { useSearchWords } from "#app/ui/market/search-words.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

/** The search stands in this page's own address, as it does on the marketplace. */
export const loader = page(async ({ ctx, url }) => ({
  title: words(ctx.locale).market.saved.new,
  ...(await openNewSaved(ctx, url.searchParams)),
}));
export const action = command(async ({ ctx, url, form }) => {
  await saveSearch(ctx, url.searchParams, form.fields);
  return urls.market.savedSearches;
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    market: { saved: t },
  } = useWords();
  const inWords = useSearchWords(data.centres);
  const fields = { name: t.fields.name, rhythm: { ...t.fields.rhythm, options: t.rhythm } };
  return (
    <Page
      title={t.new}
      eyebrow={<a href={withQuery(urls.market.market, data.query)}>{t.open}</a>}
      lead={<p>{t.lead}</p>}
      problem={problem}
      fields={fields}
    >
      <Facts facts={[{ term: t.what, value: inWords(data.query) }]} />
      <SimpleForm
        form={{ key: data.key }}
        fields={savedSearchFields}
        words={fields}
        button={t.button}
        problem={problem}
        values={{ rhythm: "weekly" }}
      />
    </Page>
  );
}
export default view(Screen);
