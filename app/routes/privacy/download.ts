import { resource } from "#app/platform/guard/guard.server.ts";
import { ownArchive } from "#app/platform/guard/own-data.server.ts";
import { ownData } from "#app/services/privacy/own-data.server.ts";

/** Gives everything of oneself as one archive; of nobody else, since it names nobody. */
export const loader = resource(async ({ ctx }) => ownArchive(await ownData(ctx), ctx.locale));
