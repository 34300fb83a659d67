import type { Locale } from "#app/domain/words.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { setLocale } from "#db/queries/account/locale.server.ts";
import { languageCookie } from "./cookies.server.ts";
import type { SignedIn } from "./context.server.ts";
import { publicUrl } from "#app/platform/runtime/runtime.server.ts";

/**
 * Remembers the language with the account, when there is one, and answers the cookie that remembers it in this browser.
 */
export async function chooseLanguage(
  { ctx, signed }: { ctx: Context; signed: SignedIn | null },
  locale: Locale,
): Promise<string[]> {
  if (signed) await inTransaction(ctx, ({ db }) => setLocale(db, signed.actor.id, locale));
  return [languageCookie(locale, publicUrl())];
}
