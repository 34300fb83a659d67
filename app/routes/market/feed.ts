import { ofMarket } from "#app/domain/market/topics-of-pages.ts";
import { words } from "#app/i18n/words.ts";
import { resource } from "#app/platform/guard/guard.server.ts";
import { feedAnswer } from "#app/platform/guard/feeds.server.ts";
import { feedOf } from "#app/services/market/feed.server.ts";
import { urls, withQuery } from "#app/urls.ts";

/** Public questions are offered as Atom or RSS, narrowed by the same words in the address as the marketplace. */
export const loader = resource(
  async ({ ctx, url }) => {
    const { query, rows } = await feedOf(ctx, url.searchParams);
    const {
      market: { list },
      assignment,
      shell,
    } = words(ctx.locale);
    const head = {
      kind: url.pathname.endsWith(".atom") ? ("atom" as const) : ("rss" as const),
      self: url.pathname + url.search,
      page: withQuery(urls.market.market, query),
      title: `${list.title} – ${shell.product}`,
      text: list.lead,
      language: ctx.locale,
    };
    return feedAnswer(
      head,
      rows.map((row) => ({
        path: urls.assignment.assignment(row.id),
        title: row.title,
        text: row.teaser,
        at: row.published,
        by: row.company ?? assignment.knownToCentre,
      })),
    );
  },
  { open: true, topics: ofMarket, aSecondOld: true },
);
