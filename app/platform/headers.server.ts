/**
 * Headers of every answer: pages, files, refusals, errors (TRUST.md H9). No page ships a script, so none may run;
 * `Referrer-Policy` is same-origin, since with `no-referrer` browsers send `Origin: null` on forms.
 */
export function securityHeaders(house: URL): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy":
      "default-src 'self'; script-src 'none'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ...(house.protocol === "https:" ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** What is made for one person is kept nowhere. */
export const personal = { "Cache-Control": "no-store" } as const;
