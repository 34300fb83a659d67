import { refuse } from "#app/domain/refusal.ts";
import { liveToken } from "#db/queries/account/tokens.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import type { PersonalLink } from "#app/services/letters/link-letters.server.ts";
import { tokenHash } from "./tokens.server.ts";

type Link = { inside: Inside; payload: Record<string, string>; tokenId: string };
/**
 * Makes a context for whoever opens a personal link: no person, and the reach of the clock. Refuses `link_invalid`
 * for an old, used or guessed link.
 */
export async function magicLinkContext<T>(
  ctx: Context,
  about: PersonalLink["about"],
  token: string,
  work: (link: Link) => Promise<T>,
): Promise<T> {
  const tokenId = tokenHash(token);
  return inTransaction({ ...(await systemContextEverywhere(ctx)), locale: ctx.locale }, async (inside) => {
    const found = (await liveToken(inside.db, tokenId, about, inside.now())) ?? refuse("link_invalid");
    return work({ inside, payload: found.payload, tokenId });
  });
}
