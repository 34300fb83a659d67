import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { StreamedReply } from "#app/platform/http/pages/framework.server.ts";
import type { CachedPage } from "#app/platform/http/pages/page-cache.server.ts";
import type { BufferedReply } from "#app/platform/http/reply/reply.server.ts";
import { notModified, unchanged } from "#app/platform/http/reply/static.server.ts";

/** Returns the page as one text: a file cannot be kept. */
export async function bufferedOnly(answer: BufferedReply | StreamedReply): Promise<BufferedReply> {
  if ("body" in answer) return answer;
  await answer.stream.cancel();
  throw new Error("a cached page cannot be a file");
}

/** Returns a cached page as it goes out: a browser asks each time, a proxy in front may keep it for as long as we do. */
export function cachedReply(page: CachedPage, request: IncomingMessage, seconds: number): BufferedReply {
  page.headers = [
    ...page.headers.filter(([name]) => !/^(etag|cache-control|vary)$/i.test(name)),
    ["ETag", page.etag],
    ["Cache-Control", `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=${seconds}`],
    ["Vary", "Cookie, Accept-Encoding"],
  ];
  return unchanged(request.headers["if-none-match"], page.etag) ? notModified(page) : page;
}

/** Sends a file as it is read, until it is all sent or the reader goes away. */
export async function stream(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, stream: body }: StreamedReply,
) {
  response.writeHead(
    status,
    headers.flatMap(([name, value]) => [name, value]),
  );
  if (request.method === "HEAD") return void (await body.cancel(), response.end());
  await pipeline(Readable.fromWeb(body as never), response).catch(() => response.destroy());
}
