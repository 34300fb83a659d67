import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Locale } from "#app/domain/words.ts";
import { cap, Overloaded, type Cap } from "./concurrency-limit.server.ts";
import type { Carried } from "./context.server.ts";
import { cookieIn, languageIn, sessionCookieName } from "./cookies.server.ts";
import { asRequest, asVisitor, type FrameworkDoor, type Streamed } from "./framework.server.ts";
import { counted, inspect, limitFor, split, takesFiles, TooLarge, type Grounds } from "./gate.server.ts";
import { personal, securityHeaders } from "./headers.server.ts";
import { told, type Ready } from "./health.server.ts";
import { keeper, type KeptPage } from "./page-cache.server.ts";
import { log, traces, unmarked } from "#app/platform/runtime/log.server.ts";
import { send, type Drawn } from "./reply.server.ts";
import { notModified, unchanged, type StaticFile } from "./static.server.ts";

/** Everything the listener leans on, so that tests and development can give their own. */
export type Place = {
  house: URL;
  grounds: Grounds;
  kept: readonly RegExp[];
  keepSeconds: number;
  framework: FrameworkDoor;
  load: Cap;
  files: ReadonlyMap<string, StaticFile>;
  ready: () => Promise<Ready>;
  errorPage: (status: number, why: string | null, requestId: string, locale: Locale) => string;
};
/** Slow senders of files hold a place of these, not of the pages'. */
const uploadsAtOnce = 8;

/** The place with what it keeps while it is open. */
type Desk = Place & { pages: ReturnType<typeof keeper>; uploads: Cap; session: string };
type Turn = { request: IncomingMessage; response: ServerResponse; requestId: string };

/**
 * One request from socket to answer: id and headers, gate, files, kept pages, then the framework within the load cap.
 */
export function listener(place: Place): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const fixed = Object.entries(securityHeaders(place.house));
  const desk: Desk = {
    ...place,
    pages: keeper(place.keepSeconds),
    uploads: cap(uploadsAtOnce, { patience: 5000 }),
    session: sessionCookieName(place.house),
  };
  return async (request, response) => {
    const turn = { request, response, requestId: randomUUID() };
    const began = performance.now();
    response.setHeaders(new Map([...fixed, ["X-Request-Id", turn.requestId]]));
    response.once("finish", () => accessLine(request, response, turn.requestId, performance.now() - began));
    await answer(desk, turn).catch((error) => {
      if (error instanceof TooLarge) return refuse(desk, turn, 413, "too_large");
      if (error instanceof Overloaded) return refuse(desk, turn, 503, "busy");
      if (request.destroyed && !request.complete) return void response.destroy();
      log("error", "failed outside the framework", { requestId: turn.requestId, ...traces(error) });
      refuse(desk, turn, 500, null);
    });
  };
}

async function answer(desk: Desk, turn: Turn): Promise<void> {
  const { request, response } = turn;
  const path = split(request.url ?? "")[0];
  const reading = request.method !== "POST";
  if (reading && path === "/healthz") return send(request, response, told(200, { alive: true }));
  if (reading && path === "/readyz") {
    const ready = await desk.ready();
    return send(request, response, told(ready.ready ? 200 : 503, ready));
  }
  const stop = inspect(request, desk.grounds);
  if (stop) return refuse(desk, turn, stop.status, stop.why);
  const file = reading ? desk.files.get(path) : undefined;
  if (file)
    return send(request, response, unchanged(request.headers["if-none-match"], file.etag) ? notModified(file) : file);
  if (await keptPage(desk, turn, path)) return;
  await framework(desk, turn, path);
}

function refuse(desk: Desk, { request, response, requestId }: Turn, status: number, why: string | null): void {
  if (response.headersSent) return void response.destroy();
  closing(request, response);
  const html = desk.errorPage(status, why, requestId, languageIn(request.headers.cookie));
  send(request, response, {
    status,
    headers: [["Content-Type", "text/html; charset=utf-8"], ...Object.entries(personal)],
    body: Buffer.from(html),
  });
}

async function keptPage(desk: Desk, turn: Turn, path: string): Promise<boolean> {
  const { request, response, requestId } = turn;
  if (
    request.method === "POST" ||
    cookieIn(request.headers.cookie, desk.session) !== undefined ||
    !desk.kept.some((route) => route.test(path))
  )
    return false;
  const language = languageIn(request.headers.cookie);
  const draw = async () =>
    drawnOf(await desk.load.within(() => desk.framework(asVisitor(request, desk.house, language), { requestId })));
  const page = await desk.pages.through(`${language} ${request.url}`, draw);
  if (page.status >= 400 && page.status !== 404) return (refuse(desk, turn, page.status, null), true);
  send(
    request,
    response,
    "etag" in page
      ? shared(page, request, desk.keepSeconds)
      : { ...page, headers: [...page.headers, ...Object.entries(personal)] },
  );
  return true;
}

async function framework(desk: Desk, turn: Turn, path: string): Promise<void> {
  const { request, response, requestId } = turn;
  const gone = new AbortController();
  // Only when the reader left early: making the abort of every request costs a stack trace each.
  response.once("close", () => response.writableFinished || gone.abort());
  const files = request.method === "POST" && takesFiles(path, desk.grounds);
  const bounded = () => counted(request, limitFor(path, desk.grounds));
  const body = request.method !== "POST" ? null : files ? bounded() : await whole(bounded());
  const work = () => desk.framework(asRequest(request, desk.house, body, gone.signal), { requestId } satisfies Carried);
  const drawn = await (files ? desk.uploads.within(work) : desk.load.within(work));
  const header = (wanted: string) => drawn.headers.find(([name]) => name === wanted)?.[1];
  if (drawn.status >= 400 && !header("content-type")?.startsWith("text/html"))
    return refuse(desk, turn, drawn.status, header("x-why") ?? null);
  if (!request.complete && request.method === "POST") closing(request, response);
  const headers =
    header("cache-control") === undefined ? [...drawn.headers, ...Object.entries(personal)] : drawn.headers;
  if ("stream" in drawn) return stream(request, response, { ...drawn, headers });
  send(request, response, { ...drawn, headers });
}

/** What changed something, failed or was refused is worth a line; reading is not. */
function accessLine(request: IncomingMessage, response: ServerResponse, requestId: string, took: number) {
  const { statusCode: status } = response;
  if (request.method === "POST" || status >= 400)
    log(status >= 500 ? "warn" : "info", "request", {
      requestId,
      method: request.method,
      path: unmarked(split(request.url ?? "")[0]),
      status,
      ms: Math.round(took),
    });
}

/**
 * After an answer given before the whole body came, the connection ends: what still comes is thrown away for a second,
 * so that the answer arrives.
 */
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
  page.headers = [
    ...page.headers.filter(([name]) => !/^(etag|cache-control|vary)$/i.test(name)),
    ["ETag", page.etag],
    ["Cache-Control", `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=${seconds}`],
    ["Vary", "Cookie, Accept-Encoding"],
  ];
  return unchanged(request.headers["if-none-match"], page.etag) ? notModified(page) : page;
}

async function stream(request: IncomingMessage, response: ServerResponse, { status, headers, stream: body }: Streamed) {
  response.writeHead(
    status,
    headers.flatMap(([name, value]) => [name, value]),
  );
  if (request.method === "HEAD") return void (await body.cancel(), response.end());
  await pipeline(Readable.fromWeb(body as never), response).catch(() => response.destroy());
}
