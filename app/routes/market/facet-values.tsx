import { ofMarket } from "#app/domain/market/topics-of-pages.ts";
import { facetAt } from "#app/domain/market/facets.ts";
import { withValue } from "#app/domain/market/wanted.ts";
import { refuse } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { marketCounts } from "#app/services/market/market.server.ts";
import { Empty } from "#app/ui/list.tsx";
import { useFacets } from "#app/ui/market/facet-words.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { marketFor } from "#app/urls.ts";

/**
 * Shows all values of one way to narrow the marketplace, each with what it would give: what the filters themselves
 * have no room for.
 */
export const loader = publicPage(
  async ({ ctx, url, params }) => {
    const facet = facetAt(params.facet ?? "") ?? refuse("not_found");
    const { wanted, counts, centres } = await marketCounts(ctx, url.searchParams);
    return {
      title: words(ctx.locale).market.search.all(words(ctx.locale).market.search.facet[facet]),
      facet,
      wanted,
      counts: counts[facet],
      centres,
    };
  },
  { topics: ofMarket, aSecondOld: true },
);

function Screen({ data: { title, facet: id, wanted, counts, centres } }: { data: DataOf<typeof loader> }) {
  const {
    market: { search },
    market: t,
  } = useWords();
  const { number } = useFormats();
  const options = useFacets(centres).alphabetical(id, counts, wanted.on[id]);
  return (
    <Page title={title} eyebrow={<a href={marketFor(wanted)}>{t.list.title}</a>} lead={<p>{search.allText}</p>}>
      {options.length === 0 ? (
        <Empty title={t.list.empty} />
      ) : (
        <ul className="values">
          {options.map(({ value, label, count, on }) => (
            <li key={value}>
              <a href={marketFor(withValue(wanted, id, value, !on))} aria-current={on ? "true" : undefined}>
                {label}
              </a>{" "}
              <span className="count">{number(count ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
export default view(Screen);
