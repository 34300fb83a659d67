import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import { resource } from "#app/platform/guard/guard.server.ts";
import { siteMapAnswer } from "#app/platform/guard/feeds.server.ts";
import { siteMap } from "#app/services/market/feed.server.ts";

/** Search engines find every public address here, and nothing else. */
export const loader = resource(async ({ ctx }) => siteMapAnswer(await siteMap(ctx)), {
  open: true,
  topics: ofAll,
  aSecondOld: true,
});
