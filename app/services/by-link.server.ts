import { refuse } from "#app/domain/refusal.ts";
import { allCentreIds } from "#db/queries/centres.server.ts";
import { liveToken } from "#db/queries/people.server.ts";
import { desk, inTransaction, type Context, type Inside } from "./context.ts";
import { clerk } from "./deadlines.server.ts";
import type { PersonalLink } from "./links.server.ts";
import { tokenHash } from "./tokens.server.ts";

type Link = { inside: Inside; payload: Record<string, string>; tokenId: string };
/** The house as a personal link opens it: no person, the reach of the clock. Refuses `link_invalid` for an old, used or guessed link. */
export async function byLink<T>(ctx: Context, about: PersonalLink["about"], token: string, work: (link: Link) => Promise<T>): Promise<T> {
  const tokenId = tokenHash(token);
  const centres = await ctx.transact(desk, allCentreIds);
  return inTransaction({ ...clerk(ctx, centres), locale: ctx.locale }, async (inside) => {
    const found = (await liveToken(inside.db, tokenId, about, inside.now())) ?? refuse("link_invalid");
    return work({ inside, payload: found.payload, tokenId });
  });
}
