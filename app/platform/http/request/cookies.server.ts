import { locales, type Locale } from "#app/domain/words.ts";

/** Returns the session's cookie. Browsers refuse the `__Host-` prefix without https, so a site without it uses the plain name. */
export const sessionCookieName = (publicUrl: URL) => (publicUrl.protocol === "https:" ? "__Host-sessie" : "sessie");
const languageCookieName = "taal";
const secureLanguageCookieName = "__Host-taal";

/** Returns one cookie of a `Cookie` header; undefined when it is not there. The first one counts. */
export function cookieIn(header: string | null | undefined, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** Returns the language that was chosen in this browser; undefined where none was. */
export function chosenLanguage(header: string | null | undefined): Locale | undefined {
  const chosen = cookieIn(header, secureLanguageCookieName) ?? cookieIn(header, languageCookieName);
  return locales.find((each) => each === chosen);
}
/** Answers the language that a visitor chose; it is Dutch until then. */
export const languageIn = (header: string | null | undefined): Locale => chosenLanguage(header) ?? "nl";

/** Writes the `Set-Cookie` that remembers a language for a year. */
export function languageCookie(locale: Locale, publicUrl: URL): string {
  const rest = `${locale}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`;
  return publicUrl.protocol === "https:"
    ? `${secureLanguageCookieName}=${rest}; Secure`
    : `${languageCookieName}=${rest}`;
}
