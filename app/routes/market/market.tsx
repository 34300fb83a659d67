import { ofMarket } from "#app/domain/market/topics-of-pages.ts";
import { facetIds, facets } from "#app/domain/market/facets.ts";
import { queryOf, withValue, type Wanted } from "#app/domain/market/wanted.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { market } from "#app/services/market/market.server.ts";
import { Chips, Filters } from "#app/ui/market/filters.tsx";
import { Empty, List, Pagination } from "#app/ui/list.tsx";
import { useFacets } from "#app/ui/market/facet-words.tsx";
import { FoundRow } from "#app/ui/market/found-row.tsx";
import { Near, SortBy } from "#app/ui/market/narrow.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { marketFor, urls, withQuery } from "#app/urls.ts";

export const loader = publicPage(
  async ({ ctx, url, signed }) => {
    const { list } = words(ctx.locale).market;
    const found = await market(ctx, url.searchParams);
    const query = queryOf({ ...found.wanted, page: 1, sort: "newest" });
    return {
      title: list.title,
      ...(signed ? { script: "/suggest.js" } : {}),
      description: list.lead,
      sharing: { path: marketFor(found.wanted), feed: withQuery(urls.market.atom, query) },
      ...found,
    };
  },
  { topics: ofMarket, aSecondOld: true },
);

type Data = DataOf<typeof loader>;

function Screen({ data }: { data: Data }) {
  const {
    market: t,
    market: { search },
  } = useWords();
  const { number } = useFormats();
  const { wanted } = data;
  return (
    <Page title={t.list.title} lead={<p>{t.list.lead}</p>}>
      <div className="with-filters">
        <Narrow data={data} />
        <div className="stack-wide">
          <Chosen data={data} />
          <div className="found">
            <p className="strong" role="status">
              {search.found(data.total, number(data.total))}
            </p>
            <SortBy wanted={wanted} href={(sort) => marketFor({ ...wanted, sort, page: 1 })} />
          </div>
          <p>
            <a href={`${urls.market.newSavedSearch}?${queryOf({ ...wanted, page: 1 })}`}>{search.save}</a>
          </p>
          {data.loose && data.rows.length > 0 && <p className="soft">{search.loose}</p>}
          {data.rows.length ? (
            <List label={t.list.title}>
              {data.rows.map((row) => (
                <FoundRow key={row.id} row={row} />
              ))}
            </List>
          ) : (
            <Empty title={t.list.empty}>{t.list.emptyText}</Empty>
          )}
          <Pagination
            page={wanted.page}
            pages={data.pages}
            total={data.total}
            href={(page) => marketFor({ ...wanted, page })}
          />
        </div>
      </div>
    </Page>
  );
}
/** Shows words, facets with what each would give, nearness and order: one form that lives in the address. */
function Narrow({ data: { wanted, counts, centres } }: { data: Data }) {
  const { market: t } = useWords();
  const facet = useFacets(centres);
  const query = queryOf({ ...wanted, page: 1 });
  const groups = facetIds
    .map((id) => ({
      name: facets[id].param,
      label: facet.name(id),
      options: facet.options(id, counts[id], wanted.on[id]),
      all: withQuery(urls.market.facetValues(facets[id].param), query),
    }))
    .filter((group) => group.options.length > 0);
  return (
    <Filters
      search={{ name: "zoek", label: t.list.search, value: wanted.words, suggest: urls.market.suggest }}
      groups={groups}
    >
      <Near near={wanted.near} />
    </Filters>
  );
}
function Chosen({ data: { wanted, centres } }: { data: Data }) {
  const {
    market: { search },
  } = useWords();
  const facet = useFacets(centres);
  const without = (over: Partial<Wanted>) => marketFor({ ...wanted, ...over, page: 1 });
  const chips = [
    ...(wanted.words
      ? [
          {
            label: search.words(wanted.words),
            href: without({ words: "", sort: wanted.sort === "relevant" ? "newest" : wanted.sort }),
          },
        ]
      : []),
    ...(wanted.near
      ? [
          {
            label: search.near.chip(wanted.near.postcode, wanted.near.km),
            href: without({ near: null, sort: wanted.sort === "near" ? "newest" : wanted.sort }),
          },
        ]
      : []),
    ...facetIds.flatMap((id) =>
      wanted.on[id].map((value) => ({
        label: facet.value(id, value),
        href: marketFor(withValue(wanted, id, value, false)),
      })),
    ),
  ];
  return <Chips chips={chips} clear={urls.market.market} />;
}
export default view(Screen);
