import { unchanging } from "#app/domain/market/topics-of-pages.ts";
import { publicUrl, resource } from "#app/platform/guard/guard.server.ts";
import { urls } from "#app/urls.ts";

/** Crawlers may read what is public; searches and personal pages are not worth their time. */
export const loader = resource(
  async () => {
    const lines = [
      "User-agent: *",
      ...[
        `${urls.market.market}?`,
        urls.account.account,
        urls.work.myWork,
        urls.account.login,
        urls.letters.demoPost,
      ].map((path) => `Disallow: ${path}`),
      `Sitemap: ${new URL(urls.public.sitemap, publicUrl()).href}`,
      "",
    ];
    return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
  },
  { open: true, topics: unchanging },
);
