import { Feed } from "feed";
import { SitemapStream, streamToPromise } from "sitemap";
import { publicUrl } from "#app/platform/runtime/runtime.server.ts";

type FeedItem = { path: string; title: string; text: string; at: Date | null; by: string };
type FeedHead = { kind: "atom" | "rss"; self: string; page: string; title: string; text: string; language: string };
const absolute = (path: string) => new URL(path, publicUrl()).href;
/** Returns a list of public items as Atom or RSS; `self` and `page` are paths of this site. */
export function feedAnswer(
  { kind, self, page, title, text, language }: FeedHead,
  items: readonly FeedItem[],
): Response {
  const feed = new Feed({
    id: absolute(page),
    title,
    description: text,
    link: absolute(page),
    language,
    copyright: "",
    updated: items[0]?.at ?? new Date(0),
    feedLinks: { [kind]: absolute(self) },
  });
  for (const item of items)
    feed.addItem({
      id: absolute(item.path),
      link: absolute(item.path),
      title: item.title,
      description: item.text,
      date: item.at ?? new Date(0),
      author: [{ name: item.by }],
    });
  return new Response(kind === "atom" ? feed.atom1() : feed.rss2(), {
    headers: { "Content-Type": `application/${kind}+xml; charset=utf-8` },
  });
}
/** Answers with addresses for search engines (sitemaps.org). */
export async function siteMapAnswer(entries: readonly { path: string; at: Date | null }[]): Promise<Response> {
  const stream = new SitemapStream({ hostname: publicUrl().href });
  for (const { path, at } of entries) stream.write({ url: path, ...(at ? { lastmod: at.toISOString() } : {}) });
  stream.end();
  return new Response(new Uint8Array(await streamToPromise(stream)), {
    headers: { "Content-Type": "application/xml; charset=utf-8" },
  });
}
