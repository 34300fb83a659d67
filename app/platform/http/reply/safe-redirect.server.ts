/**
 * Returns a redirect that stays on this site (docs/trust.md H17): a path with its query, or "/" for anything else.
 * Normalising an address can itself make a `//`, so the result is checked too.
 */
export function safeRedirectPath(to: string | null | undefined, publicUrl: URL): string {
  if (!to?.startsWith("/") || /[\0-\x20\\]/.test(to) || !URL.canParse(to, publicUrl)) return "/";
  const { origin, pathname, search } = new URL(to, publicUrl);
  return origin === publicUrl.origin && !pathname.startsWith("//") ? pathname + search : "/";
}
