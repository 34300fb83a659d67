import { savedSearchFields } from "#app/domain/market/saved-search.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { editSaved, openSaved, removeSaved } from "#app/services/market/saved-searches.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { useSearchWords } from "#app/ui/market/search-words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).market.saved.edit,
  ...(await openSaved(ctx, idIn(params.searchId))),
}));
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.searchId);
  if (form.fields.act === "remove") await removeSaved(ctx, id, form.version ?? 0);
  else await editSaved(ctx, id, form.fields, form.version ?? 0);
  return urls.market.savedSearches;
});

function Screen({ data: { saved, key, centres }, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    market: { saved: t },
  } = useWords();
  const inWords = useSearchWords(centres);
  const fields = { name: t.fields.name, rhythm: { ...t.fields.rhythm, options: t.rhythm } };
  const form = { key, version: saved.version };
  return (
    <Page
      title={saved.name}
      eyebrow={<a href={urls.market.savedSearches}>{t.title}</a>}
      problem={problem}
      fields={fields}
    >
      <Facts facts={[{ term: t.what, value: inWords(saved.query) }]} />
      <p>
        <a href={withQuery(urls.market.market, saved.query)}>{t.open}</a>
      </p>
      <SimpleForm
        form={form}
        fields={savedSearchFields}
        words={fields}
        button={t.change}
        problem={problem}
        values={{ name: saved.name, rhythm: saved.rhythm }}
      />
      <Form form={form}>
        <Button look="danger" name="act" value="remove">
          {t.remove}
        </Button>
      </Form>
    </Page>
  );
}
export default view(Screen);
