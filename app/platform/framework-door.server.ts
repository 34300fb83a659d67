import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "#app/framework.server.ts";
import type { Carried } from "./context.server.ts";
import type { Drawn } from "./reply.server.ts";

export type FrameworkDoor = (request: Request, carried: Carried) => Promise<Drawn | Streamed>;
/** An answer whose body is too long for memory: a file. */
export type Streamed = { status: number; headers: Drawn["headers"]; stream: ReadableStream<Uint8Array> };

/** The framework as one function: a request in, an answer in full out. Files alone are streamed. */
export function frameworkDoor(build: ServerBuild): FrameworkDoor {
  const answer = createRequestHandler(build, process.env.NODE_ENV);
  return async (request, carried) => {
    const response = await answer(request, carried as unknown as AppLoadContext);
    const headers = [...response.headers];
    if (response.body && response.headers.has("content-disposition")) return { status: response.status, headers, stream: response.body };
    return { status: response.status, headers, body: response.body ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0) };
  };
}

/** The request as the framework wants it. Forwarded headers are left out: the framework would believe them. */
export function asRequest(incoming: IncomingMessage, house: URL, body: Buffer | Readable | null, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined && !/^(x-forwarded|forwarded$|x-real-ip|transfer-encoding$|connection$)/.test(name)) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  const given = body === null ? {} : { body: body instanceof Readable ? (Readable.toWeb(body) as unknown as BodyInit) : new Uint8Array(body), duplex: "half" as const };
  return new Request(new URL(incoming.url ?? "/", house), { method: incoming.method ?? "GET", headers, signal, ...given });
}

/** A request for a page as every visitor would see it: nothing of this visitor goes along but the language. */
export const asVisitor = (incoming: IncomingMessage, house: URL, language: string): Request =>
  new Request(new URL(incoming.url ?? "/", house), { headers: { host: house.host, cookie: `taal=${language}` } });
