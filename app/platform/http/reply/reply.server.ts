import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

type Header = readonly [name: string, value: string];
/** Describes an answer in full: small enough to be in memory. Compressed forms are made when first asked for, and stay with it. */
export type BufferedReply = {
  status: number;
  headers: readonly Header[];
  body: Buffer;
  br?: Buffer | undefined;
  gzip?: Buffer | undefined;
};

/** Below this compression costs more than it saves; only text is worth it. */
const leastToCompress = 1024;
const compressible = /^(text\/|application\/(json|javascript|([\w.]+\+)?xml)|image\/svg)/;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 16 } };

/**
 * Writes an answer with its length, compressed when the browser takes it. HEAD gets the same headers without a body.
 */
export function send(request: IncomingMessage, response: ServerResponse, drawn: BufferedReply): void {
  const headers = new Map<string, string | string[]>();
  for (const [name, value] of drawn.headers)
    headers.set(
      name.toLowerCase(),
      name.toLowerCase() === "set-cookie" ? [...(headers.get("set-cookie") ?? []), value] : value,
    );
  let { body } = drawn;
  if (body.length > leastToCompress && compressible.test(String(headers.get("content-type") ?? ""))) {
    const encoding = encodingFor(String(request.headers["accept-encoding"] ?? ""));
    if (encoding) {
      body = drawn[encoding] ??= encoding === "br" ? brotliCompressSync(body, brotli) : gzipSync(body, { level: 5 });
      headers.set("content-encoding", encoding);
    }
    if (!headers.has("vary")) headers.set("vary", "Accept-Encoding");
  }
  if (drawn.status === 503 || drawn.status === 429) headers.set("retry-after", "10");
  if (drawn.status !== 304) headers.set("content-length", String(body.length));
  response.writeHead(drawn.status, Object.fromEntries(headers));
  response.end(request.method === "HEAD" || drawn.status === 304 ? undefined : body);
}

/** Prefers Brotli before gzip; whatever is refused with `q=0` is not used. */
function encodingFor(accepted: string): "br" | "gzip" | null {
  const takes = (name: string) =>
    accepted.split(",").some((each) => each.trim().split(";")[0] === name && !/;\s*q=0(\.0*)?\s*$/.test(each));
  return takes("br") ? "br" : takes("gzip") ? "gzip" : null;
}
