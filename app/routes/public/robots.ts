import { publicUrl, resource } from "#app/platform/guard/guard.server.ts";

/** Crawlers may read what is public; searches and personal pages are not worth their time. */
export const loader = resource(
  async () => {
    const lines = [
      "User-agent: *",
      ...["/vraagstukken?", "/account", "/mijn-werk", "/inloggen", "/post"].map((path) => `Disallow: ${path}`),
      `Sitemap: ${new URL("/sitemap.xml", publicUrl()).href}`,
      "",
    ];
    return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
  },
  { open: true, keep: true },
);
