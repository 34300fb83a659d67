import { nobody, reachOf } from "#app/domain/workflow/policy.ts";
import type { Context } from "#app/services/context.ts";
import type { Client } from "./client.server.ts";
import type { Body } from "./body.server.ts";
import { chosenLanguage } from "./cookies.server.ts";
import { runtime } from "#app/platform/runtime/runtime.server.ts";
import type { Sent } from "#app/ui/shell/shell.ts";
import { currentActor, type SignedIn } from "#app/platform/session/session.server.ts";

export type { SignedIn };

/** This travels beside one request, from the server to loaders, actions and the drawing of the page. */
export type RequestState = {
  requestId: string;
  client: Client;
  /** Holds the address as it may be written down. */
  path: string;
  signed?: Promise<SignedIn | null>;
  /** Holds the body of a form with files, which nobody has begun to read. */
  body?: Body;
  /** Holds the form that was sent, as far as it was read: whatever comes of it, its text is given back. */
  sent?: () => Sent;
  /** For the line in the log (docs/operations.md 10): who asked, by number, and the reason of a refusal. */
  person?: string;
  why?: string | null;
};

/** Tells who is behind the request; null for a visitor. Read once per request, however many loaders ask. */
const signedIn = (request: Request, carried: RequestState): Promise<SignedIn | null> =>
  (carried.signed ??= currentActor(request));

/** Tells who is behind a request, and how they reach what they ask for; `half` is somebody before their second step. */
type Reached = { ctx: Context; signed: SignedIn | null; half: SignedIn | null };
/**
 * Returns the one door for time, ids, database and person. A visitor reaches what is public, and so does who is only
 * half in: to every page and form but those of the second step they are nobody (docs/trust.md 3.17).
 */
export async function contextFor(request: Request, carried: RequestState): Promise<Reached> {
  const known = await signedIn(request, carried);
  if (known) carried.person = known.actor.id;
  const signed = known?.standing === "whole" ? known : null;
  const half = signed ? null : known;
  const actor = signed?.actor ?? nobody;
  // Whoever is half in may choose a language too: like a visitor, in this browser alone.
  const locale = signed?.locale ?? chosenLanguage(request.headers.get("cookie")) ?? half?.locale ?? "nl";
  const factor = signed?.hasFactor ? { factor: "asked" as const } : {};
  const ctx = { ...runtime(), actor, reach: reachOf(actor), locale, requestId: carried.requestId, ...factor };
  return { ctx, signed, half };
}
