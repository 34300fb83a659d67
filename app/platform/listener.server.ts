import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Locale } from "#app/domain/words.ts";
import { cap, Full, type Cap } from "./cap.server.ts";
import type { Carried } from "./context.server.ts";
import { cookieIn, languageIn, sessionCookieName } from "./cookies.server.ts";
import { asRequest, asVisitor, type FrameworkDoor, type Streamed } from "./framework-door.server.ts";
import { counted, inspect, limitFor, split, takesFiles, TooLarge, type Grounds } from "./gate.server.ts";
import { personal, securityHeaders } from "./headers.server.ts";
import { told, type Ready } from "./health.server.ts";
import { keeper, type KeptPage } from "./kept.server.ts";
import { log, traces, unmarked } from "./log.server.ts";
import { send, type Drawn } from "./reply.server.ts";
import { notModified, unchanged, type StaticFile } from "./static.server.ts";

/** Everything the listener leans on, so that tests and development can give their own. */
export type Place = {
  house: URL; grounds: Grounds; kept: readonly RegExp[]; keepSeconds: number; framework: FrameworkDoor; load: Cap; files: ReadonlyMap<string, StaticFile>;
  ready: () => Promise<Ready>; errorPage: (status: number, why: string | null, requestId: string, locale: Locale) => string;
};
/** Slow senders of files hold a place of these, not of the pages'. */
const uploadsAtOnce = 8;

/** One request from socket to answer: id and headers, gate, files, kept pages, then the framework within the load cap. */
export function listener(place: Place): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const fixed = Object.entries(securityHeaders(place.house));
  const pages = keeper(place.keepSeconds);
  const uploads = cap(uploadsAtOnce, { patience: 5000 });
  const session = sessionCookieName(place.house);

  const refuse = (request: IncomingMessage, response: ServerResponse, status: number, why: string | null, requestId: string) => {
    if (response.headersSent) return void response.destroy();
    closing(request, response);
    const html = place.errorPage(status, why, requestId, languageIn(request.headers.cookie));
    send(request, response, { status, headers: [["Content-Type", "text/html; charset=utf-8"], ...Object.entries(personal)], body: Buffer.from(html) });
  };

  const keptPage = async (request: IncomingMessage, response: ServerResponse, path: string, requestId: string): Promise<boolean> => {
    if (request.method === "POST" || cookieIn(request.headers.cookie, session) !== undefined || !place.kept.some((route) => route.test(path))) return false;
    const language = languageIn(request.headers.cookie);
    const draw = async () => drawnOf(await place.load.within(() => place.framework(asVisitor(request, place.house, language), { requestId })));
    const page = await pages.through(`${language} ${request.url}`, draw);
    if (page.status >= 400 && page.status !== 404) return refuse(request, response, page.status, null, requestId), true;
    send(request, response, "etag" in page ? shared(page, request, place.keepSeconds) : { ...page, headers: [...page.headers, ...Object.entries(personal)] });
    return true;
  };

  const framework = async (request: IncomingMessage, response: ServerResponse, path: string, requestId: string) => {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const carried: Carried = { requestId };
    const files = request.method === "POST" && takesFiles(path, place.grounds);
    const body = request.method !== "POST" ? null : files ? counted(request, limitFor(path, place.grounds)) : await whole(counted(request, limitFor(path, place.grounds)));
    const answer = () => place.framework(asRequest(request, place.house, body, gone.signal), carried);
    const drawn = await (files ? uploads.within(answer) : place.load.within(answer));
    const type = drawn.headers.find(([name]) => name === "content-type")?.[1] ?? "";
    if (drawn.status >= 400 && !type.startsWith("text/html")) return refuse(request, response, drawn.status, drawn.headers.find(([name]) => name === "x-why")?.[1] ?? null, requestId);
    if (!request.complete && request.method === "POST") closing(request, response);
    const headers = drawn.headers.some(([name]) => name === "cache-control") ? drawn.headers : [...drawn.headers, ...Object.entries(personal)];
    if ("stream" in drawn) return stream(request, response, { ...drawn, headers });
    send(request, response, { ...drawn, headers });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, requestId: string) => {
    const path = split(request.url ?? "")[0];
    if (request.method !== "POST" && path === "/healthz") return send(request, response, told(200, { alive: true }));
    if (request.method !== "POST" && path === "/readyz") {
      const ready = await place.ready();
      return send(request, response, told(ready.ready ? 200 : 503, ready));
    }
    const stop = inspect(request, place.grounds);
    if (stop) return refuse(request, response, stop.status, stop.why, requestId);
    const file = request.method === "POST" ? undefined : place.files.get(path);
    if (file) return send(request, response, unchanged(request.headers["if-none-match"], file.etag) ? notModified(file) : file);
    if (await keptPage(request, response, path, requestId)) return;
    await framework(request, response, path, requestId);
  };

  return async (request, response) => {
    const requestId = randomUUID();
    const began = performance.now();
    response.setHeaders(new Map([...fixed, ["X-Request-Id", requestId]]));
    response.once("finish", () => accessLine(request, response, requestId, performance.now() - began));
    await answer(request, response, requestId).catch((error) => {
      if (error instanceof TooLarge) return refuse(request, response, 413, "too_large", requestId);
      if (error instanceof Full) return refuse(request, response, 503, "busy", requestId);
      if (request.destroyed && !request.complete) return void response.destroy();
      log("error", "failed outside the framework", { requestId, ...traces(error) });
      refuse(request, response, 500, null, requestId);
    });
  };
}

/** What changed something, failed or was refused is worth a line; reading is not. */
function accessLine(request: IncomingMessage, response: ServerResponse, requestId: string, took: number) {
  const { statusCode: status } = response;
  if (request.method === "POST" || status >= 400) log(status >= 500 ? "warn" : "info", "request", { requestId, method: request.method, path: unmarked(split(request.url ?? "")[0]), status, ms: Math.round(took) });
}

/** After an answer given before the whole body came, the connection ends: what still comes is thrown away for a second, so that the answer arrives. */
function closing(request: IncomingMessage, response: ServerResponse) {
  if (request.complete || request.method === "GET" || request.method === "HEAD") return;
  response.setHeader("Connection", "close");
  request.unpipe();
  request.resume();
  response.once("finish", () => setTimeout(() => request.socket.destroy(), 1000).unref());
}

async function whole(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function drawnOf(answer: Drawn | Streamed): Promise<Drawn> {
  if ("body" in answer) return answer;
  await answer.stream.cancel();
  throw new Error("a kept page cannot be a file");
}

/** A kept page as it goes out: held by no browser without asking, by a proxy in front for as long as by us. */
function shared(page: KeptPage, request: IncomingMessage, seconds: number): Drawn {
  page.headers = [...page.headers.filter(([name]) => !/^(etag|cache-control|vary)$/i.test(name)), ["ETag", page.etag],
    ["Cache-Control", `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=${seconds}`], ["Vary", "Cookie, Accept-Encoding"]];
  return unchanged(request.headers["if-none-match"], page.etag) ? notModified(page) : page;
}

async function stream(request: IncomingMessage, response: ServerResponse, { status, headers, stream: body }: Streamed) {
  response.writeHead(status, headers.flatMap(([name, value]) => [name, value]));
  if (request.method === "HEAD") return void (await body.cancel(), response.end());
  await pipeline(Readable.fromWeb(body as never), response).catch(() => response.destroy());
}
