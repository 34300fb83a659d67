import type { IncomingMessage } from "node:http";
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "#app/framework.server.ts";
import type { RequestState } from "#app/platform/http/request/context.server.ts";
import type { BufferedReply } from "#app/platform/http/reply/reply.server.ts";
import { byFirstWord, pathOf, patternOf } from "./route-table.server.ts";
import { renderedText } from "#app/platform/http/reply/rendered-response.server.ts";

export type FrameworkHandler = (request: Request, carried: RequestState) => Promise<BufferedReply | StreamedReply>;
/** Describes an answer whose body is too long for memory: a file. */
export type StreamedReply = { status: number; headers: BufferedReply["headers"]; stream: ReadableStream<Uint8Array> };

/** Returns the framework as one function: a request in, an answer in full out. Files alone are streamed. */
export function frameworkHandler(build: ServerBuild): FrameworkHandler {
  const handlerFor = handlers(build);
  return async (request, carried) => {
    const response = await handlerFor(new URL(request.url).pathname)(request, carried as unknown as AppLoadContext);
    const headers = [...response.headers];
    if (response.body && response.headers.has("content-disposition"))
      return { status: response.status, headers, stream: response.body };
    const text = renderedText(response);
    if (text !== undefined) return { status: response.status, headers, body: Buffer.from(text) };
    return {
      status: response.status,
      headers,
      body: response.body ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0),
    };
  };
}

/**
 * Makes a handler per set of routes that an address can mean: the framework ranks all of its routes anew for every
 * request, which costs more than most pages.
 */
function handlers(build: ServerBuild) {
  const routesAt = byFirstWord(
    Object.keys(build.routes)
      .filter((id) => build.routes[id]?.parentId)
      .map((id) => ({ id, name: pathOf(build, id), pattern: patternOf(build, id) })),
  );
  const ready = new Map<string, ReturnType<typeof createRequestHandler>>();
  return (path: string) => {
    // Coded characters may spell a known word; no route at all is for the whole framework to answer.
    const possible = path.includes("%")
      ? []
      : routesAt(path)
          .filter(({ pattern }) => pattern.test(path))
          .map(({ id }) => id);
    const name = possible.join(" ");
    const known =
      ready.get(name) ??
      createRequestHandler(possible.length ? { ...build, routes: only(build, possible) } : build, process.env.NODE_ENV);
    ready.set(name, known);
    return known;
  };
}
const only = (build: ServerBuild, ids: readonly string[]) =>
  Object.fromEntries(Object.entries(build.routes).filter(([id, route]) => !route?.parentId || ids.includes(id)));

/**
 * Returns the request as the framework wants it. Forwarded headers and names of our own are left out: somebody might
 * believe them. So is the origin of a mail program's one click: the gate let it through, the framework would not.
 */
export function asRequest(incoming: IncomingMessage, origin: URL, body: Buffer | null, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (
      value !== undefined &&
      !/^(x-samenspel|x-forwarded|forwarded$|x-real-ip|transfer-encoding$|connection$)/.test(name) &&
      !(name === "origin" && value !== origin.origin)
    )
      headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  const given = body === null ? {} : { body: new Uint8Array(body), duplex: "half" as const };
  return new Request(new URL(incoming.url ?? "/", origin), {
    method: incoming.method ?? "GET",
    headers,
    signal,
    ...given,
  });
}

/** Returns a request for a page as every visitor would see it: nothing of this visitor goes along but the language. */
export const asVisitor = (incoming: IncomingMessage, origin: URL, language: string): Request =>
  new Request(new URL(incoming.url ?? "/", origin), { headers: { host: origin.host, cookie: `taal=${language}` } });
