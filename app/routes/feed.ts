import { Feed } from "feed";
import { words } from "#app/i18n/words.ts";
import { houseUrl, resource } from "#app/platform/guard.server.ts";
import { feedOf } from "#app/services/feed.server.ts";

/** Public questions as Atom or RSS, narrowed by the same words in the address as the marketplace. */
export const loader = resource(async ({ ctx, url }) => {
  const { query, rows } = await feedOf(ctx, url.searchParams);
  const { market, dossier, chrome } = words(ctx.locale);
  const house = houseUrl();
  const page = new URL(`/vraagstukken${query ? `?${query}` : ""}`, house).href;
  const atom = url.pathname.endsWith(".atom");
  const feed = new Feed({ id: page, title: `${market.list.title} – ${chrome.product}`, description: market.list.lead, link: page, language: ctx.locale, copyright: "", updated: rows[0]?.published ?? new Date(0), feedLinks: { [atom ? "atom" : "rss"]: new URL(url.pathname + url.search, house).href } });
  for (const row of rows) {
    const link = new URL(`/vraagstukken/${row.id}`, house).href;
    feed.addItem({ id: link, title: row.title, link, description: row.teaser, date: row.published ?? new Date(0), author: [{ name: row.company ?? dossier.knownToCentre }] });
  }
  return new Response(atom ? feed.atom1() : feed.rss2(), { headers: { "Content-Type": `application/${atom ? "atom" : "rss"}+xml; charset=utf-8` } });
}, { open: true, keep: true });
