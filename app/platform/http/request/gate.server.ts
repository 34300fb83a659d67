import type { IncomingHttpHeaders } from "node:http";
import { largestFile } from "#app/domain/files/stored-file.ts";
import type { Why } from "#app/domain/refusal.ts";

/** Says what is known of a request before its body. */
type Head = {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
  rawHeaders: readonly string[];
};
/**
 * Holds what the gate must know of the product: its address, which addresses take files, and which one click of a
 * mail program may reach.
 */
export type GatePolicy = { origin: URL; uploads: readonly RegExp[]; oneClicks: readonly RegExp[] };
type Blocked = { status: number; because: string; why: Why };

/**
 * Holds bytes of a body: a form of four pages of text fits many times; files may be 25 MB together, with some room
 * for the form around them.
 */
export const limits = { form: 100_000, upload: largestFile + 750_000, url: 4096 } as const;

const blocked = (status: number, because: string, why: Why): Blocked => ({ status, because, why });

/**
 * Stops what must never reach the framework (docs/trust.md H2 to H7), judged by the head of the request alone; null
 * lets it through. A POST comes from our own pages only: `Sec-Fetch-Site`, and `Origin` when sent, are held against the
 * address of the product, never against Host.
 */
export function inspect(head: Head, grounds: GatePolicy): Blocked | null {
  const { method = "", url = "", headers } = head;
  if (!["GET", "HEAD", "POST"].includes(method)) return blocked(405, "method", "method");
  if (url.length > limits.url) return blocked(414, "length", "malformed");
  const [path, query] = split(url);
  if (!path.startsWith("/") || path.startsWith("//") || !readable(path) || !readable(query))
    return blocked(400, "path", "malformed");
  const asked = new URLSearchParams(query);
  if (asked.has("_data") || asked.has("_routes") || /^\/__manifest|\.data$/.test(decodeURIComponent(path)))
    return blocked(400, "framework parameter", "malformed");
  if (headers.host === undefined || hasDuplicateHeader(head.rawHeaders)) return blocked(400, "headers", "malformed");
  if (headers.host !== grounds.origin.host) return blocked(421, "host", "malformed");
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== "100-continue")
    return blocked(417, "expectation", "malformed");
  return method === "POST"
    ? inspectPost(path, headers, grounds)
    : hasBody(headers)
      ? blocked(413, "body", "too_large")
      : null;
}

/** What the gate judges by comes once: of two, Node would take the first and a proxy before us perhaps the second. */
const decisive: ReadonlySet<string> = new Set([
  "host",
  "origin",
  "sec-fetch-site",
  "content-type",
  "content-length",
  "transfer-encoding",
  "expect",
]);
/** Tells whether a header by which the gate judges stands in the request more than once. */
export function hasDuplicateHeader(rawHeaders: readonly string[]): boolean {
  const seen: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? "").toLowerCase();
    if (!decisive.has(name)) continue;
    if (seen.includes(name)) return true;
    seen.push(name);
  }
  return false;
}

const formTypes: readonly string[] = ["application/x-www-form-urlencoded", "multipart/form-data"];
function inspectPost(path: string, headers: IncomingHttpHeaders, grounds: GatePolicy): Blocked | null {
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  const long = Number(headers["content-length"] ?? 0) > limitFor(path, grounds);
  // A mail program posts for its reader, from anywhere and in either type; the token in the address is all it brings
  // (RFC 8058).
  if (grounds.oneClicks.some((route) => route.test(path)))
    return !formTypes.includes(type ?? "")
      ? blocked(415, "content type", "unsupported")
      : long
        ? blocked(413, "length", "too_large")
        : null;
  const site = headers["sec-fetch-site"];
  const { origin } = grounds.origin;
  if (site ? !["same-origin", "none"].includes(String(site)) : headers.origin !== origin)
    return blocked(403, "cross-site", "cross_site");
  if (headers.origin !== undefined && headers.origin !== origin) return blocked(403, "origin", "cross_site");
  const upload = takesFiles(path, grounds);
  if (type !== (upload ? "multipart/form-data" : "application/x-www-form-urlencoded"))
    return blocked(415, "content type", "unsupported");
  // A form with files knows its own page: its guard refuses what is too long beside the field (`files/upload.server`).
  return long && !upload ? blocked(413, "length", "too_large") : null;
}

/** Tells whether a form of this address may bring files. */
export const takesFiles = (path: string, { uploads }: GatePolicy) => uploads.some((route) => route.test(path));
/** Says how many bytes a form of this address may have. */
export const limitFor = (path: string, grounds: GatePolicy) =>
  takesFiles(path, grounds) ? limits.upload : limits.form;
const hasBody = (headers: IncomingHttpHeaders) =>
  Number(headers["content-length"] ?? 0) > 0 || headers["transfer-encoding"] !== undefined;

/** Answers the path and query of a request's address. */
export function split(url: string): [path: string, query: string] {
  const at = url.indexOf("?");
  return at === -1 ? [url, ""] : [url.slice(0, at), url.slice(at + 1)];
}

/** Says whether it can be decoded and has no control characters or backslashes, as sent and as decoded. */
function readable(part: string): boolean {
  try {
    return !/[\0-\x1f\x7f\\]/.test(part) && !/[\0-\x1f\x7f\\]/.test(decodeURIComponent(part.replaceAll("+", " ")));
  } catch {
    return false;
  }
}
