import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Locale } from "#app/domain/words.ts";
import type { Client } from "#app/platform/http/request/client.server.ts";
import {
  concurrencyLimit,
  Overloaded,
  type ConcurrencyLimit,
  type WorkOf,
} from "#app/platform/runtime/concurrency-limit.server.ts";
import { sentAtFirst } from "#app/platform/http/request/beginning.server.ts";
import { bodyOf, readWhole, TooLarge } from "#app/platform/http/request/body.server.ts";
import type { RequestState } from "#app/platform/http/request/context.server.ts";
import { cookieIn, languageIn, sessionCookieName } from "#app/platform/http/request/cookies.server.ts";
import { asRequest, asVisitor, type FrameworkHandler } from "#app/platform/http/pages/framework.server.ts";
import {
  inspect,
  hasDuplicateHeader,
  limitFor,
  split,
  takesFiles,
  type GatePolicy,
} from "#app/platform/http/request/gate.server.ts";
import { personal, securityHeaders } from "#app/platform/http/reply/headers.server.ts";
import { jsonReply, type Ready } from "#app/platform/http/health/health.server.ts";
import { noteCache } from "#app/platform/runtime/vitals.server.ts";
import { pageCache } from "#app/platform/http/pages/page-cache.server.ts";
import { sentForm } from "#app/platform/http/request/form.server.ts";
import type { Sent } from "#app/ui/shell/shell.ts";
import type { CachedRoute, Wayfinder } from "#app/platform/http/pages/route-table.server.ts";
import { log, errorFields } from "#app/platform/runtime/log.server.ts";
import { measured, type Way } from "#app/platform/runtime/metrics.server.ts";
import { send, type BufferedReply } from "#app/platform/http/reply/reply.server.ts";
import { closeAfterReply } from "./lingering.server.ts";
import { bufferedOnly, cachedReply, stream } from "./replies.server.ts";
import { notModified, unchanged, type StaticFile } from "#app/platform/http/reply/static.server.ts";

/** Describes everything the listener depends on, so that tests and development can bring their own. */
export type ListenerOptions = {
  origin: URL;
  gate: GatePolicy;
  cachedRoutes: readonly CachedRoute[];
  cacheSeconds: number;
  framework: FrameworkHandler;
  pageLimit: ConcurrencyLimit;
  files: ReadonlyMap<string, StaticFile>;
  /** Tells from where a request came. */
  clientOf: (request: IncomingMessage) => Client;
  /** Holds the account that was last let in from this browser, by a name of ours; '' for a browser that nobody logged in from. */
  browserOf: (request: IncomingMessage) => string;
  /** Tells whether more passwords were wrong than right from this address lately. */
  mostlyFails: (address: string) => boolean;
  ready: () => Promise<Ready>;
  /** Tells which route an address is of, and how it may be written down. */
  ways: Wayfinder;
  /** Holds the figures of this server, for whoever may see them; without it nobody. */
  metrics?: ((authorization: string | undefined) => Promise<BufferedReply>) | undefined;
  /** Write a line in the log for every request, and not only for what changed something, failed or was refused. */
  everyRequest?: boolean;
  /** Tells whether we would know by now if another server changed what is public. */
  isListening: () => boolean;
  errorPage: (status: number, why: string | null, requestId: string, locale: Locale, sent?: Sent) => string;
};
/** In the log and the figures: who asked was gone before there was an answer. */
const goneAway = 499;
/** Uploads have a limit of their own, so that slow senders never take the places of pages. */
const uploadsAtOnce = 8;
/** So many of them are one person's, or one address's: who sends slowly on purpose leaves places to others. */
const uploadsOfOne = 2;

/** Describes the options with what the server keeps while it runs. */
type ServerState = ListenerOptions & {
  cache: ReturnType<typeof pageCache>;
  uploadLimit: ConcurrencyLimit;
  session: string;
};
/** `state` goes along to the framework; what was sent is known there and here. */
type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  requestId: string;
  client: Client;
  state: RequestState;
  way: Way;
};

