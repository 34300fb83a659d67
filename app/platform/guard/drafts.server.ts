import { draftDays } from "#app/domain/intake/draft.ts";
import { cookieIn } from "#app/platform/http/request/cookies.server.ts";
import { publicUrl } from "#app/platform/runtime/runtime.server.ts";

/** Names the cookie of a visitor's draft. Browsers refuse the `__Host-` prefix without https, as for the session. */
const name = () => (publicUrl().protocol === "https:" ? "__Host-concept" : "concept");
const write = (value: string, seconds: number) =>
  `${name()}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${publicUrl().protocol === "https:" ? "; Secure" : ""}`;
/** Returns the secret by which a browser holds its draft; '' without one. */
export const draftKeyIn = (request: Request): string => cookieIn(request.headers.get("cookie"), name()) ?? "";
export const draftCookie = (key: string): string => write(key, draftDays * 86_400);
export const forgetDraft = (): string => write("", 0);
