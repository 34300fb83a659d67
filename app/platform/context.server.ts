import { nobody, reachOf, type Actor } from "#app/domain/policy.ts";
import type { Locale } from "#app/domain/words.ts";
import type { Context } from "#app/services/context.ts";
import { languageIn } from "./cookies.server.ts";
import { outside } from "./outside.server.ts";

/** A person with a running session. */
export type Signed = { actor: Actor; locale: Locale; name: string; sessionId: string };
/** What travels beside one request, from the server to loaders, actions and the drawing of the page. */
export type Carried = { requestId: string; signed?: Promise<Signed | null> };

/** Who is behind the request; null for a visitor. Read once per request, however many loaders ask. */
export const signedIn = (request: Request, carried: Carried): Promise<Signed | null> => (carried.signed ??= recognise(request));
const recognise = async (_: Request): Promise<Signed | null> => null;

/** The one door for time, ids, database and person. A visitor reaches what is public. */
export async function contextFor(request: Request, carried: Carried): Promise<{ ctx: Context; signed: Signed | null }> {
  const signed = await signedIn(request, carried);
  const actor = signed?.actor ?? nobody;
  const locale = signed?.locale ?? languageIn(request.headers.get("cookie"));
  return { ctx: { ...outside(), actor, reach: reachOf(actor), locale, requestId: carried.requestId }, signed };
}