/**
 * Takes one request from socket to answer: id and headers, gate, files, cached pages, then the framework, as far as
 * the limit of simultaneous requests lets it.
 */
export function listener(
  options: ListenerOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const fixed = Object.entries(securityHeaders(options.origin));
  const server: ServerState = {
    ...options,
    cache: pageCache(options.cacheSeconds, { isListening: options.isListening }),
    uploadLimit: concurrencyLimit(uploadsAtOnce, { maxWait: 5000, perClient: uploadsOfOne, name: "uploads" }),
    session: sessionCookieName(options.origin),
  };
  noteCache(server.cache.size);
  return async (request, response) => {
    const [requestId, client] = [randomUUID(), options.clientOf(request)];
    const path = options.ways.written(split(request.url ?? "")[0]);
    const state = { requestId, client, path };
    const exchange: Exchange = { request, response, requestId, client, state, way: "refused" };
    const began = performance.now();
    response.setHeaders(new Map([...fixed, ["X-Request-Id", exchange.requestId]]));
    // It does not wait until it is finished: who went away before the answer came may have changed something all the same.
    response.once("close", () => noteAnswer(server, exchange, performance.now() - began));
    await answer(server, exchange).catch((error) => {
      if (error instanceof TooLarge) return refuse(server, exchange, 413, "too_large");
      if (error instanceof Overloaded) return refuseTyped(server, exchange, 503, "busy");
      if (request.destroyed && !request.complete) return void response.destroy();
      log("error", "failed outside the framework", { requestId: exchange.requestId, ...errorFields(error) });
      refuse(server, exchange, 500, null);
    });
  };
}

async function answer(server: ServerState, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const path = split(request.url ?? "")[0];
  const reading = request.method !== "POST";
  if (reading && isOfMachines(path, server)) exchange.way = "health";
  if (hasDuplicateHeader(request.rawHeaders)) return refuse(server, exchange, 400, "malformed");
  if (reading && path === "/healthz") return send(request, response, jsonReply(200, { alive: true }));
  if (reading && path === "/readyz") {
    const ready = await server.ready();
    return send(request, response, jsonReply(ready.ready ? 200 : 503, ready));
  }
  if (reading && path === "/metrics" && server.metrics)
    return send(request, response, await server.metrics(request.headers.authorization));
  const blocked = inspect(request, server.gate);
  if (blocked?.why === "too_large" && !reading) return refuseTyped(server, exchange, blocked.status, blocked.why);
  if (blocked) return refuse(server, exchange, blocked.status, blocked.why);
  if (request.headers.expect !== undefined) response.writeContinue();
  const file = reading ? server.files.get(path) : undefined;
  if (file) exchange.way = "file";
  if (file)
    return send(request, response, unchanged(request.headers["if-none-match"], file.etag) ? notModified(file) : file);
  if (await sendCachedPage(server, exchange, path)) return;
  await framework(server, exchange, path);
}

function refuse(
  server: ServerState,
  { request, response, requestId, state }: Exchange,
  status: number,
  why: string | null,
): void {
  if (response.headersSent) return void response.destroy();
  state.why ??= why;
  closeAfterReply(request, response);
  const html = server.errorPage(status, why, requestId, languageIn(request.headers.cookie), state.sent?.());
  send(request, response, {
    status,
    headers: [["Content-Type", "text/html; charset=utf-8"], ...Object.entries(personal)],
    body: Buffer.from(html),
  });
}

/** Does the same for a form that was not read: what was typed in it comes back as far as it can be had soon. */
async function refuseTyped(server: ServerState, exchange: Exchange, status: number, why: string): Promise<void> {
  const { request, state } = exchange;
  const unread = state.body ?? bodyOf(request, Infinity);
  const sent = state.sent ? undefined : await sentAtFirst(unread, request.url ?? "/");
  if (sent) state.sent = () => sent;
  refuse(server, exchange, status, why);
}

