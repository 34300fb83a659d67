/** Everything comes from this server, and nothing may put a page inside a frame. */
const policy = (scripts: "'none'" | "'self'") =>
  [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
/** Is for the few pages of people with a session that are helped by a script: a file of our own, never one in the page. */
export const withScript = policy("'self'");
/**
 * Returns headers of every answer: pages, files, refusals, errors (docs/trust.md H9). Hardly any page ships a script,
 * so none may run unless the page says so; `Referrer-Policy` is same-origin, since with `no-referrer` browsers send
 * `Origin: null` on forms.
 */
export function securityHeaders(origin: URL): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": policy("'none'"),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ...(origin.protocol === "https:" ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** What is made for one person is kept nowhere. */
export const personal = { "Cache-Control": "no-store" } as const;
