/**
 * A way back that stays in this house (docs/trust.md H17): a path with its query, or "/" for anything else.
 * Normalising an address can itself make a `//`, so the result is checked too.
 */
export function safeRedirectPath(to: string | null | undefined, house: URL): string {
  if (!to?.startsWith("/") || /[\0-\x20\\]/.test(to) || !URL.canParse(to, house)) return "/";
  const { origin, pathname, search } = new URL(to, house);
  return origin === house.origin && !pathname.startsWith("//") ? pathname + search : "/";
}
