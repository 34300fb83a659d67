import { resource } from "#app/platform/guard/guard.server.ts";
import { suggest } from "#app/services/market/market.server.ts";

/** Gives titles that fit what is being typed, for people with a session; what they may not find is not offered. */
export const loader = resource(async ({ ctx, url }) =>
  Response.json({ titles: await suggest(ctx, url.searchParams.get("zoek") ?? "") }),
);
