import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { savedSearches } from "#app/services/market/saved-searches.server.ts";
import { useSearchWords } from "#app/ui/market/search-words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx }) => ({
  title: words(ctx.locale).market.saved.title,
  ...(await savedSearches(ctx)),
}));

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const {
    market: { saved: t },
  } = useWords();
  const { date } = useFormats();
  const inWords = useSearchWords(data.centres);
  return (
    <Page
      title={t.title}
      eyebrow={<a href={urls.account.account}>{t.account}</a>}
      lead={<p>{t.lead}</p>}
      actions={
        data.saved.length > 0 && (
          <ButtonLink look="beside" href={urls.market.market}>
            {t.first}
          </ButtonLink>
        )
      }
    >
      {data.saved.length === 0 ? (
        <Empty
          title={t.empty}
          action={
            <ButtonLink look="beside" href={urls.market.market}>
              {t.first}
            </ButtonLink>
          }
        >
          {t.emptyText}
        </Empty>
      ) : (
        <List label={t.title}>
          {data.saved.map((one) => (
            <Row
              key={one.id}
              href={withQuery(urls.market.market, one.query)}
              title={one.name}
              under={inWords(one.query)}
              facts={[one.nextAt ? `${t.rhythm[one.rhythm]}. ${t.next(date(one.nextAt))}` : t.paused]}
              mark={
                <ButtonLink small look="plain" href={urls.market.savedSearch(one.id)}>
                  {t.edit}
                  <span className="unseen"> {one.name}</span>
                </ButtonLink>
              }
            />
          ))}
        </List>
      )}
    </Page>
  );
}
export default view(Screen);