async function sendCachedPage(server: ServerState, exchange: Exchange, path: string): Promise<boolean> {
  const { request, response, requestId, client, state } = exchange;
  if (request.method === "POST" || cookieIn(request.headers.cookie, server.session) !== undefined) return false;
  const route = server.cachedRoutes.find(({ pattern }) => pattern.test(path));
  if (!route) return false;
  const language = languageIn(request.headers.cookie);
  const render = async () =>
    bufferedOnly(
      await server.pageLimit.run(
        () => server.framework(asVisitor(request, server.origin, language), { requestId, client, path: state.path }),
        turnOf(server, exchange),
      ),
    );
  exchange.way = "kept";
  const topics = route.topics(route.pattern.exec(path)?.groups ?? {});
  const page = await server.cache.getOrRender({
    key: `${language} ${request.url}`,
    topics,
    pinned: route.pinned,
    render,
    onServed: measured.cachedPage,
  });
  if (page.status >= 400 && page.status !== 404) return (refuse(server, exchange, page.status, null), true);
  send(
    request,
    response,
    "etag" in page
      ? cachedReply(page, request, server.cacheSeconds)
      : { ...page, headers: [...page.headers, ...Object.entries(personal)] },
  );
  return true;
}

async function framework(server: ServerState, exchange: Exchange, path: string): Promise<void> {
  const { request, response, state } = exchange;
  const gone = new AbortController();
  // Aborting costs a stack trace, so it is done only when the reader left early.
  response.once("close", () => response.writableFinished || gone.abort());
  const files = request.method === "POST" && takesFiles(path, server.gate);
  const body = bodyOf(request, limitFor(path, server.gate));
  // A form with files is read by its guard, once that knows who sends it (docs/trust.md H25).
  const form = request.method !== "POST" || files ? null : await readWhole(body);
  exchange.way = files ? "upload" : "page";
  if (files) state.body = body;
  if (form) state.sent = () => sentForm(request.url ?? "/", [...new URLSearchParams(form.toString("utf8"))]);
  const work = () => server.framework(asRequest(request, server.origin, form, gone.signal), state);
  const reply = await (files ? server.uploadLimit : server.pageLimit).run(work, turnOf(server, exchange));
  const header = (wanted: string) => reply.headers.find(([name]) => name === wanted)?.[1];
  if (reply.status >= 400 && !header("content-type")?.startsWith("text/html"))
    return refuse(server, exchange, reply.status, header("x-why") ?? null);
  if (!request.complete && request.method === "POST") closeAfterReply(request, response);
  const headers =
    header("cache-control") === undefined ? [...reply.headers, ...Object.entries(personal)] : reply.headers;
  if ("stream" in reply) return stream(request, response, { ...reply, headers });
  send(request, response, { ...reply, headers });
}

/**
 * Says whose turn it takes: a browser that is known has a line of its own, before those of addresses; an address from which
 * passwords are guessed comes last.
 */
function turnOf({ browserOf, mostlyFails }: ServerState, { request, client }: Exchange): WorkOf {
  const browser = browserOf(request);
  if (browser) return { client: browser, rank: 0 };
  return { client: client.address, rank: mostlyFails(client.address) ? 2 : 1 };
}

/** Tells where machines ask how this server does. */
const isOfMachines = (path: string, { metrics }: ServerState) =>
  path === "/healthz" || path === "/readyz" || (path === "/metrics" && metrics !== undefined);

/**
 * Counts an answer for whoever watches. What changed something, failed or was refused is worth a line; reading is
 * when asked for. It says who by number, and from where by a fingerprint.
 */
function noteAnswer(server: ServerState, { request, response, requestId, client, state, way }: Exchange, took: number) {
  const status = response.headersSent ? response.statusCode : goneAway;
  const { method = "" } = request;
  const route = way === "health" || way === "file" ? "" : server.ways.routeOf(split(request.url ?? "")[0]);
  measured.request({ route, method, status, way, seconds: took / 1000 });
  if (method === "POST" || status >= 400 || (server.everyRequest && way !== "health"))
    log(status >= 500 ? "warn" : "info", "request", {
      requestId,
      method,
      path: state.path,
      status,
      why: state.why ?? undefined,
      person: state.person,
      from: client.address.slice(0, 12),
      ms: Math.round(took),
    });
}
