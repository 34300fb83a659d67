import { SitemapStream, streamToPromise } from "sitemap";
import { houseUrl, resource } from "#app/platform/guard.server.ts";
import { siteMap } from "#app/services/feed.server.ts";

/** For search engines: every public address, and nothing else. */
export const loader = resource(async ({ ctx }) => {
  const stream = new SitemapStream({ hostname: houseUrl().href });
  for (const { path, at } of await siteMap(ctx)) stream.write({ url: path, ...(at ? { lastmod: at.toISOString() } : {}) });
  stream.end();
  return new Response(new Uint8Array(await streamToPromise(stream)), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}, { open: true, keep: true });
